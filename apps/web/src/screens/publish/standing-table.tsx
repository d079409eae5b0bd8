import { Link } from '@tanstack/react-router';
import type { Publishing } from '@westgate/contract';
import { useView } from '../../frame/use-view.ts';
import { useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { countOf, kindWord, STANDINGS, type Standing } from './standings.ts';

/** The records of a kind, or of all, counted by how they stand. */
interface Row {
  readonly kind: Publishing['kinds'][number]['kind'] | undefined;
  readonly countAt: (standing: Standing) => number;
}

/** How many records of each kind are public, and how many are withheld for which reason; each count leads to its records. */
export function StandingTable({ kinds }: Pick<Publishing, 'kinds'>) {
  const word = useWords();
  const held = kinds.filter(({ standings }) => STANDINGS.some((standing) => (standings[standing] ?? 0) > 0));
  if (held.length === 0) return <EmptyState>{word('publish.nothing')}</EmptyState>;
  // A reason that holds back nothing has no column, but for the two that everyone looks for.
  const shown = STANDINGS.filter((standing) => standing === 'public' || standing === 'district' || countOf(held, standing) > 0);
  const sum: Row = { kind: undefined, countAt: (standing) => countOf(held, standing) };
  const rows: readonly Row[] = [
    ...held.map(({ kind, standings }): Row => ({ kind, countAt: (standing) => standings[standing] ?? 0 })),
    sum,
  ];
  const columns: readonly TableColumn<Row>[] = [
    { head: word('publish.kind'), isRowHead: true, of: ({ kind }) => word(kind === undefined ? 'publish.all' : kindWord(kind)) },
    ...shown.map(
      (standing): TableColumn<Row> => ({
        head: word(`publish.standing.${standing}`),
        isNumber: true,
        of: ({ kind, countAt }) => <Count standing={standing} kind={kind} count={countAt(standing)} />,
      }),
    ),
  ];
  return (
    <Table
      className="stacking standing-table"
      caption={word('publish.counts.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ kind }) => kind ?? ''}
      marks={({ kind }) => (kind === undefined ? { className: 'standing-sum' } : {})}
    />
  );
}

function Count({ standing, kind, count }: { readonly standing: Standing; readonly kind: string | undefined; readonly count: number }) {
  const { department } = useView();
  if (count === 0) return <span className="soft">0</span>;
  return (
    <Link to="/publish" search={{ kind, state: standing, department }} hash="publish-records" hashScrollIntoView>
      {count}
    </Link>
  );
}
