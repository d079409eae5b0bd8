import type { Indicator, IndicatorValue } from '@westgate/contract';
import { useIndicators } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { AgeNote, DayText } from './day-text.tsx';
import { Unknown } from './fact.tsx';
import { ChangedNote, SourceNote } from './source-note.tsx';
import { Table, type TableColumn } from './table.tsx';
import { ThingLink } from './thing-link.tsx';
import { ValueMarks, ValueText } from './value-text.tsx';

/** The indicators a promise is measured by: target and actual value, each with period, source and since when it holds. Nothing for none. */
export function IndicatorTable({ ids }: { readonly ids: readonly string[] }) {
  const word = useWords();
  const say = useSay();
  const columns: readonly TableColumn<Indicator>[] = [
    {
      head: word('noun.indicator'),
      isRowHead: true,
      of: ({ id, name }) => <ThingLink thing={{ kind: 'indicator', id, name }} />,
    },
    { head: word('record.unit'), className: 'soft', of: ({ unitName }) => say(unitName) },
    { head: word('value.target'), of: ({ target }) => <DatedValue value={target} of="target" /> },
    { head: word('value.actual'), of: ({ actual, status }) => <DatedValue value={actual} of="value" standing={status.name} /> },
  ];
  const indicators = (useIndicators().data ?? []).filter(({ id }) => ids.includes(id));
  if (indicators.length === 0) return null;
  return (
    <section className="section" aria-labelledby="indicators">
      <h2 id="indicators">{word('indicator.measuredBy')}</h2>
      <Table columns={columns} rows={indicators} keyOf={({ id }) => id} />
    </section>
  );
}

/** A value with its period and source; the unit stands in a column of its own. */
function DatedValue({
  value,
  of,
  standing,
}: {
  readonly value: IndicatorValue | null;
  readonly of: 'target' | 'value';
  readonly standing?: Indicator['status']['name'];
}) {
  if (!value) return <Unknown />;
  return (
    <>
      <ValueText value={value} unitName={null} isMarkedBeside={true} />{' '}
      <small>
        <DayText on={value.period} /> · <SourceNote source={value.source} />
      </small>{' '}
      {of === 'target' ? <AgeNote on={value.period} of={of} /> : null} <ValueMarks value={value} standing={standing} />{' '}
      <ChangedNote changed={value.changed} />
    </>
  );
}
