import { MATTER_ATTRIBUTES, MATTER_ORDERS } from '@westgate/domain';
import { useSayPlan, useShownAttributes } from '../../../lists/plan-attribute.ts';
import { nameIn, type ServedGroups } from '../../../lists/served-list.ts';
import type { ServedAspects } from '../../../lists/served-tools.tsx';
import { isWordId, useSay, useWords, type WordId } from '../../../messages/words.ts';
import { useSayPeriod } from '../../../parts/day-text.tsx';

const HEADS = {
  light: 'matter.light',
  stands: 'matter.stands',
  lead: 'record.lead',
  owes: 'matter.owedBy',
  about: 'matter.about',
  plans: 'register.plan',
  due: 'matter.dueMonth',
  since: 'matter.since',
} as const satisfies Readonly<Record<string, WordId>>;

/** What matters are grouped by and put in order by, in words; departments by the names that came with what was found. */
export function useMatterAspects(found: Pick<ServedGroups, 'values' | 'conditions'>): ServedAspects {
  const word = useWords();
  const say = useSay();
  const sayPlan = useSayPlan();
  const shownOf = useShownAttributes();
  const sayWhen = useSayPeriod();
  const sayKey = (attribute: (typeof MATTER_ATTRIBUTES)[number], key: string): string => {
    if (attribute === 'due') return sayWhen(key);
    if (attribute === 'plans') return sayPlan(key);
    if (attribute === 'lead') {
      const name = nameIn(found, attribute, key);
      return (name && say(name)) || key;
    }
    const id = { light: `light.${key}`, stands: `matter.${key}`, owes: `matter.owedBy.${key.replace('-', '')}`, about: `noun.${key}` };
    const named = id[attribute];
    return isWordId(named) ? word(named) : key;
  };
  return {
    attributes: shownOf(MATTER_ATTRIBUTES.map((id) => ({ id, head: word(HEADS[id]), say: (key: string) => sayKey(id, key) }))),
    sorts: MATTER_ORDERS.map((id) => ({ id, head: word(id === 'due' ? 'due.name' : HEADS[id]) })),
  };
}
