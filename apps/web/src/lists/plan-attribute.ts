import { useDistrictFrame } from '../frame/district-context.ts';
import { useSay, useWords } from '../messages/words.ts';

/** The attribute of rows that is their plans. */
const PLANS = 'plans';

/** Says a plan by its id; '' is none. */
export function useSayPlan(): (id: string) => string {
  const word = useWords();
  const say = useSay();
  const { documents } = useDistrictFrame().district;
  return (id) => {
    const title = documents.find((document) => document.id === id)?.title;
    return id === '' ? word('plans.none') : (title && say(title)) || id;
  };
}

/** Gives the attributes that a list is grouped by: that of plans where the district has several. */
export function useShownAttributes(): <Each extends { readonly id: string }>(attributes: readonly Each[]) => readonly Each[] {
  const { hasSeveralPlans } = useDistrictFrame();
  return (attributes) => (hasSeveralPlans ? attributes : attributes.filter(({ id }) => id !== PLANS));
}
