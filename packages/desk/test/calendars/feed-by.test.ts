import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { type AnyRow, calendarEntries, type Row, registerFor, registerOf } from '@westgate/domain';
import { feedBy, hashOf } from '../../src/index.ts';

const SECRET = 'a'.repeat(43);
const rows = (given: Readonly<Record<string, readonly object[]>>) => registerOf(given as unknown as Parameters<typeof registerOf>[0]);
const feed = (holder: string | null) => ({
  id: 'f',
  rev: 1,
  subject_kind: 'event',
  subject_id: 'fair',
  holder,
  made_on: '2026-01-01',
  secret_hash: hashOf(SECRET),
});
const account = (state: string, roles: readonly string[] = ['reader']) => ({ id: 'p-1', rev: 1, roles, department: null, state });
const readBy = (given: Parameters<typeof rows>[0]) => feedBy(rows(given), SECRET).reader;

test('a feed is read as its holder reads now, and by nobody once the account is closed, is gone, or others have accounts', () => {
  assert.deepEqual(readBy({ calendar_feed: [feed('p-1')], account: [account('open')] }), {
    roles: ['reader'],
    department: null,
    person: 'p-1',
  });
  assert.deepEqual(readBy({ calendar_feed: [feed('p-1')], account: [account('open', [])] }), {
    roles: [],
    department: null,
    person: 'p-1',
  });
  assert.equal(readBy({ calendar_feed: [feed(null)], account: [] }), 'whole');
  for (const given of [
    { calendar_feed: [feed('p-1')], account: [account('closed')] },
    { calendar_feed: [feed('p-1')], account: [account('invited')] },
    { calendar_feed: [feed('p-1')], account: [] },
    { calendar_feed: [feed(null)], account: [account('open')] },
    { calendar_feed: [], account: [account('open')] },
  ])
    assert.throws(() => readBy(given), { code: 'WG_LINK_SPENT' });
});

test('what a holder may not see is in no feed: an event that is for the district is nothing to who lost every role', () => {
  const event = { id: 'fair', rev: 1, name_zh: null, name_en: 'Fair', dates: '2026-03-09/2026-03-11', tags: [], visibility: 'district' };
  const register = rows({ event: [event] as unknown as readonly AnyRow[] });
  const seen = (roles: Row<'account'>['roles']) =>
    calendarEntries(registerFor(register, { roles: roles as [], department: null }), { kind: 'event', id: 'fair' }, dayOf('2026-01-01'));
  assert.deepEqual(
    seen(['reader']).map(({ key, first, last }) => `${key} ${first} ${last}`),
    ['event.fair 2026-03-09 2026-03-11'],
  );
  assert.deepEqual(seen([]), []);
});
