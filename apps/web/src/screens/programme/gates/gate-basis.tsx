import type { GateStanding, Rung } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { ActionButton } from '../../../record/form/action-button.tsx';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { useMayAct } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';

/** What a gate means, what it rests on and how sure that is; of a passed one, what it was passed on. */
export function GateBasis({ gate, pass }: Pick<Rung, 'gate' | 'pass'>) {
  const word = useWords();
  const say = useSay();
  return (
    <div className="gate-basis small soft">
      <p>{say(gate.meaning)}</p>
      <p>
        {say(gate.basis)} <ConfidenceBar confidence={gate.confidence} /> {gate.source ? <SourceNote source={gate.source} /> : null}
      </p>
      {pass ? <p>{pass.basis.length > 0 ? word('gates.passedOn', { count: pass.basis.length }) : word('gates.passedOnNothing')}</p> : null}
      {pass && say(pass.note) ? <p>{say(pass.note)}</p> : null}
      {pass && say(pass.reason) ? (
        <p>
          {word('gates.kept')} {say(pass.reason)}
        </p>
      ) : null}
    </div>
  );
}

/** That a pass counts no more, what it lost and when it was; where the gate is the open one, the way to keep it by decision. */
export function ReopenedNote({ rung: { gate, state, reopened }, standing }: { readonly rung: Rung; readonly standing: GateStanding }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { edit } = useView();
  const mayAct = useMayAct();
  if (reopened === null) return null;
  return (
    <div className="reopened">
      <p>
        <b>{word('gates.reopened')}</b> · {word('gates.reopened.passed')} <DayText on={reopened.pass.on} />
      </p>
      <ul className="lines small">
        {reopened.lost.map(({ requirement, name, why }) => (
          <li key={requirement}>
            <span>{say(name) || requirement}</span> <span className="warn">{word(`gates.lost.${why}`)}</span>
          </li>
        ))}
      </ul>
      {!mayAct('keep-gate') || state !== 'open' || standing.missing === null ? null : edit === 'keep-gate' ? (
        <ActionForm
          name="keep-gate"
          params={{ id: standing.project.id, gate: gate.id }}
          onDone={() => setView({ edit: undefined }, { replace: true })}
        />
      ) : (
        <p className="row">
          <ActionButton name="keep-gate" className="button" />
        </p>
      )}
    </div>
  );
}
