import type { Brief } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { AimWord } from './aim-mark.tsx';
import { partsOf } from './state-parts.ts';
import { STATE_SIGNS, StateWord } from './state-word.tsx';

/** Each aim as a line: how many commitments, how they stand. The parts are as wide as their counts; the words below say the same. */
export function AimLines({ brief }: { readonly brief: Pick<Brief, 'aims'> }) {
  const word = useWords();
  const most = Math.max(1, ...brief.aims.map(({ total }) => total));
  return (
    <section aria-labelledby="brief-aims" className="brief-aims">
      <h2 id="brief-aims">{word('brief.aims')}</h2>
      <ul>
        {brief.aims.map(({ id, total, states }) => (
          <li key={id ?? ''}>
            <p className="brief-aim">
              <AimWord aim={id} /> <b>{total}</b>
            </p>
            <div className="brief-line" aria-hidden="true">
              {partsOf(states).map(({ state, count }) => (
                <i key={state} className={`part part-${state}`} style={{ width: `${(count / most) * 100}%` }}>
                  {STATE_SIGNS[state]}
                </i>
              ))}
            </div>
            <p className="small brief-parts">
              {total === 0
                ? word('brief.noCommitments')
                : partsOf(states).map(({ state, count }) => <StateWord key={state} state={state} count={count} />)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
