import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnyRow, type Change, fieldsOf, registerOf, type TableName } from '@westgate/domain';
import { droppedFeeds } from '../../src/people/dropped-feeds.ts';
import { requireRight } from '../../src/people/guard-deed.ts';
import { Personas } from '../../src/people/personas.ts';

const OFFICE = { isProduction: false, erased: new Set<string>(), personas: new Personas(() => true) };
const rowOf = (table: TableName, cells: object): AnyRow => ({
  ...Object.fromEntries(Object.entries(fieldsOf(table)).map(([name, field]) => [name, field.kind === 'list' ? [] : null])),
  ...cells,
  rev: 1,
});
const account = (id: string, roles: readonly string[], department: string | null = null): AnyRow =>
  rowOf('account', { id, roles, department, state: 'open' });
const industry = (id: string, from: string | null): AnyRow =>
  rowOf('industry', { id, name_en: id, owner: 'trade', review_from: from, visibility: 'district' });

const register = registerOf({
  district: [rowOf('district', { id: 'd', languages: ['en'], axes: [], time_zone: 'Asia/Shanghai' })],
  department: [rowOf('department', { id: 'trade', name_en: 'Trade' })],
  account: [account('member', ['department-member'], 'trade'), account('manager', ['system-administrator']), account('left', ['reader'])],
  industry: [industry('drones', '2025-01-01'), industry('games', null)],
  event: [rowOf('event', { id: 'fair', name_en: 'Fair', dates: '2026-03-09', visibility: 'confidential' })],
  calendar_feed: ['left', 'member'].map((holder) =>
    rowOf('calendar_feed', {
      id: `of-${holder}`,
      subject_kind: 'event',
      subject_id: 'fair',
      holder,
      made_on: '2026-01-01',
      secret_hash: 'x',
    }),
  ),
});
const isLet = (who: string, verb: string, changes: readonly Change[]): void => requireRight(register, { who, verb, changes }, OFFICE);

test('a member of the department that answers for an industry records its review, and does not put one into the pipeline', () => {
  const review = (id: string): Change => {
    const after = rowOf('industry_review', { industry: id, on: '2025-03-01', stage: 'seed', finding_en: 'two yards' });
    return { table: 'industry_review', key: `${id}|2025-03-01`, before: null, after };
  };
  const before = register.industry.get('games' as never) ?? null;
  const listed: Change = { table: 'industry', key: 'games', before, after: { ...before, rev: 2, review_from: '2025-03-01' } };
  isLet('member', 'review-industry', [review('drones')]);
  assert.throws(() => isLet('member', 'review-industry', [review('games'), listed]), { code: 'WG_NOT_ALLOWED' });
});

test('with an account go its calendar feeds, and who manages people may drop them, whatever they are of', () => {
  const dropped = droppedFeeds(register, 'left');
  assert.deepEqual(
    dropped.map(({ key, after }) => [key, after]),
    [['of-left', null]],
  );
  const before = register.account.get('left' as never) ?? null;
  const closed: Change = { table: 'account', key: 'left', before, after: { ...before, rev: 2, state: 'closed' } };
  isLet('manager', 'close-account', [closed, ...dropped]);
  assert.throws(() => isLet('manager', 'revoke-calendar-feed', dropped), { code: 'WG_NOT_FOUND' });
  assert.throws(() => isLet('member', 'close-account', [closed, ...dropped]), { code: 'WG_NOT_ALLOWED' });
});
