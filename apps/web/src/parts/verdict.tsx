import type { Bilingual } from '@westgate/base';
import type { State, StateName } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { DayText, StateAge } from './day-text.tsx';
import { STATE_SIGNS } from './state-word.tsx';

/** The state of a promise in a double neat line, with its reason; beside it the rule that decides it. */
export function Verdict({ state, rule }: { readonly state: State; readonly rule: Bilingual }) {
  const word = useWords();
  const say = useSay();
  return (
    <section className="neat verdict" aria-label={word('verdict.name')}>
      <div>
        <p className={`verdict-word state-${state.name}`}>
          <VerdictSign state={state.name} />
          {word(`state.${state.name}`)}
          {state.timing ? <span> · {word(`timing.${state.timing}`)}</span> : null}
          <span className="verdict-tail">{say(state.tail)}</span>
        </p>
        <p className="small">{say(state.reason)}</p>
        {state.since ? (
          <p className="note">
            {word('verdict.since')} <DayText on={state.since} />
          </p>
        ) : null}
        {state.latest && state.name !== 'done' ? (
          <p className="note">
            {word('verdict.latest')} <DayText on={state.latest} /> <StateAge state={state} />
          </p>
        ) : null}
      </div>
      <div className="verdict-rule small">
        <h2>{word('verdict.ruleTitle')}</h2>
        <p>{say(rule) || word('verdict.noRule')}</p>
      </div>
    </section>
  );
}

function VerdictSign({ state }: { readonly state: StateName }) {
  return (
    <span className="verdict-sign" aria-hidden="true">
      {STATE_SIGNS[state]}
    </span>
  );
}
