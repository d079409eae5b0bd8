import { useId, useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useDeedDesk } from '../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useWords } from '../../messages/words.ts';
import { Form } from '../../parts/form.tsx';
import { useWho } from '../../parts/use-who.ts';
import { FaultSummary } from '../fault-summary.tsx';
import { useKeyOf } from '../use-key-of.ts';
import { ByFields, whoFaults } from './by-fields.tsx';
import { useFieldWord } from './field-words.ts';
import type { PartKind } from './form-kinds.ts';
import { layoutOf } from './form-layout.ts';
import { emptyValues, type FormFault, type FormValue, type FormValues, faultsOf } from './form-values.ts';
import { MoreFields } from './more-fields.tsx';
import { creationEdits } from './new-record.ts';
import { unitFaults } from './new-unit.ts';
import { withBases, withTyped } from './own-basis.ts';
import { partFaults, revisionEdit } from './part.ts';
import { RecordFields } from './record-fields.tsx';
import { serverFaults } from './server-faults.ts';

/** A part that is there and is given other values. */
export interface RevisedPart {
  readonly key: string;
  readonly rev: number;
  readonly values: FormValues;
}

/** The form of a figure, a value, a gate or what it asks for; `of` says which record it is of, `held` which part is changed. One deed. */
export function PartForm({
  kind,
  of,
  held,
  onDone,
}: {
  readonly kind: PartKind;
  readonly of: Readonly<Record<string, string>>;
  readonly held?: RevisedPart;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const fieldWord = useFieldWord(kind);
  const prefix = useId();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [values, setValues] = useState<FormValues>(
    () => held?.values ?? { ...emptyValues(kind), ...of, ...('confidence' in emptyValues(kind) ? { confidence: 'high' } : {}) },
  );
  const [own, setOwn] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const make = useEdits();
  const read = held?.values ?? null;
  const layout = withBases(kind, read, values, layoutOf(kind, held === undefined));
  const told = serverFaults(make.error, Object.keys(values));
  const faults = [...own, ...told];
  const idOf = (field: string): string => `${prefix}-${field}`;
  const state = {
    kind,
    values,
    faults,
    idOf,
    read,
    set: (column: string, value: FormValue): void => setValues((before) => withTyped(kind, read, before, column, value)),
  };
  const send = (): void => {
    const found = [
      ...faultsOf(kind, values, held === undefined),
      ...partFaults(kind, values),
      ...unitFaults(values, district),
      ...whoFaults(who),
    ];
    setTries(tries + 1);
    setOwn(found);
    make.reset();
    if (found.length > 0) return;
    const edits = held ? [revisionEdit(kind, held, values)] : creationEdits(kind, values, [], district).edits;
    const request = { edits, who: who.trim(), reason: '' };
    make.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          onDone();
        },
      },
    );
  };
  return (
    <Form className="record-form" aria-label={word(held ? 'form.fields' : `part.new.${kind}`)} onSend={send}>
      <FaultSummary
        key={`${tries} ${told.length}`}
        faults={faults}
        error={told.length > 0 ? null : make.error}
        idOf={idOf}
        nameOf={fieldWord}
      />
      <RecordFields entries={layout.first} {...state} />
      <MoreFields entries={layout.more} {...state} />
      <ByFields idOf={idOf} faults={faults} who={who} onWho={setWho} />
      <p className="row">
        <button type="submit" className="button filled" disabled={make.isPending}>
          {word(held ? 'form.save' : `part.make.${kind}`)}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </Form>
  );
}
