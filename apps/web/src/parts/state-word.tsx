import type { Stage, State, StateName } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { StateAge } from './day-text.tsx';
import { Unknown } from './fact.tsx';

/** The sign before each state: it carries the meaning without colour. */
export const STATE_SIGNS: Readonly<Record<StateName, string>> = {
  'not-started': '○',
  'under-way': '◐',
  done: '✓',
  late: '!',
  slipped: '⤵',
  unmeasurable: '∅',
  'not-known': '?',
};

/** A state as a sign and a word; crimson for what is late, and only there. */
export function StateWord({ state, count }: { readonly state: StateName; readonly count?: number }) {
  const word = useWords();
  return (
    <span className={`state state-${state}`}>
      <span className="sign" aria-hidden="true">
        {STATE_SIGNS[state]}
      </span>
      {word(`state.${state}`)}
      {count === undefined ? null : <span className="count"> {count}</span>}
    </span>
  );
}

/** A state with its timing: done early, on time, late. */
export function TimedState({ state }: { readonly state: State }) {
  const word = useWords();
  return (
    <>
      <StateWord state={state.name} />
      {state.timing ? <span className="soft small"> {word(`timing.${state.timing}`)}</span> : null}
      <StateAge state={state} />
    </>
  );
}

/** How far a place has come: candidate, under way, done, or not known. */
export function StageWord({ stage }: { readonly stage: Stage }) {
  const word = useWords();
  return stage === 'not-known' ? <Unknown /> : <span className="soft nowrap">{word(`stage.${stage}`)}</span>;
}
