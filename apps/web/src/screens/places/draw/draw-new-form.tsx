import { useId, useState } from 'react';
import { useDeedDesk } from '../../../api/deed-notice.ts';
import { useEdits } from '../../../api/edits.ts';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { FaultSummary } from '../../../record/fault-summary.tsx';
import { ByFields, whoFaults } from '../../../record/form/by-fields.tsx';
import { useFieldWord, useNounWord } from '../../../record/form/field-words.ts';
import { layoutOf } from '../../../record/form/form-layout.ts';
import { emptyValues, type FormFault, type FormValue, faultsOf } from '../../../record/form/form-values.ts';
import { creationEdits } from '../../../record/form/new-record.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { serverFaults } from '../../../record/form/server-faults.ts';
import { useKeyOf } from '../../../record/use-key-of.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { CornersField } from '../../../sketch/corners-field.tsx';
import type { Drawing } from '../../../sketch/drawing.ts';
import { geometryOf } from '../../../sketch/sketch.ts';
import { SketchActs } from './sketch-acts.tsx';

const ASKED: readonly string[] = ['name', 'kind', 'position', 'confidence', 'position_basis'];

/** A new place where it is drawn. */
export function DrawNewForm({ drawing, onDone }: { readonly drawing: Drawing; readonly onDone: (place: string | null) => void }) {
  const word = useWords();
  const nounWord = useNounWord();
  const prefix = useId();
  const fieldWord = useFieldWord('place');
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [typed, setTyped] = useState(() => ({ ...emptyValues('place'), position: 'known' as FormValue }));
  const [own, setOwn] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const make = useEdits();
  const { sketch, fault } = drawing;
  const values = { ...typed, geometry: fault === null ? geometryOf(sketch) : null };
  const told = serverFaults(make.error, Object.keys(values));
  const faults = [...own, ...told];
  const { first, more } = layoutOf('place', true);
  const entries = ASKED.flatMap((name) => [...first, ...more].filter((entry) => entry.name === name));
  const idOf = (field: string): string => `${prefix}-${field}`;
  const send = (): void => {
    const found = [...faultsOf('place', values, true), ...whoFaults(who)];
    setTries(tries + 1);
    setOwn(found);
    make.reset();
    if (found.length > 0) return;
    const { edits } = creationEdits('place', values, [], district);
    const request = { edits, who: who.trim(), reason: '' };
    make.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq, records }) => {
          tell(seq);
          onDone(records[0]?.key ?? null);
        },
      },
    );
  };
  return (
    <Form className="draw-form" aria-label={word('form.new', { noun: nounWord('place') })} onSend={send}>
      <FaultSummary
        key={`${tries} ${told.length}`}
        faults={faults}
        error={told.length > 0 ? null : make.error}
        idOf={idOf}
        nameOf={fieldWord}
      />
      <CornersField
        id={idOf('geometry')}
        sketch={sketch}
        label={word('field.geometry')}
        isFaulty={faults.some(({ field }) => field === 'geometry')}
        onSketch={drawing.put}
      />
      <SketchActs drawing={drawing} />
      <RecordFields
        entries={entries}
        kind="place"
        values={values}
        faults={faults}
        idOf={idOf}
        set={(column, value) => setTyped((before) => ({ ...before, [column]: value }))}
      />
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <Button type="submit" look="filled" name={word('form.make', { noun: nounWord('place') })} disabled={make.isPending} />
        <Button look="plain" name={word('form.leave')} onClick={() => onDone(null)} />
      </p>
    </Form>
  );
}
