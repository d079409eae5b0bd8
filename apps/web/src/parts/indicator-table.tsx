import type { Indicator, IndicatorValue } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useIndicators } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { AgeNote } from './age-note.tsx';
import { ChangedNote } from './changed-note.tsx';
import { DayText } from './day-text.tsx';
import { SourceNote } from './source-note.tsx';
import { ThingLink } from './thing-link.tsx';
import { Unknown } from './unknown.tsx';

/** The indicators a promise is measured by: target and actual value, each with period, source and since when it holds. Nothing for none. */
export function IndicatorTable({ ids }: { readonly ids: readonly string[] }) {
  const word = useWords();
  const indicators = (useIndicators().data ?? []).filter(({ id }) => ids.includes(id));
  if (indicators.length === 0) return null;
  return (
    <section className="section" aria-labelledby="indicators">
      <h2 id="indicators">{word('indicator.measuredBy')}</h2>
      <div className="table-scroll">
        <table className="table stacking">
          <thead>
            <tr>
              <th scope="col">{word('noun.indicator')}</th>
              <th scope="col">{word('figures.unit')}</th>
              <th scope="col">{word('value.target')}</th>
              <th scope="col">{word('value.actual')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <IndicatorRow key={indicator.id} indicator={indicator} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function IndicatorRow({ indicator }: { readonly indicator: Indicator }) {
  const word = useWords();
  const say = useSay();
  return (
    <tr>
      <th scope="row">
        <ThingLink thing={{ kind: 'indicator', id: indicator.id, name: indicator.name }} />
      </th>
      <td className="soft" data-head={word('figures.unit')}>
        {say(indicator.unitName)}
      </td>
      <td data-head={word('value.target')}>
        <ValueText value={indicator.target} of="target" />
      </td>
      <td data-head={word('value.actual')}>
        <ValueText value={indicator.actual} of="value" />
      </td>
    </tr>
  );
}

function ValueText({ value, of }: { readonly value: IndicatorValue | null; readonly of: 'target' | 'value' }) {
  if (!value) return <Unknown />;
  return (
    <>
      <b>{sayNumber(value.value)}</b>{' '}
      <small>
        <DayText on={value.period} /> · <SourceNote source={value.source} />
      </small>{' '}
      <AgeNote on={value.period} of={of} /> <ChangedNote changed={value.changed} />
    </>
  );
}
