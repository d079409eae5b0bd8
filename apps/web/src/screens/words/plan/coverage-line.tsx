import { Link } from '@tanstack/react-router';
import type { Commitment, Coverage } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { stateTotals } from './view-model.ts';

/** How much of the plan is held fast, and where its commitments stand; every number opens its list. */
export function CoverageLine({ coverage, commitments }: { readonly coverage: Coverage; readonly commitments: readonly Commitment[] }) {
  const word = useWords();
  const { total, linked, narrative } = coverage.sentences;
  return (
    <p className="coverage-line">
      <Link to="/register" search={{ noun: 'sentence' }}>
        <b>
          {linked + narrative} / {total}
        </b>{' '}
        {word('plan.covered')}
      </Link>
      <Link to="/register" search={{ noun: 'sentence', kind: 'promise' }} className="less">
        <b>{linked}</b> {word('plan.linked')}
      </Link>
      <Link to="/register" search={{ noun: 'sentence', kind: 'narrative' }} className="less">
        <b>{narrative}</b> {word('plan.narrative')}
      </Link>
      <span className="spring" />
      {stateTotals(commitments).map(({ state, count }) => (
        <Link key={state} to="/register" search={{ noun: 'commitment', state }} className="less">
          <StateWord state={state} count={count} />
        </Link>
      ))}
    </p>
  );
}
