import { type AccountHolder, dayInDistrict, minuteInDistrict } from '@westgate/desk';
import { vocabulary, vocabularyName } from '@westgate/domain';
import { booleanColumn, type Column, dayColumn, numberColumn, plainColumn, severalColumn, thingColumn, wordColumn } from './column.ts';

const NOT_KEPT = { zh: '未保存', en: 'not kept' };
const NOT_IN = { zh: '未登录', en: 'not signed in' };

/** Who has an account, what they may do, what they answer for, whether they are signed in. */
export const PEOPLE_COLUMNS: readonly Column<AccountHolder>[] = [
  plainColumn('id', ['编号', 'Id'], ({ id }) => id, { width: 20 }),
  plainColumn('name', ['姓名', 'Name'], ({ name }) => name, { width: 16, none: { zh: '已删除的人员', en: 'erased person' } }),
  plainColumn('sign_in', ['登录名', 'Username'], ({ signIn }) => signIn, { width: 22, none: NOT_KEPT }),
  plainColumn('mail', ['邮箱', 'Email'], ({ mail }) => mail, { width: 24, none: NOT_KEPT }),
  plainColumn('phone', ['电话', 'Phone'], ({ phone }) => phone, { width: 16, none: NOT_KEPT }),
  severalColumn('roles', ['角色', 'Roles'], ({ roles }) => roles, {
    width: 28,
    nameOf: (key) => vocabularyName('role', key),
    rank: (key) => vocabulary.ROLES.findIndex((role) => role === key),
  }),
  thingColumn('department', ['部门', 'Department'], 'department', ({ department }) => department, {
    width: 20,
    none: { zh: '无部门', en: 'no department' },
  }),
  wordColumn('account', ['状态', 'State'], ['account', vocabulary.ACCOUNT_STATES], ({ state }) => state, { width: 14 }),
  numberColumn('answers_for', ['负责', 'Owns'], ({ answersFor }) => answersFor, { kind: 'integer', width: 10 }),
  {
    ...dayColumn<AccountHolder>(
      'seen',
      ['最近使用', 'Last used'],
      ({ seen }, { view }) => (seen === null ? null : dayInDistrict(view.register, new Date(seen))),
      { width: 16, none: NOT_IN, groupBy: 'month' },
    ),
    order: ({ seen }) => seen,
    around({ seen, sessions }, { view }) {
      if (seen === null) return {};
      const minute = minuteInDistrict(view.register, new Date(seen));
      return {
        after: { zh: `${minute} · ${sessions} 处登录`, en: `${minute} · ${sessions === 1 ? '1 session' : `${sessions} sessions`}` },
      };
    },
  },
  numberColumn('sessions', ['登录处数', 'Sessions'], ({ sessions }) => sessions, { kind: 'integer', width: 10 }),
  booleanColumn('signed_in', ['登录情况', 'Signed in'], ({ sessions }) => sessions > 0, { width: 8 }),
];
