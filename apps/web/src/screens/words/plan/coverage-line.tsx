import { Link } from '@tanstack/react-router';
import type { Commitment, Coverage } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { stateTotals } from './view-model.ts';

/** How much of the plan is held fast, and where its commitments stand; every number opens its list. */
export function CoverageLine({
  plan,
  coverage,
  commitments,
}: {
  readonly plan: string;
  readonly coverage: Coverage;
  readonly commitments: readonly Commitment[];
}) {
  const word = useWords();
  // The lists that a number opens are of the same plan; where there is one alone, all lists are.
  const of = useDistrictFrame().hasSeveralPlans ? { plan } : {};
  const { total, linked, narrative } = coverage.sentences;
  return (
    <p className="coverage-line">
      <Link to="/register" search={{ noun: 'sentence', ...of }}>
        <b>
          {linked + narrative} / {total}
        </b>{' '}
        {word('plan.covered')}
      </Link>
      <Link to="/register" search={{ noun: 'sentence', kind: 'promise', ...of }} className="less">
        <b>{linked}</b> {word('plan.linked')}
      </Link>
      <Link to="/register" search={{ noun: 'sentence', kind: 'narrative', ...of }} className="less">
        <b>{narrative}</b> {word('plan.narrative')}
      </Link>
      <span className="spring" />
      {stateTotals(commitments).map(({ state, count }) => (
        <Link key={state} to="/register" search={{ noun: 'commitment', state, ...of }} className="less">
          <StateWord state={state} count={count} />
        </Link>
      ))}
    </p>
  );
}
