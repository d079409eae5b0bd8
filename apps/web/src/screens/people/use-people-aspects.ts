import type { AccountHolder } from '@westgate/contract';
import { useDepartments } from '../../api/questions.ts';
import type { Aspects } from '../../lists/shown-attribute.ts';
import { isWordId, useSay, useWords, type WordId } from '../../messages/words.ts';
import { PEOPLE_ATTRIBUTES, peopleOrders, SIGNED_IN } from './people-keys.ts';

const HEADS = {
  name: 'welcome.name',
  signIn: 'signIn.name',
  role: 'people.roles',
  department: 'people.department',
  account: 'people.state',
  in: 'people.in',
  answersFor: 'people.answersFor',
  seen: 'people.seen',
} as const satisfies Readonly<Record<string, WordId>>;

const KEY_WORDS: ReadonlyMap<string, WordId> = new Map<string, WordId>([
  [SIGNED_IN.yes, 'people.signedIn'],
  [SIGNED_IN.no, 'people.notIn'],
]);

/** What the accounts are grouped by, what adds up in them, what they are put in order by, and what a department is called. */
export function usePeopleAspects(): Aspects<AccountHolder> & { readonly departmentOf: (id: string | null) => string } {
  const word = useWords();
  const say = useSay();
  const departments = useDepartments().data ?? [];
  const departmentOf = (id: string | null): string => {
    const found = departments.find((each) => each.id === id);
    return found ? say(found.name) : id || word('people.noDepartment');
  };
  const sayKey = (attribute: string, key: string): string => {
    if (attribute === 'department') return departmentOf(key);
    const id = KEY_WORDS.get(key) ?? `${attribute}.${key}`;
    return isWordId(id) ? word(id) : word('unknown');
  };
  return {
    departmentOf,
    attributes: PEOPLE_ATTRIBUTES.map((attribute) => ({
      ...attribute,
      head: word(HEADS[attribute.id]),
      say: (key) => sayKey(attribute.id, key),
    })),
    measures: [{ id: 'answersFor', head: word(HEADS.answersFor), numberOf: ({ answersFor }) => answersFor, say: String }],
    sorts: peopleOrders(departmentOf).map((order) => ({ ...order, head: word(HEADS[order.id]) })),
  };
}
