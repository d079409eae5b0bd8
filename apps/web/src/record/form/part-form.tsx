import { useId, useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useDeedDesk } from '../../frame/deed-notice.ts';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useWords } from '../../messages/words.ts';
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
import { partFaults } from './part.ts';
import { RecordFields } from './record-fields.tsx';
import { serverFaults } from './server-faults.ts';

/** The form of a figure, or of a value of an indicator; `of` says which record it is of. One deed. */
export function PartForm({
  kind,
  of,
  onDone,
}: {
  readonly kind: PartKind;
  readonly of: Readonly<Record<string, string>>;
  readonly onDone: () => void;
}) {
  const word = useWords();
  const fieldWord = useFieldWord(kind);
  const prefix = useId();
  const { district } = useDistrictFrame();
  const { tell } = useDeedDesk();
  const [who, setWho] = useWho();
  const [values, setValues] = useState<FormValues>(() => ({ ...emptyValues(kind), ...of, confidence: 'high' }));
  const [own, setOwn] = useState<readonly FormFault[]>([]);
  const [tries, setTries] = useState(0);
  const keyOf = useKeyOf();
  const make = useEdits();
  const layout = layoutOf(kind, true);
  const told = serverFaults(make.error, Object.keys(values));
  const faults = [...own, ...told];
  const idOf = (field: string): string => `${prefix}-${field}`;
  const state = {
    kind,
    values,
    faults,
    idOf,
    set: (column: string, value: FormValue): void => setValues((before) => ({ ...before, [column]: value })),
  };
  const send = (): void => {
    const found = [...faultsOf(kind, values, true), ...partFaults(kind, values), ...unitFaults(values, district), ...whoFaults(who)];
    setTries(tries + 1);
    setOwn(found);
    make.reset();
    if (found.length > 0) return;
    const { edits } = creationEdits(kind, values, [], district);
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
    <form
      className="record-form"
      noValidate
      aria-label={word(`part.new.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
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
          {word(`part.make.${kind}`)}
        </button>
        <button type="button" className="button plain" onClick={onDone}>
          {word('form.leave')}
        </button>
      </p>
    </form>
  );
}
