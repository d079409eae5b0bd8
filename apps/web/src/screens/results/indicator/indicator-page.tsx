import { getRouteApi } from '@tanstack/react-router';
import { dayOf } from '@westgate/base';
import type { IndicatorDetail, IndicatorValue } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useIndicator } from '../../../api/questions.ts';
import { CommentsSection } from '../../../comments/comments-section.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag } from '../../../parts/aim-mark.tsx';
import { AgeNote, DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { SourceLine, useProvenance } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useSayUnit } from '../../../parts/use-say-unit.ts';
import { PartSection, withdrawEdit } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';
import { IndicatorChart } from './indicator-chart.tsx';
import { findingOf } from './view-model.ts';

const route = getRouteApi('/indicators/$id');

/** One indicator: what its values say, the picture, the values with their sources. */
export function IndicatorPage() {
  const { id } = route.useParams();
  return (
    <AwaitRecord kind="indicator" id={id} query={useIndicator(id)}>
      {(indicator) => <IndicatorOf key={indicator.id} indicator={indicator} />}
    </AwaitRecord>
  );
}

function IndicatorOf({ indicator }: { readonly indicator: IndicatorDetail }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const sayWhen = useSayPeriod();
  const { day } = useShownDay();
  const { id, actual, target } = indicator;
  const unit = sayUnit(indicator.unitName);
  const amountOf = (value: IndicatorValue | null): string => {
    if (!value) return '';
    const qualifier = value.qualifier ? `${word(`qualifier.${value.qualifier}`)} ` : '';
    return `${qualifier}${sayNumber(value.value)}${unit === '%' ? '' : ' '}${unit}`;
  };
  const finding = word(`indicator.${findingOf(indicator, dayOf(day))}`, {
    actual: amountOf(actual),
    target: amountOf(target),
    actualPeriod: actual ? sayWhen(actual.period) : '',
    period: target ? sayWhen(target.period) : '',
  });
  return (
    <NounPage
      kind="indicator"
      id={id}
      answering={null}
      name={indicator.name}
      about={
        <>
          <span>{say(indicator.unitName)}</span>
          <AimTag aim={indicator.aim} />
        </>
      }
      previous={indicator.previous}
      next={indicator.next}
      links={<NounLinks kind="indicator" id={id} />}
    >
      <p className="neat finding">
        {finding} <AgeNote on={actual?.period ?? null} /> <AgeNote on={target?.period ?? null} of="target" />
      </p>
      <IndicatorChart values={indicator.values} title={finding} unit={say(indicator.unitName)} />
      <dl className="facts">
        <Fact name={word('indicator.definition')}>{say(indicator.definition)}</Fact>
        <Fact name={word('indicator.direction')}>{word(`direction.${indicator.direction}`)}</Fact>
        <Fact name={word('figures.source')}>
          <SourceLine source={indicator.source} />
        </Fact>
      </dl>
      <ValuesTable indicator={id} values={indicator.values} unit={say(indicator.unitName)} />
      <SupervisionSection subject={{ kind: 'indicator', id }} />
      <CommentsSection subject={{ kind: 'indicator', id }} />
      <HistoryList kind="indicator" id={id} />
    </NounPage>
  );
}

/** The dated values of an indicator; the unit stands in the head. One is entered and taken out here. */
function ValuesTable({
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
