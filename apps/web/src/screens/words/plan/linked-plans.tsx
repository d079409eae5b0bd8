import { Link } from '@tanstack/react-router';
import type { PlanDocument } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { NextSteps } from '../../../parts/next-steps.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useDistrictFrame } from '../../../scope/district-context.ts';

/** Below the text of a plan: the plans of others that it carries out, of which no text is held. Nothing where there are none. */
export function LinkedPlans({ document }: { readonly document: PlanDocument }) {
  const word = useWords();
  const say = useSay();
  const linked = useDistrictFrame().district.documents.filter(({ id, sentenceCount }) => id !== document.id && sentenceCount === 0);
  if (linked.length === 0) return null;
  return (
    <section className="linked-plans" aria-labelledby="linked-plans">
      <h2 id="linked-plans">{word('plan.linkedPlans')}</h2>
      <ul>
        {linked.map(({ id, title, wording }) => (
          <li key={id}>
            <Link to="/plan" search={{ doc: id }}>
              {say(title)}
            </Link>{' '}
            <span className="note">{word(`plan.wording.${wording}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The Plan while the district holds no plan: what to do next. */
export function PlanEmpty() {
  const word = useWords();
  useTitle(word('screen.plan'));
  return (
    <div className="start">
      <div className="start-main">
        <h1>{word('plan.empty.title')}</h1>
        <EmptyState
          actions={[
            { text: word('bring.title'), to: '/plan/new' },
            { text: word('sheet.title'), to: '/plan/sheet' },
            { text: word('start.way.bring'), to: '/start', search: { way: 'bring' } },
          ]}
        >
          {word('plan.empty')}
        </EmptyState>
        <NextSteps />
      </div>
    </div>
  );
}
