import { useDistrictFrame } from '../frame/district-context.ts';
import { useWords } from '../messages/words.ts';
import { PlanNames } from './plan-names.tsx';

/** The head of the column of plans of a table; nothing in a district with one plan. */
export function PlanHead() {
  const word = useWords();
  return useDistrictFrame().hasSeveralPlans ? <th scope="col">{word('register.plan')}</th> : null;
}

/** The plans of a row under that head; nothing in a district with one plan. */
export function PlanCell({ plans }: { readonly plans: readonly string[] }) {
  const word = useWords();
  if (!useDistrictFrame().hasSeveralPlans) return null;
  return (
    <td data-head={word('register.plan')}>
      <PlanNames ids={plans} />
    </td>
  );
}

/** How many columns a table has with that of plans beside `others`. */
export function useColumnCount(others: number): number {
  return useDistrictFrame().hasSeveralPlans ? others + 1 : others;
}
