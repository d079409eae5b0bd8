import type { GateStanding } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';

/** Gates that were passed by other rules, and what became of each. */
export function FormerPasses({ standing: { former, rungs } }: { readonly standing: GateStanding }) {
  const word = useWords();
  const say = useSay();
  if (former.length === 0) return null;
  const nameOf = (id: string | null): string => say(rungs.find(({ gate }) => gate.id === id)?.gate.name ?? { zh: id, en: id });
  return (
    <div className="former-passes">
      <h3>{word('gates.former')}</h3>
      <ul className="lines small">
        {former.map((pass) => (
          <li key={pass.gate}>
            <span>
              {say(pass.name) || pass.gate} <DayText on={pass.on} />
            </span>
            <span className="soft">
              {pass.became === 'kept-as'
                ? word('gates.keptAs', { name: nameOf(pass.keptAs) })
                : pass.became === 'set-aside'
                  ? word('gates.setAside', { why: say(pass.reason) })
                  : word('gates.otherRules')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
