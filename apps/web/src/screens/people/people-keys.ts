import { type Attribute, rankIn } from '@westgate/base';
import type { AccountHolder } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import type { Order } from '../../lists/arrange.ts';

/** Whether somebody is signed in: no role and no department is named like these. */
export const SIGNED_IN = { yes: '-in', no: '-out' } as const;

/** What the accounts are grouped by, in keys. */
export const PEOPLE_ATTRIBUTES = [
  { id: 'role', keysOf: ({ roles }) => roles, rankOf: rankIn(vocabulary.ROLES) },
  { id: 'department', keysOf: ({ department }) => (department === null ? [] : [department]) },
  { id: 'account', keysOf: ({ state }) => [state], rankOf: rankIn(vocabulary.ACCOUNT_STATES) },
  { id: 'in', keysOf: ({ sessions }) => [sessions > 0 ? SIGNED_IN.yes : SIGNED_IN.no], rankOf: rankIn([SIGNED_IN.yes, SIGNED_IN.no]) },
] as const satisfies readonly Attribute<AccountHolder>[];

/** What the accounts can be put in order by. `departmentOf`: what a department is called. */
export function peopleOrders(departmentOf: (id: string) => string) {
  return [
    { id: 'name', orderOf: ({ name }) => name },
    { id: 'signIn', orderOf: ({ signIn }) => signIn },
    { id: 'department', orderOf: ({ department }) => (department === null ? null : departmentOf(department)) },
    { id: 'answersFor', orderOf: ({ answersFor }) => answersFor },
    { id: 'seen', orderOf: ({ seen }) => seen },
  ] as const satisfies readonly Order<AccountHolder>[];
}

/** What words are looked for in. */
export function hayOfPerson({ name, signIn, mail, phone }: AccountHolder): string {
  return [name, signIn, mail, phone].filter((each) => each !== null).join(' ');
}
