import type { IndicatorValue } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ProvenanceCells } from '../../../parts/provenance-cells.tsx';
import { withdrawEdit } from '../../../record/form/part.ts';
import { PartSection } from '../../../record/form/part-section.tsx';
import { WithdrawButton } from '../../../record/form/withdraw-button.tsx';

/** The dated values of an indicator; the unit stands in the head. One is entered and taken out here. */
export function ValuesTable({
  indicator,
  values,
  unit,
}: {
  readonly indicator: string;
  readonly values: readonly IndicatorValue[];
  readonly unit: string;
}) {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="values">
      <h2 id="values">
        {word('indicator.values')} <small>{word('figures.lead')}</small>
      </h2>
      {values.length === 0 ? <EmptyState>{word('indicator.noValues')}</EmptyState> : null}
      {values.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking">
            <thead>
              <tr>
                <th scope="col">{word('figures.period')}</th>
                <th scope="col">{word('indicator.kind')}</th>
                <th scope="col" className="number">
                  {word('figures.value')} <small>{unit}</small>
                </th>
                <th scope="col">{word('figures.source')}</th>
                <th scope="col">{word('confidence')}</th>
                <th scope="col">{word('figures.note')}</th>
                <th scope="col">
                  <span className="unseen">{word('part.withdraw')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {values.map((value) => (
                <tr key={`${value.kind} ${value.period} ${value.source.id}`}>
                  <th scope="row">
                    <DayText on={value.period} />
                  </th>
                  <td data-head={word('indicator.kind')}>{word(`value.${value.kind}`)}</td>
                  <td className="number" data-head={word('figures.value')}>
                    {value.qualifier ? <small>{word(`qualifier.${value.qualifier}`)} </small> : null}
                    <b>{sayNumber(value.value)}</b>
                    <small className="phone-only"> {unit}</small>
                  </td>
                  <ProvenanceCells of={value} />
                  <td>
                    <WithdrawButton
                      edit={withdrawEdit({ kind: 'indicator_value', indicator, value })}
                      name={`${word(`value.${value.kind}`)} ${value.period}`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <PartSection kind="indicator_value" of={{ indicator }} />
    </section>
  );
}
