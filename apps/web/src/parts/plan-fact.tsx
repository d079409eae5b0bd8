import { useSay, useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { Fact } from './fact.tsx';
import { RecordLink } from './thing-link.tsx';

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

/** The plans of these ids by their titles, each a way to it; that it is of none where there are none. */
export function PlanNames({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  const word = useWords();
  const { documents } = useDistrictFrame().district;
  if (ids.length === 0) return <span className="soft">{word('plans.none')}</span>;
  return ids.map((id, index) => {
    const title = documents.find((document) => document.id === id)?.title;
    return (
      <span key={id}>
        {index > 0 ? <br /> : null}
        <RecordLink kind="document" id={id}>
          {(title && say(title)) || id}
        </RecordLink>
      </span>
    );
  });
}
