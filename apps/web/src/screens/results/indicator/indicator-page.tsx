import { getRouteApi } from '@tanstack/react-router';
import type { IndicatorDetail, IndicatorValue } from '@westgate/contract';
import { useId } from 'react';
import { useIndicator } from '../../../api/questions.ts';
import { CommentsSection } from '../../../comments/comments-section.tsx';
import { IssuesSection } from '../../../issues/issues-section.tsx';
import { useSay, useWords } from '../../../messages/words.ts';
import { AimTag } from '../../../parts/aim-mark.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Fact, Unknown } from '../../../parts/fact.tsx';
import { NounLinks } from '../../../parts/noun-links.tsx';
import { SourceLine, useProvenance } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { ValueMarks, ValueText } from '../../../parts/value-text.tsx';
import { useValueWord } from '../../../record/form/field-words.ts';
import { PartSection, withdrawEdit } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { AwaitRecord } from '../../../record/page/await-record.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { SupervisionSection } from '../../../supervision/supervision-section.tsx';
import { StandingWord } from '../board/standing-word.tsx';
import { DriversSection } from '../chain/drivers-section.tsx';
import { IndicatorChart } from './indicator-chart.tsx';
import { ByPlaceSection, UnitsSection } from './units-section.tsx';

type Standing = IndicatorDetail['status']['name'];

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
  const valueWord = useValueWord('indicator');
  const { id, status } = indicator;
  const finding = say(status.why);
  const isOfUnits = indicator.checkLevel !== null && indicator.checkLevel !== 'district';
  return (
    <NounPage
      kind="indicator"
      id={id}
      answering={indicator.owner}
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
      {isOfUnits && indicator.values.length === 0 ? null : (
        <>
          <p className="neat finding">
            <StandingWord standing={status.name} /> {finding} {indicator.actual ? <ValueMarks value={indicator.actual} /> : null}
          </p>
          <IndicatorChart
            values={indicator.values}
            title={finding}
            unit={say(indicator.unitName)}
            isSilent={status.name === 'stale' || status.name === 'not-known'}
          />
        </>
      )}
      <dl className="facts">
        <Fact name={word('indicator.definition')}>{say(indicator.definition)}</Fact>
        {indicator.formula === null ? null : <Fact name={word('indicator.formula')}>{indicator.formula}</Fact>}
        <Fact name={word('indicator.direction')}>{word(`direction.${indicator.direction}`)}</Fact>
        <Fact name={word('indicator.frequency')}>
          {indicator.frequency ? valueWord('frequency', indicator.frequency) : word('indicator.frequencyNone')}
        </Fact>
        <Fact name={word('indicator.owner')}>{indicator.owner ? <ThingLink thing={indicator.owner} /> : word('board.noOwner')}</Fact>
        {indicator.freshUntil ? (
          <Fact name={word('indicator.freshUntil')}>
            <DayText on={indicator.freshUntil} />
          </Fact>
        ) : null}
        <Fact name={word('figures.source')}>
          <SourceLine source={indicator.source} />
        </Fact>
      </dl>
      {isOfUnits ? <UnitsSection indicator={id} /> : null}
      <DriversSection indicator={id} drivers={indicator.drivers} />
      <FormulaEnds name={word('indicator.inputs')} ends={indicator.inputs} />
      <FormulaEnds name={word('indicator.dependants')} ends={indicator.dependants} />
      <ValuesTable
        indicator={id}
        values={indicator.values}
        last={indicator.actual?.period ?? null}
        standing={status.name}
        unit={say(indicator.unitName)}
        isCalculated={indicator.formula !== null}
      />
      {isOfUnits || indicator.formula !== null ? null : <ByPlaceSection indicator={id} />}
      <IssuesSection kind="indicator" id={id} />
      <SupervisionSection subject={{ kind: 'indicator', id }} />
      <CommentsSection subject={{ kind: 'indicator', id }} />
      <HistoryList kind="indicator" id={id} />
    </NounPage>
  );
}

/** What an indicator is worked out of, or what is worked out of it, each with its latest value. */
function FormulaEnds({ name, ends }: { readonly name: string; readonly ends: IndicatorDetail['inputs'] }) {
  const word = useWords();
  const id = useId();
  if (ends.length === 0) return null;
  const columns: readonly TableColumn<(typeof ends)[number]>[] = [
    { head: word('noun.indicator'), isRowHead: true, headed: 'bare', of: (end) => <ThingLink thing={end} /> },
    { head: word('figures.period'), of: ({ latest }) => (latest ? <DayText on={latest.period} /> : <Unknown />) },
    {
      head: word('figures.value'),
      isNumber: true,
      of: ({ latest, unitName, standing }) => (latest ? <ValueText value={latest} unitName={unitName} standing={standing} /> : <Unknown />),
    },
  ];
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <Table columns={columns} rows={ends} keyOf={(end) => end.id} />
    </section>
  );
}

/** The dated values of an indicator; the unit stands in the head. One is entered and taken out here. */
function ValuesTable({
  indicator,
  values,
  last,
  standing,
  unit,
  isCalculated,
}: {
  readonly indicator: string;
  readonly values: readonly IndicatorValue[];
  /** Of which period the last one measured is. */
  readonly last: string | null;
  readonly standing: Standing;
  readonly unit: string;
  readonly isCalculated: boolean;
}) {
  const word = useWords();
  const provenance = useProvenance();
  const standingOf = ({ kind, period }: IndicatorValue): Standing | undefined =>
    kind === 'actual' && period === last ? standing : undefined;
  const isMarked = values.some(
    (value) => value.breaksSeries || standingOf(value) === 'stale' || (value.status !== null && value.status !== 'final'),
  );
  const columns: readonly TableColumn<IndicatorValue>[] = [
    { head: word('figures.period'), isRowHead: true, of: ({ period }) => <DayText on={period} /> },
    { head: word('indicator.kind'), of: ({ kind }) => word(`value.${kind}`) },
    {
      head: word('figures.value'),
      beside: <small> {unit}</small>,
      isNumber: true,
      of: (value) => (
        <>
          <ValueText value={value} unitName={null} isMarkedBeside={true} />
          <small className="phone-only"> {unit}</small>
        </>
      ),
    },
    ...(isMarked
      ? [{ head: word('value.marks'), of: (value: IndicatorValue) => <ValueMarks value={value} standing={standingOf(value)} /> }]
      : []),
    ...provenance,
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: (value) =>
        value.isCalculated ? null : (
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
      {isCalculated ? <p className="note">{word('indicator.calculatedNote')}</p> : null}
      {values.length === 0 ? (
        <EmptyState>{word('indicator.noValues')}</EmptyState>
      ) : (
        <Table columns={columns} rows={values} keyOf={({ kind, period, source }) => `${kind} ${period} ${source.id}`} />
      )}
      <PartSection kind="indicator_value" of={{ indicator }} />
    </section>
  );
}
