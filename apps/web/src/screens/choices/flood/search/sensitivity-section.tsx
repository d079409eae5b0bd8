import { type FloodDesign, isUnderway } from '@westgate/domain';
import { type ReactNode, useState } from 'react';
import { useTell } from '../../../../api/use-write.ts';
import { useWords } from '../../../../messages/words.ts';
import { Loading } from '../../../../parts/await.tsx';
import { Button } from '../../../../parts/button.tsx';
import { Refusal } from '../../../../parts/error-text.tsx';
import { Form } from '../../../../parts/form.tsx';
import { RunState } from '../../../../runs/run-state.tsx';
import { NumberFields } from '../design/number-fields.tsx';
import type { NumberField } from '../design/part-kinds.ts';
import { numberFault, numbersOf, type PartFault, type TypedNumbers } from '../design/typed-numbers.ts';
import { type OpenedSensitivity, useCaseRuns, useSensitivity } from './case-runs.ts';
import { CertificateNote } from './certificate-note.tsx';
import { COARSE_CELL } from './ranges.ts';
import { SensitivityTable } from './sensitivity-table.tsx';
import { WetShares } from './wet-shares.tsx';
import './search.css';

const FIELDS: readonly NumberField[] = [
  { name: 'rmseM', label: 'search.rmse', range: { least: 0.01, most: 50 }, isOptional: true },
  { name: 'lateMin', label: 'search.late', range: { least: 1, most: 1_440 } },
  { name: 'stuckPercent', label: 'search.stuck', range: { least: 0, most: 99 } },
];
const AT_FIRST = { rmseM: '', lateMin: '30', stuckPercent: '40', cellM: '' };

/** What the result of a case depends on: it is worked out again and again with one thing otherwise. */
export function SensitivitySection({
  id,
  design,
  map,
}: {
  readonly id: string;
  readonly design: FloodDesign;
  /** The map of the share wet. */
  readonly map: (opened: OpenedSensitivity) => ReactNode;
}) {
  const word = useWords();
  const { shown, current } = useCaseRuns('flood-sensitivity', id);
  const start = useTell('start-run');
  const [typed, setTyped] = useState<TypedNumbers>(AT_FIRST);
  const [faults, setFaults] = useState<readonly PartFault[]>([]);
  const result = useSensitivity(shown?.id ?? null);
  const isBusy = start.isPending || (current !== null && isUnderway(current.state));
  const hasGates = design.rules.length > 0;
  const fields = [...(hasGates ? FIELDS : FIELDS.slice(0, 1)), COARSE_CELL];
  const send = (): void => {
    const wrong = fields.flatMap((field) => numberFault(field, typed[field.name] ?? '') ?? []);
    setFaults(wrong);
    if (wrong.length > 0 || isBusy) return;
    const numbers = numbersOf(fields, typed);
    start.mutate({ body: { kind: 'flood-sensitivity', ask: { floodCase: id, ...numbers } }, key: crypto.randomUUID() });
  };
  return (
    <section className="section flood-search" aria-labelledby="flood-sensitivity">
      <h2 id="flood-sensitivity">{word('search.sensitivity')}</h2>
      <p className="note">{word('search.sensitivity.lead')}</p>
      <Form losesNothing className="no-print" aria-labelledby="flood-sensitivity" onSend={send}>
        <div className="flood-search-fields">
          <NumberFields fields={fields} typed={typed} idOf={(field) => `sensitivity-${field}`} faults={faults} onTyped={setTyped} />
        </div>
        <p className="row">
          <Button type="submit" name={word('search.sensitivity.run')} disabled={isBusy} />
        </p>
      </Form>
      <Refusal error={start.error} />
      {current ? <RunState run={current} /> : null}
      {shown && result.isPending ? <Loading /> : null}
      {result.error ? <p className="small breach">{word('flood.notRead')}</p> : null}
      {shown && result.data ? (
        <>
          <SensitivityTable told={result.data.told} />
          <CertificateNote run={shown} result={result.data.told} />
          {map(result.data)}
          <WetShares case={id} run={shown.id} />
        </>
      ) : null}
    </section>
  );
}
