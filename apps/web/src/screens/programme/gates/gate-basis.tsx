import type { Rung } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { ConfidenceBar } from '../../../parts/confidence-bar.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';

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
