import { useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { Fact } from './fact.tsx';
import { PlanNames } from './plan-names.tsx';

/** The plans a record belongs to, or that it belongs to none; nothing in a district with one plan. */
export function PlanFact({ plans }: { readonly plans: readonly string[] }) {
  const word = useWords();
  if (!useDistrictFrame().hasSeveralPlans) return null;
  return (
    <Fact name={word('register.plan')}>
      <PlanNames ids={plans} />
    </Fact>
  );
}
