import type { IndicatorValue } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useProvenance } from '../../../parts/use-provenance.tsx';
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
  const provenance = useProvenance();
  const columns: readonly TableColumn<IndicatorValue>[] = [
    { head: word('figures.period'), isRowHead: true, of: ({ period }) => <DayText on={period} /> },
    { head: word('indicator.kind'), of: ({ kind }) => word(`value.${kind}`) },
    {
      head: word('figures.value'),
      beside: <small> {unit}</small>,
      isNumber: true,
      of: ({ qualifier, value }) => (
        <>
          {qualifier ? <small>{word(`qualifier.${qualifier}`)} </small> : null}
          <b>{sayNumber(value)}</b>
          <small className="phone-only"> {unit}</small>
        </>
      ),
    },
    ...provenance,
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: (value) => (
        <WithdrawButton
          edit={withdrawEdit({ kind: 'indicator_value', indicator, value })}
          name={`${word(`value.${value.kind}`)} ${value.period}`}
        />
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="values">
      <h2 id="values">
        {word('indicator.values')} <small>{word('figures.lead')}</small>
      </h2>
      {values.length === 0 ? (
        <EmptyState>{word('indicator.noValues')}</EmptyState>
      ) : (
        <Table columns={columns} rows={values} keyOf={({ kind, period, source }) => `${kind} ${period} ${source.id}`} />
      )}
      <PartSection kind="indicator_value" of={{ indicator }} />
    </section>
  );
}
