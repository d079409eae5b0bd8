import { Link } from '@tanstack/react-router';
import type { Run, Runs } from '@westgate/contract';
import { useState } from 'react';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useRuns } from '../../runs/use-runs.ts';
import { useMayOpen } from '../../scope/may-open.ts';
import { CompareRuns } from './compare-runs.tsx';
import { RunItem } from './run-item.tsx';

/** How many runs are compared. */
const COMPARED = 2;

/** Long work: what waits and works, and what came of what is over; two of a kind side by side. */
export function RunsScreen() {
  const word = useWords();
  const mayOpen = useMayOpen();
  useTitle(word('runs.title'));
  return (
    <div className="register-main reports">
      <h1>{word('runs.title')}</h1>
      <p className="small soft">{word('runs.lead')}</p>
      {mayOpen('/publish') ? (
        <p className="row">
          <Link to="/publish" className="button">
            {word('publish.title')}
          </Link>
        </p>
      ) : null}
      <Await query={useRuns()}>{(found) => <List runs={found} />}</Await>
    </div>
  );
}

function List({ runs: { items, keptDays, most } }: { readonly runs: Runs }) {
  const word = useWords();
  const [ids, setIds] = useState<readonly string[]>([]);
  const chosen = ids.flatMap((id) => items.find((run) => run.id === id) ?? []);
  const [first, second] = chosen;
  const choose = ({ id }: Run): void => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-COMPARED));
  if (items.length === 0) return <EmptyState>{word('runs.empty')}</EmptyState>;
  return (
    <>
      {first && second ? (
        <section aria-labelledby="runs-compared">
          <h2 id="runs-compared">{word('runs.compared')}</h2>
          <CompareRuns runs={first.askedAt <= second.askedAt ? [first, second] : [second, first]} />
        </section>
      ) : null}
      <section aria-labelledby="runs-all">
        <h2 id="runs-all">{word('runs.all')}</h2>
        <p className="small soft">{word('runs.kept', { days: keptDays, most })}</p>
        <ul className="lines run-list">
          {items.map((run) => (
            <RunItem
              key={run.id}
              run={run}
              isChosen={ids.includes(run.id)}
              mayChoose={first === undefined || first.kind === run.kind}
              onChoose={() => choose(run)}
            />
          ))}
        </ul>
      </section>
    </>
  );
}
