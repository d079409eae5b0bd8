import { useWords } from '../../../messages/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { NextSteps } from '../../../parts/next-steps.tsx';
import { useTitle } from '../../../parts/use-title.ts';

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
