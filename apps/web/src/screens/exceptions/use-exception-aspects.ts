import { EXCEPTION_ATTRIBUTES, EXCEPTION_ORDERS } from '@westgate/domain';
import { useDistrictFrame } from '../../frame/district-context.ts';
import { useSayPlan, useShownAttributes } from '../../lists/plan-attribute.ts';
import { nameIn, type ServedGroups } from '../../lists/served-list.ts';
import type { ServedAspects } from '../../lists/served-tools.tsx';
import { isWordId, useSay, useWords, type WordId } from '../../messages/words.ts';

const HEADS = {
  why: 'exceptions.why',
  department: 'exceptions.department',
  waits: 'exceptions.waits',
  age: 'exceptions.age',
  kind: 'record.kind',
  aim: 'register.aim',
  plans: 'register.plan',
  due: 'due.name',
  said: 'exceptions.said',
} as const satisfies Readonly<Record<string, WordId>>;

/** What the exceptions are grouped by and put in order by, in words; departments by the names that came with what was found. */
export function useExceptionAspects(found: Pick<ServedGroups, 'values' | 'conditions'>): ServedAspects {
  const word = useWords();
  const say = useSay();
  const sayPlan = useSayPlan();
  const shownOf = useShownAttributes();
  const { aims } = useDistrictFrame();
  const sayKey = (attribute: (typeof EXCEPTION_ATTRIBUTES)[number], key: string): string => {
    const own = nameIn(found, attribute, key);
    if (own) return say(own) || key;
    if (attribute === 'plans') return sayPlan(key);
    if (attribute === 'aim') {
      const name = aims.get(key)?.name;
      return name ? say(name) : word('aim.none');
    }
    if (key === '') return word(attribute === 'age' ? 'exceptions.neverReported' : 'unknown');
    const id = { why: `why.${key}`, kind: `noun.${key}`, waits: `exceptions.waits.${key.slice(1)}`, age: `exceptions.age.${key.slice(1)}` };
    const named = attribute === 'department' || attribute === 'due' ? key : id[attribute];
    return isWordId(named) ? word(named) : key;
  };
  return {
    attributes: shownOf(EXCEPTION_ATTRIBUTES.map((id) => ({ id, head: word(HEADS[id]), say: (key: string) => sayKey(id, key) }))),
    sorts: EXCEPTION_ORDERS.map((id) => ({ id, head: word(HEADS[id]) })),
  };
}
