import { Link } from '@tanstack/react-router';
import type { AxisTree } from '@westgate/contract';
import { useAxisTree } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { useSayPlanShown } from '../../../parts/plan-menu.tsx';
import { partsOf } from '../../../parts/state-parts.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useView } from '../../../scope/use-view.ts';
import { AxisBranch } from './axis-branch.tsx';

/** The plan broken down by one of its axes: under each value its commitments, under each commitment its projects, what is past its day first. */
export function Breakdown() {
  const word = useWords();
  const { axes } = useDistrictFrame().district;
  const { axis: asked } = useView();
  const shown = axes.find(({ id }) => id === asked) ?? axes[0];
  useTitle(word('screen.breakdown'));
  return (
    <div className="register-main breakdown">
      <h1>{word('screen.breakdown')}</h1>
      {shown ? (
        <>
          <AxisTabs shown={shown.id} />
          <Tree axis={shown.id} />
        </>
      ) : (
        <EmptyState actions={[{ text: word('settings.title'), to: '/settings', search: {} }]}>{word('breakdown.noAxes')}</EmptyState>
      )}
    </div>
  );
}

function AxisTabs({ shown }: { readonly shown: string }) {
  const word = useWords();
  const say = useSay();
  const { axes } = useDistrictFrame().district;
  return (
    <nav className="segments breakdown-axes no-print" aria-label={word('breakdown.axis')}>
      {axes.map(({ id, name }) => (
        <Link key={id} to="/breakdown" search={{ axis: id }} aria-current={id === shown ? 'true' : undefined}>
          {say(name) || id}
        </Link>
      ))}
    </nav>
  );
}

function Tree({ axis }: { readonly axis: string }) {
  const tree = useAxisTree(axis);
  return (
    <Await query={tree}>
      {(found) => (
        <>
          <Totals tree={found} />
          {found.branches.map((branch) => (
            <AxisBranch key={branch.value ?? ''} axis={found.axis} branch={branch} />
          ))}
        </>
      )}
    </Await>
  );
}

/** What the values roll up to: each commitment and project once, whatever it stands under. */
function Totals({ tree: { axis, branches, commitmentCount, projectCount, states } }: { readonly tree: AxisTree }) {
  const word = useWords();
  const say = useSay();
  const plan = useSayPlanShown();
  const bare = branches.filter(({ value, projectCount: count }) => value !== null && count === 0);
  return (
    <header className="breakdown-totals">
      <p className="row">
        <b className="breakdown-axis">{say(axis.name)}</b>
        {plan ? <span className="soft">{plan}</span> : null}
        <span>{word('breakdown.commitments', { count: commitmentCount })}</span>
        <span>{word('breakdown.projects', { count: projectCount })}</span>
        {partsOf(states).map(({ state, count }) => (
          <StateWord key={state} state={state} count={count} />
        ))}
      </p>
      {bare.length > 0 ? (
        <p className="breakdown-bare">
          {word('breakdown.noProject')}
          {bare.map(({ value, name }) => say(name) || value).join(word('list.comma'))}
        </p>
      ) : null}
      <p className="small soft">{word('breakdown.counted')}</p>
    </header>
  );
}
