import { Link } from '@tanstack/react-router';
import type { IndustryBoard, IndustryRow } from '@westgate/contract';
import { PLURALS } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { useMayAct } from '../../../scope/may-change.ts';
import { overdueCount, pipelineRows } from './industry-model.ts';
import { ReviewWord, StageRod } from './stage-rod.tsx';

/** The industries that are being raised, with their last review and when the next is due, the overdue first. */
export function PipelineSection({ board }: { readonly board: IndustryBoard }) {
  const word = useWords();
  const rows = pipelineRows(board.rows);
  const columns = useColumns(rows);
  return (
    <section className="section" aria-labelledby="pipeline">
      <h2 id="pipeline">{word('industry.pipeline')}</h2>
      <p className="small soft">{word('industry.pipelineLead', { count: rows.length, overdue: overdueCount(rows) })}</p>
      {rows.length === 0 ? null : (
        <Table className="stacking pipeline-table" columns={columns} rows={rows} keyOf={({ industry }) => industry.id} />
      )}
    </section>
  );
}

function useColumns(rows: readonly IndustryRow[]): readonly TableColumn<IndustryRow>[] {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('industry');
  const mayAct = useMayAct();
  const shown: readonly TableColumn<IndustryRow>[] = [
    { head: word('noun.industry'), isRowHead: true, headed: 'bare', of: ({ industry }) => <ThingLink thing={industry} /> },
    { head: word('industry.stage'), of: ({ stage }) => <StageRod stage={stage} /> },
    {
      head: word('industry.lastReview'),
      of: ({ reviews: [last] }) =>
        last ? (
          <>
            <DayText on={last.on} /> {say(last.finding)} {last.source ? <SourceNote source={last.source} /> : null}
          </>
        ) : (
          <span className="soft">{word('industry.noReview')}</span>
        ),
    },
    {
      head: word('industry.due'),
      of: ({ due }) => (due ? <DayText on={due} /> : <span className="soft">{word('industry.notRaised')}</span>),
    },
    { head: word('industry.review'), of: ({ standing }) => <ReviewWord standing={standing} /> },
    { head: field('owner'), of: ({ owner }) => (owner ? <ThingLink thing={owner} /> : <Unknown />) },
  ];
  const mayReview = (row: IndustryRow): boolean => mayAct('review-industry', row, [row.owner?.id ?? null]);
  if (!rows.some(mayReview)) return shown;
  const act: TableColumn<IndustryRow> = {
    head: word('industry.doReview'),
    headed: 'unseen',
    of: (row) =>
      mayReview(row) ? (
        <Link
          className="button plain"
          to="/$nouns/$id"
          params={{ nouns: PLURALS.industry, id: row.industry.id }}
          search={{ edit: 'review-industry' }}
        >
          {word('industry.doReview')}
          <span className="unseen">{say(row.industry.name)}</span>
        </Link>
      ) : null,
  };
  return [...shown, act];
}
