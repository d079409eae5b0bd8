import type { IndustryBoard, IndustryRow } from '@westgate/contract';
import { useIndustryBoard } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { StandingWord } from '../board/standing-word.tsx';
import { MEASURES } from './industry-model.ts';
import { StageRod } from './stage-rod.tsx';
import { MeasureText } from './tier-table.tsx';
import './industry.css';

type Stay = IndustryRow['stays'][number];
type Review = IndustryRow['reviews'][number];
type Observed = readonly [name: 'firms' | 'revenue' | 'jobs' | 'research', measure: IndustryRow['measures']['firms']];

/** On the page of an industry: what is measured of it, where it stood, and its reviews. */
export function IndustrySections({ id }: { readonly id: string }) {
  return (
    <Await query={useIndustryBoard(undefined)}>
      {(board) => {
        const row = board.rows.find(({ industry }) => industry.id === id);
        return row ? <SectionsOf board={board} row={row} /> : null;
      }}
    </Await>
  );
}

function SectionsOf({ board, row }: { readonly board: IndustryBoard; readonly row: IndustryRow }) {
  const word = useWords();
  const observed = MEASURES.map((name): Observed => [name, row.measures[name]]);
  const [measures, stays, reviews] = [useMeasureColumns(), useStayColumns(board), useReviewColumns()];
  return (
    <>
      <section className="section" aria-labelledby="observed">
        <h2 id="observed">{word('industry.observed')}</h2>
        <Table columns={measures} rows={observed} keyOf={([name]) => name} />
      </section>
      <section className="section" aria-labelledby="stays">
        <h2 id="stays">{word('industry.course')}</h2>
        {row.stays.length === 0 ? (
          <p className="small soft">{word('industry.noTier')}</p>
        ) : (
          <Table columns={stays} rows={row.stays} keyOf={({ from }) => from} />
        )}
      </section>
      <section className="section" aria-labelledby="reviews">
        <h2 id="reviews">{word('industry.reviews')}</h2>
        {row.reviews.length === 0 ? (
          <p className="small soft">{word(row.reviewFrom === null ? 'industry.notRaised' : 'industry.noReview')}</p>
        ) : (
          <Table columns={reviews} rows={row.reviews} keyOf={({ on }) => on} />
        )}
      </section>
    </>
  );
}

function useMeasureColumns(): readonly TableColumn<Observed>[] {
  const word = useWords();
  const field = useFieldWord('industry');
  return [
    { head: word('industry.observed'), isRowHead: true, headed: 'bare', of: ([name]) => field(name) },
    { head: word('board.latest'), of: ([, measure]) => <MeasureText measure={measure} /> },
    { head: word('board.status'), of: ([, measure]) => (measure ? <StandingWord standing={measure.standing} /> : null) },
    {
      head: word('noun.indicator'),
      of: ([, measure]) =>
        measure ? <ThingLink thing={measure.indicator} /> : <span className="soft">{word('industry.noIndicator')}</span>,
    },
  ];
}

function useStayColumns({ schemes }: IndustryBoard): readonly TableColumn<Stay>[] {
  const word = useWords();
  const say = useSay();
  const tierById = new Map(schemes.flatMap(({ name, tiers }) => tiers.map((each) => [each.tier.id, { name, ...each }] as const)));
  return [
    {
      head: word('noun.tier'),
      isRowHead: true,
      headed: 'bare',
      of: ({ tier }) => {
        const found = tierById.get(tier);
        return found ? (
          <>
            <ThingLink thing={found.tier} /> <small className="soft">{found.name}</small>
          </>
        ) : (
          tier
        );
      },
    },
    { head: word('industry.from'), of: ({ from }) => <DayText on={from} /> },
    { head: word('industry.until'), of: ({ until }) => (until ? <DayText on={until} /> : word('industry.untilFurther')) },
    { head: word('industry.reason'), of: ({ reason }) => say(reason) },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('industry.confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
  ];
}

function useReviewColumns(): readonly TableColumn<Review>[] {
  const word = useWords();
  const say = useSay();
  return [
    { head: word('industry.reviewedOn'), isRowHead: true, of: ({ on }) => <DayText on={on} /> },
    { head: word('industry.stage'), of: ({ stage }) => <StageRod stage={stage} /> },
    { head: word('industry.finding'), of: ({ finding }) => say(finding) },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
  ];
}
