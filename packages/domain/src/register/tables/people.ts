import { id, list, maybeText, oneOf } from '../fields.ts';
import { table } from '../table.ts';
import { ACCOUNT_STATES } from '../vocabulary.ts';

/** Who may sign in. Names and credentials lie in each person's drawer, never in a row. */
export const PEOPLE_TABLES = {
  account: table({
    name: 'account',
    file: 'people/accounts.csv',
    isApart: true,
    key: ['id'],
    about: 'an account: a person who may sign in, by the id of that person',
    fields: {
      id: id<'account'>('the id of the person'),
      roles: list('what the person may be'),
      department: maybeText('the department the person belongs to, by its id; one that is not held counts as none'),
      state: oneOf(ACCOUNT_STATES, 'invited, open or closed'),
    },
  }),
} as const;
