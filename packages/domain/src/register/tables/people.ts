import { anyRef, day, id, list, maybeText, oneOf, pair, ref, text } from '../fields.ts';
import { table } from '../table.ts';
import { ACCOUNT_STATES, SAVED_SCREENS, VISIBILITIES } from '../vocabulary.ts';

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
  assignment: table({
    name: 'assignment',
    file: 'people/assignments.csv',
    isApart: true,
    key: ['subject_kind', 'subject_id'],
    about: 'the person who answers for a commitment or project within the department that does',
    fields: {
      subject_kind: oneOf(['commitment', 'project'], 'the kind of record'),
      subject_id: anyRef('subject_kind', 'the record'),
      person: ref('account', 'the account of the person'),
    },
  }),
  outside_link: table({
    name: 'outside_link',
    file: 'people/outside-links.csv',
    isApart: true,
    key: ['id'],
    named: 'body',
    about: 'a link by which a body outside the district reports on one record without an account, until a day',
    fields: {
      id: id<'outside_link'>('stable id'),
      subject_kind: oneOf(['commitment', 'project'], 'the kind of record'),
      subject_id: anyRef('subject_kind', 'the record'),
      ...pair('body', 'the body that reports by it'),
      expires_on: day('the last day on which it can be used'),
      secret_hash: text('SHA-256 of the secret in the link, in hex; the secret itself is kept nowhere'),
    },
  }),
  saved_view: table({
    name: 'saved_view',
    file: 'people/saved-views.csv',
    isApart: true,
    key: ['id'],
    named: 'name',
    about: 'a view kept under a name: a screen, and what stands in its address',
    fields: {
      id: id<'saved_view'>('stable id'),
      ...pair('name', 'the name'),
      screen: oneOf(SAVED_SCREENS, 'the screen'),
      query: text('what stands in the address behind the question mark'),
      visibility: oneOf(VISIBILITIES, 'with whom it is shared: everyone in the district, a department, or nobody'),
      department: maybeText('the department it is shared with, by its id'),
      owner: maybeText('the person who keeps it; empty where nobody has an account: it is everyone’s'),
    },
  }),
} as const;
