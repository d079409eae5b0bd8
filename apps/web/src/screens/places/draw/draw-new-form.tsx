import { useState } from 'react';
import { useEdits } from '../../../api/edits.ts';
import { useWords } from '../../../messages/words.ts';
import { useFieldWord, useNounWord } from '../../../record/form/field-words.ts';
import { layoutOf } from '../../../record/form/form-layout.ts';
import { emptyValues, type FormValue, faultsOf } from '../../../record/form/form-values.ts';
import { creationEdits } from '../../../record/form/new-record.ts';
import { RecordFields } from '../../../record/form/record-fields.tsx';
import { serverFaults } from '../../../record/form/server-faults.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { CornersField } from '../../../sketch/corners-field.tsx';
import type { Drawing } from '../../../sketch/drawing.ts';
import { geometryOf } from '../../../sketch/sketch.ts';
import { SketchActs } from './sketch-acts.tsx';

const ASKED: readonly string[] = ['name', 'kind', 'position', 'confidence', 'position_basis'];

/** A new place where it is drawn. */
export function DrawNewForm({ drawing, onDone }: { readonly drawing: Drawing; readonly onDone: (place: string | null) => void }) {
  const word = useWords();
  const nounWord = useNounWord();
  const fieldWord = useFieldWord('place');
  const { district } = useDistrictFrame();
  const form = useSignedForm(() => undefined);
  const [typed, setTyped] = useState(() => ({ ...emptyValues('place'), position: 'known' as FormValue }));
  const make = useEdits();
  const { sketch, fault } = drawing;
  const values = { ...typed, geometry: fault === null ? geometryOf(sketch) : null };
  const told = serverFaults(make.error, Object.keys(values));
  const faults = [...form.faults, ...told];
  const { first, more } = layoutOf('place', true);
  const entries = ASKED.flatMap((name) => [...first, ...more].filter((entry) => entry.name === name));
  const { idOf } = form;
  const send = (): void =>
    form.send(
      make,
      faultsOf('place', values, true),
      ({ who, keyOf }) => {
        const request = { edits: creationEdits('place', values, [], district).edits, who, reason: '' };
        return { ...request, key: keyOf(request) };
      },
      ({ records }) => onDone(records[0]?.key ?? null),
    );
  return (
    <SignedForm
      form={form}
      className="draw-form"
      label={word('form.new', { noun: nounWord('place') })}
      error={make.error}
      told={told}
      nameOf={fieldWord}
      save={word('form.make', { noun: nounWord('place') })}
      isBusy={make.isPending}
      onSend={send}
      onLeave={() => onDone(null)}
    >
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
    </SignedForm>
  );
}
