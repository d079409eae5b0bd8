import type { State, StateName } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { StateAge } from './age-note.tsx';

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
