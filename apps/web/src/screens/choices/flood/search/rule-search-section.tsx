import type { RecordOf } from '@westgate/contract';
import { type FloodDesign, isUnderway, ruleNumbers, sayRanges } from '@westgate/domain';
import { useState } from 'react';
import { useTell } from '../../../../api/use-write.ts';
import { useWords } from '../../../../messages/words.ts';
import { AsWritten } from '../../../../parts/as-written.tsx';
import { Loading } from '../../../../parts/await.tsx';
import { Button } from '../../../../parts/button.tsx';
import { Refusal } from '../../../../parts/error-text.tsx';
import { Form } from '../../../../parts/form.tsx';
import { Select } from '../../../../parts/select.tsx';
import { FormField } from '../../../../record/form-field.tsx';
import { RunState } from '../../../../runs/run-state.tsx';
import { NumberFields, useFaultTold } from '../design/number-fields.tsx';
import type { NumberField } from '../design/part-kinds.ts';
import { numberFault, numbersOf, type PartFault, type TypedNumbers } from '../design/typed-numbers.ts';
import { useCaseRuns, useRuleSearch } from './case-runs.ts';
import { CertificateNote } from './certificate-note.tsx';
import { COARSE_CELL, readTyped, type TypedRanges, typedOf } from './ranges.ts';
import { TriedRules } from './tried-rules.tsx';
import { useSayNumber } from './use-say-number.ts';
import './search.css';

const FIELDS: readonly NumberField[] = [
  { name: 'tries', label: 'search.tries', range: { least: 50, most: 400 }, isWhole: true },
  COARSE_CELL,
];

/** Numbers of the rules are tried for the lowest peak downstream; whoever may change the case takes the best into it. */
export function RuleSearchSection({
  of,
  design,
  mayEdit,
}: {
  readonly of: RecordOf<'flood_case'>;
  readonly design: FloodDesign;
  readonly mayEdit: boolean;
}) {
  const word = useWords();
  const { shown, current } = useCaseRuns('flood-rule-search', of.id);
  const result = useRuleSearch(shown?.id ?? null);
  const start = useTell('start-run');
  return (
    <section className="section flood-search" aria-labelledby="flood-rule-search">
      <h2 id="flood-rule-search">{word('search.rules')}</h2>
      <p className="note">{word('search.rules.lead')}</p>
      <SearchForm
        design={design}
        isBusy={start.isPending || (current !== null && isUnderway(current.state))}
        onSearch={(ask) =>
          start.mutate({ body: { kind: 'flood-rule-search', ask: { floodCase: of.id, ...ask } }, key: crypto.randomUUID() })
        }
      />
      <Refusal error={start.error} />
      {current ? <RunState run={current} /> : null}
      {shown && result.isPending ? <Loading /> : null}
      {result.error ? <p className="small breach">{word('flood.notRead')}</p> : null}
      {shown && result.data ? (
        <>
          <TriedRules key={shown.id} of={of} design={design} result={result.data} mayEdit={mayEdit} />
          <CertificateNote run={shown} result={result.data} />
        </>
      ) : null}
    </section>
  );
}

interface SearchAsked {
  readonly vary: string;
  readonly section: string | null;
  readonly tries?: number | null;
  readonly cellM?: number | null;
}

/** Which numbers may vary in which ranges, and where the peak is to be low. */
function SearchForm({
  design,
  isBusy,
  onSearch,
}: {
  readonly design: FloodDesign;
  readonly isBusy: boolean;
  readonly onSearch: (ask: SearchAsked) => void;
}) {
  const word = useWords();
  const sayNumber = useSayNumber(design);
  const numbers = ruleNumbers(design);
  const [typed, setTyped] = useState<TypedRanges>({});
  const [section, setSection] = useState<string | null>(null);
  const [counts, setCounts] = useState<TypedNumbers>({ tries: '50', cellM: '' });
  const [faults, setFaults] = useState<readonly PartFault[]>([]);
  const told = useFaultTold(faults);
  const chosen = design.sections.find(({ id }) => id === section) ?? design.sections.at(-1);
  const set = (name: string, more: TypedRanges[string]): void => setTyped({ ...typed, [name]: more });
  const send = (): void => {
    const read = readTyped(typed, numbers);
    const ofCounts = FIELDS.flatMap((field) => numberFault(field, counts[field.name] ?? '') ?? []);
    const none: readonly PartFault[] = 'ranges' in read && read.ranges.length === 0 ? [{ field: 'none', word: 'search.fault.none' }] : [];
    const wrong = [...('faults' in read ? read.faults : []), ...none, ...ofCounts];
    setFaults(wrong);
    if (wrong.length > 0 || isBusy || !('ranges' in read)) return;
    onSearch({ vary: sayRanges(read.ranges), section: chosen?.id ?? null, ...numbersOf(FIELDS, counts) });
  };
  if (!chosen) return <p className="small soft">{word('flood.noSection')}</p>;
  return (
    <Form losesNothing className="no-print" aria-labelledby="flood-rule-search" onSend={send}>
      <fieldset className="flood-ranges">
        <legend>{word('search.vary')}</legend>
        {numbers.map((number) => {
          const range = typedOf(typed, number);
          const name = sayNumber(number);
          const fault = told(number.name);
          const end = (which: 'from' | 'to') => (
            <input
              className="field"
              aria-label={word(which === 'from' ? 'search.from' : 'search.to', { name })}
              aria-invalid={fault !== undefined}
              value={range[which]}
              inputMode="decimal"
              autoComplete="off"
              maxLength={30}
              onChange={({ target }) => set(number.name, { ...range, isOn: true, [which]: target.value })}
            />
          );
          return (
            <div key={number.name} className="flood-range">
              <label className="tick">
                <input
                  type="checkbox"
                  checked={range.isOn}
                  onChange={({ target }) => set(number.name, { ...range, isOn: target.checked })}
                />
                <span>
                  <AsWritten text={word('search.numberNow', { name, value: number.value })} />
                </span>
              </label>
              <span className="flood-ends">
                {end('from')} – {end('to')}
              </span>
              {fault ? <p className="fault">{fault}</p> : null}
            </div>
          );
        })}
        {told('none') ? (
          <p className="fault" role="alert">
            {told('none')}
          </p>
        ) : null}
      </fieldset>
      <div className="flood-search-fields">
        <FormField id="rule-search-section" label={word('search.lowAt')} fault={null}>
          <Select value={chosen.id} options={design.sections.map(({ id, name }) => [id, name] as const)} onChoose={setSection} />
        </FormField>
        <NumberFields fields={FIELDS} typed={counts} idOf={(field) => `rule-search-${field}`} faults={faults} onTyped={setCounts} />
      </div>
      <p className="row">
        <Button type="submit" name={word('search.rules.run')} disabled={isBusy} />
      </p>
    </Form>
  );
}
