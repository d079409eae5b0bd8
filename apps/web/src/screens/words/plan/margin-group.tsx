import { Link } from '@tanstack/react-router';
import { useSay } from '../../../messages/words.ts';
import { StateWord } from '../../../parts/state-word.tsx';
import { useAim } from '../../../scope/district-context.ts';
import type { PlanSentence } from './view-model.ts';

/** The commitments of a sentence in the margin: state, title, the short reason. */
export function MarginGroup({ planSentence, isSelected }: { readonly planSentence: PlanSentence; readonly isSelected: boolean }) {
  const say = useSay();
  const { sentence, commitments } = planSentence;
  const { className } = useAim()(sentence.aim);
  if (commitments.length === 0 && !say(sentence.reason)) return null;
  return (
    <div className={`margin-group ${className} ${isSelected ? 'selected' : ''}`}>
      <span className="key">{sentence.number}</span>
      {commitments.length === 0 ? <p className="soft">{say(sentence.reason)}</p> : null}
      <ul>
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <StateWord state={commitment.state.name} />
            <Link to="/commitments/$id" params={{ id: commitment.id }} className="name" title={say(commitment.title)}>
              {say(commitment.title)}
            </Link>
            <span className="tail" title={say(commitment.state.reason)}>
              {say(commitment.state.tail)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
