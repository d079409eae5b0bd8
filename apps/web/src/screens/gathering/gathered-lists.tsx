import type { Gathering, Thing } from '@westgate/contract';
import { sayMoney, sayNumber } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useSay, useWords, type WordId } from '../../messages/words.ts';
import { DayText } from '../../parts/day-text.tsx';
import { Unknown } from '../../parts/fact.tsx';
import { SourceNote } from '../../parts/source-note.tsx';
import { StageWord, StateWord } from '../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useSayUnit } from '../../parts/use-say-unit.ts';
import { ValueMarks, ValueText } from '../../parts/value-text.tsx';
import { WhyWords } from '../../reporting/exception-counts.tsx';
import { StandingWord } from '../results/board/standing-word.tsx';

interface Row {
  readonly thing: Thing;
  readonly by: Thing | null;
  /** Why it stands on no place, where that is said. */
  readonly noPlace?: ItemOf<'commitments'>['noPlace'];
}
type ItemOf<L extends 'commitments' | 'projects' | 'places' | 'events' | 'parks' | 'industries' | 'indicators'> =
  Gathering[L]['items'][number];
type Area = ItemOf<'parks'>['total'];
type Measured = Pick<ItemOf<'indicators'>, 'latest' | 'unitName' | 'standing'>;

/** What is gathered, kind by kind; kinds of which there is nothing are left out, as the head says that. */
export function GatheredLists({ found }: { readonly found: Gathering }) {
  const word = useWords();
  const sayKind = (kind: string): string => word(`place.${kind}` as WordId);
  const why: TableColumn<{ readonly why: ItemOf<'projects'>['why'] }> = {
    head: word('exceptions.why'),
    headed: 'bare',
    of: (row) => (
      <span className="row small">
        <WhyWords why={row.why} />
      </span>
    ),
  };
  const state = { head: word('gathering.state'), of: (row: Pick<ItemOf<'events'>, 'state'>) => <StateWord state={row.state} /> };
  const due = {
    head: word('due.name'),
    of: (row: Pick<ItemOf<'projects'>, 'dueOn'>) => (row.dueOn ? <DayText on={row.dueOn} /> : <Unknown />),
  };
  return (
    <>
      <Gathered
        name="commitments"
        title="nouns.commitment"
        list={found.commitments}
        columns={[state, due, why]}
        numberOf={({ number }) => number}
      />
      <Gathered
        name="projects"
        title="nouns.project"
        list={found.projects}
        columns={[
          state,
          due,
          { head: word('record.lead'), of: ({ lead }) => (lead ? <ThingLink thing={lead} /> : <Unknown />) },
          { head: word('money.total'), isNumber: true, of: ({ totalFen }) => (totalFen === null ? <Unknown /> : sayMoney(totalFen)) },
          why,
        ]}
      />
      <Gathered
        name="places"
        title="nouns.place"
        list={found.places}
        columns={[
          { head: word('gathering.kind'), of: ({ kind }) => sayKind(kind) },
          { head: word('record.stage'), of: ({ stage }) => <StageWord stage={stage} /> },
          { head: word('figures.title'), of: ({ figures }) => <Figures figures={figures} /> },
        ]}
      />
      <Gathered
        name="events"
        title="nouns.event"
        list={found.events}
        columns={[
          { head: word('gathering.dates'), of: ({ dates }) => <DayText on={dates} /> },
          state,
          { head: word('gathering.venue'), of: ({ venue }) => (venue ? <ThingLink thing={venue} /> : <Unknown />) },
        ]}
      />
      <Gathered
        name="parks"
        title="nouns.park"
        list={found.parks}
        columns={(['total', 'let', 'vacant', 'works'] as const).map((name) => ({
          head: word(`gathering.space.${name}`),
          isNumber: true as const,
          of: (row: ItemOf<'parks'>) => <AreaText area={row[name]} />,
        }))}
      />
      <Gathered
        name="industries"
        title="nouns.industry"
        list={found.industries}
        columns={[
          {
            head: word('gathering.firms'),
            of: ({ firms }) =>
              firms ? (
                <>
                  <ThingLink thing={firms.indicator} /> <MeasuredText of={firms} />
                </>
              ) : (
                <Unknown />
              ),
          },
        ]}
      />
      <Gathered
        name="indicators"
        title="nouns.indicator"
        list={found.indicators}
        columns={[
          { head: word('board.latest'), of: (row) => <MeasuredText of={row} /> },
          { head: word('board.status'), of: ({ standing }) => <StandingWord standing={standing} /> },
        ]}
      />
    </>
  );
}

function Gathered<Item extends Row>({
  name,
  title,
  list: { items, count },
  columns,
  numberOf,
}: {
  readonly name: string;
  readonly title: WordId;
  readonly list: { readonly items: readonly Item[]; readonly count: number };
  readonly columns: readonly TableColumn<Item>[];
  readonly numberOf?: (item: Item) => string;
}) {
  const word = useWords();
  const say = useSay();
  if (count === 0) return null;
  const all: readonly TableColumn<Item>[] = [
    {
      head: word('gathering.name'),
      isRowHead: true,
      headed: 'bare',
      className: 'gathering-name',
      of: (item) => (
        <>
          {numberOf ? <span className="soft">{numberOf(item)} </span> : null}
          <ThingLink thing={item.thing} />
          {item.noPlace && say(item.noPlace) ? <small className="block soft">{say(item.noPlace)}</small> : null}
        </>
      ),
    },
    ...columns,
    { head: word('gathering.by'), of: ({ by }) => (by ? <ThingLink thing={by} className="soft" /> : word('gathering.itself')) },
  ];
  return (
    <section className="section" aria-labelledby={`gathered-${name}`}>
      <h2 id={`gathered-${name}`}>
        {word(title)} <small>{count}</small>
      </h2>
      <Table className="stacking" columns={all} rows={items} keyOf={({ thing }) => thing.id} />
      {count > items.length ? <p className="small soft">{word('links.more', { count: count - items.length })}</p> : null}
    </section>
  );
}

/** An area in m² over those of which it is known, and of how many that is. */
export function AreaText({ area: { sum, known, of } }: { readonly area: Area }): ReactNode {
  const word = useWords();
  if (known === 0) return <Unknown />;
  return (
    <>
      <b>{sayNumber(sum)}</b> <small className="soft">m²</small>
      {known < of ? <small className="block soft">{word('leader.known', { known, of })}</small> : null}
    </>
  );
}

function MeasuredText({ of: { latest, unitName, standing } }: { readonly of: Measured }) {
  if (!latest) return <Unknown />;
  return (
    <>
      <ValueText value={latest} unitName={unitName} isMarkedBeside={true} />{' '}
      <small className="soft">
        <DayText on={latest.period} />
      </small>{' '}
      <SourceNote source={latest.source} /> <ValueMarks value={latest} standing={standing} />
    </>
  );
}

function Figures({ figures }: { readonly figures: ItemOf<'places'>['figures'] }) {
  const word = useWords();
  if (figures.length === 0) return <span className="soft">{word('gathering.nothingKnown')}</span>;
  return (
    <ul className="gathering-figures">
      {figures.map((figure) => (
        <li key={figure.id}>
          <FigureText figure={figure} />
        </li>
      ))}
    </ul>
  );
}

/** A published figure with unit, period and source in one line. */
export function FigureText({ figure }: { readonly figure: ItemOf<'places'>['figures'][number] }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const { label, value, words, unitName, qualifier, period, source } = figure;
  return (
    <>
      {say(label)} {qualifier ? <small>{word(`qualifier.${qualifier}`)} </small> : null}
      <b>{value === null ? say(words) : sayNumber(value)}</b> {value === null ? null : <small className="soft">{sayUnit(unitName)}</small>}{' '}
      <small className="soft">{period ? <DayText on={period} /> : <Unknown />}</small> <SourceNote source={source} />
    </>
  );
}
