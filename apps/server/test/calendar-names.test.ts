import assert from 'node:assert/strict';
import { test } from 'node:test';
import { registerFor, registerOf } from '@westgate/domain';
import { subjectName } from '../src/present/calendar.ts';

test('the list of feeds does not tell the name of a record that was hidden since', () => {
  const event = (visibility: string) => ({ id: 'fair', rev: 1, name_zh: null, name_en: 'Fair', dates: '2026-03-09', tags: [], visibility });
  const feed = { subject_kind: 'event', subject_id: 'fair' } as const;
  const named = (visibility: string) => {
    const register = registerOf({ event: [event(visibility)] });
    return subjectName(registerFor(register, { roles: ['reader'], department: null }), feed, new Map()).en;
  };
  assert.deepEqual([named('district'), named('confidential')], ['Fair', null]);
  assert.equal(subjectName(registerOf({}), { subject_kind: 'account', subject_id: 'p-1' }, new Map([['p-1', 'Ada']])).en, 'Ada');
});
