import { Link } from '@tanstack/react-router';
import type { Publishing } from '@westgate/contract';
import { useView } from '../../frame/use-view.ts';
import { useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { countOf, kindWord, STANDINGS, type Standing } from './standings.ts';

/** How many records of each kind are public, and how many are withheld for which reason; each count leads to its records. */
export function StandingTable({ kinds }: Pick<Publishing, 'kinds'>) {
  const word = useWords();
  const held = kinds.filter(({ standings }) => STANDINGS.some((standing) => (standings[standing] ?? 0) > 0));
  if (held.length === 0) return <EmptyState>{word('publish.nothing')}</EmptyState>;
  // A reason that holds back nothing has no column, but for the two that everyone looks for.
  const columns = STANDINGS.filter((standing) => standing === 'public' || standing === 'district' || countOf(held, standing) > 0);
  return (
    <div className="table-scroll">
      <table className="table stacking standing-table">
        <caption className="unseen">{word('publish.counts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{word('publish.kind')}</th>
            {columns.map((standing) => (
              <th key={standing} scope="col" className="number">
                {word(`publish.standing.${standing}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {held.map(({ kind, standings }) => (
            <tr key={kind}>
              <th scope="row">{word(kindWord(kind))}</th>
              {columns.map((standing) => (
                <Count key={standing} standing={standing} kind={kind} count={standings[standing] ?? 0} />
              ))}
            </tr>
          ))}
          <tr className="standing-sum">
            <th scope="row">{word('publish.all')}</th>
            {columns.map((standing) => (
              <Count key={standing} standing={standing} kind={undefined} count={countOf(held, standing)} />
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Count({ standing, kind, count }: { readonly standing: Standing; readonly kind: string | undefined; readonly count: number }) {
  const word = useWords();
  const { department } = useView();
  return (
    <td className="number" data-head={word(`publish.standing.${standing}`)}>
      {count === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link to="/publish" search={{ kind, state: standing, department }} hash="publish-records" hashScrollIntoView>
          {count}
        </Link>
      )}
    </td>
  );
}
