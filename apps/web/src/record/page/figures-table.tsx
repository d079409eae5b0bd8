import type { Figure } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../messages/words.ts';
import { AgeNote, useSayPeriod } from '../../parts/day-text.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Unknown } from '../../parts/fact.tsx';
import { groupedBy } from '../../parts/grouped-by.ts';
import { useProvenance } from '../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { PartSection, withdrawEdit } from '../form/part-form.tsx';
import { WithdrawButton } from '../form/row-acts.tsx';

/** Figures of one label together: where sources differ, every value is shown. */
interface FigureGroup {
  readonly label: Figure['label'];
  readonly figures: readonly Figure[];
}

/** A figure with the name of those that it stands with, and how many they are: 0 but in the first. */
type Row = Figure & { readonly named: Figure['label']; readonly together: number };

/**
 * The published figures of a record, each with unit, period, source and confidence; values that disagree stay side by side. One is entered and
 * taken out here, where `of` says which record they are of.
 */
export function FiguresTable({
  figures,
  of,
}: {
  readonly figures: readonly Figure[];
  readonly of: { readonly kind: string; readonly id: string };
}) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const provenance = useProvenance();
  // Figures of one thing stand together under its name.
  const rows = figureGroups(figures).flatMap((group) =>
    group.figures.map((figure, index): Row => ({ ...figure, named: group.label, together: index === 0 ? group.figures.length : 0 })),
  );
  const columns: readonly TableColumn<Row>[] = [
    { head: word('figures.what'), isRowHead: true, span: ({ together }) => together, of: ({ named }) => say(named) },
    {
      head: word('figures.value'),
      isNumber: true,
      of: ({ qualifier, value, words }) => (
        <>
          {qualifier ? <small>{word(`qualifier.${qualifier}`)} </small> : null}
          <b>{value === null ? say(words) : sayNumber(value)}</b>
        </>
      ),
    },
    { head: word('record.unit'), className: 'soft', of: ({ unitName }) => say(unitName) },
    {
      head: word('figures.period'),
      of: ({ period }) => (
        <>
          {period ? sayWhen(period) : <Unknown />} <AgeNote on={period} />
        </>
      ),
    },
    ...provenance,
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ id, rev, label }) => <WithdrawButton edit={withdrawEdit({ kind: 'figure', id, rev })} name={say(label)} />,
    },
  ];
  return (
    <section className="section" aria-labelledby="figures">
      <h2 id="figures">
        {word('figures.title')} <small>{word('figures.lead')}</small>
      </h2>
      {figures.length === 0 ? (
        <EmptyState>{word('figures.none')}</EmptyState>
      ) : (
        <Table columns={columns} rows={rows} keyOf={({ id }) => id} marks={({ id }) => ({ id: `figure-${id}` })} />
      )}
      <PartSection kind="figure" of={{ subject_kind: of.kind, subject_id: of.id }} />
    </section>
  );
}

/** The figures by label, in the order met, no figure twice. */
export function figureGroups(figures: readonly Figure[]): readonly FigureGroup[] {
  const unique = [...new Map(figures.map((figure) => [figure.id, figure])).values()];
  const groups = groupedBy(unique, ({ label }) => `${label.zh}|${label.en}`);
  return [...groups.values()].flatMap((members) => (members[0] ? [{ label: members[0].label, figures: members }] : []));
}
