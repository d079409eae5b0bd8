import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MonthlyRow, MonthReport } from '@westgate/contract';
import { fallOf, monthDraftOf, monthFaults, saidBefore } from '../../src/money/month-draft.ts';
import { freezeBefore, freezeFaults, freezeRequest } from '../../src/screens/programme/monthly/freeze-form.tsx';
import { monthsBeside, shownMonth } from '../../src/screens/programme/monthly/view-model.ts';

const NONE = { zh: null, en: null };
const november: MonthReport = {
  month: '2024-11',
  completedFen: 300_500_001,
  share: 0.255,
  words: { zh: '封顶', en: 'Roofed' },
  problem: NONE,
  level: 'none',
  fallReason: NONE,
  reportedOn: '2024-12-01',
  reporter: null,
  rev: 1,
};
const row: MonthlyRow = {
  project: { kind: 'project', id: 'p', name: NONE },
  kind: 'greenway',
  total: null,
  plan: null,
  report: null,
  before: november,
  known: { month: '2024-11', completedFen: 300_500_001 },
  monthFen: null,
  yearFen: null,
  shareOfPlan: null,
  notes: [],
};

test('the form opens with what was said last; what stands as it was keeps both its languages', () => {
  const said = saidBefore(row, 'zh');
  assert.deepEqual([said.completed, said.share, said.words], ['300.500001', '25.5', '封顶']);
  const draft = monthDraftOf(row, { ...said, completed: '400' }, 'zh');
  assert.deepEqual([draft.completedFen, draft.share, draft.words], [400_000_000, 0.255, november.words]);
  assert.deepEqual(monthDraftOf(row, { ...said, words: '装修' }, 'zh').words, { zh: '装修', en: null });
});

test('what falls asks for a reason, what is no amount and no share is named, nothing at all is not sent', () => {
  const said = saidBefore(row, 'zh');
  const fieldsOf = (patch: object) => monthFaults(row, { ...said, ...patch }).map(({ field }) => field);
  assert.deepEqual(fieldsOf({}), []);
  assert.deepEqual(fallOf(row, { ...said, completed: '200' }), { month: '2024-11', fen: 300_500_001 });
  assert.deepEqual(fieldsOf({ completed: '200' }), ['fallReason']);
  assert.deepEqual(fieldsOf({ completed: '200', fallReason: '重复计算' }), []);
  assert.deepEqual(fieldsOf({ completed: 'x', share: '101' }), ['completed', 'share']);
  assert.deepEqual(fieldsOf({ completed: '', share: '', words: ' ' }), ['completed']);
  assert.equal(monthDraftOf(row, { ...said, fallReason: 'left over' }, 'en').fallReason?.en ?? null, null);
});

test('a month is frozen with what was last written, in the languages of the district', () => {
  const narrative = { overview: { zh: '平稳', en: 'Quiet' }, problems: NONE, next: NONE };
  const said = freezeBefore({ month: '2024-12', carried: { month: '2024-11', narrative } });
  assert.deepEqual(said.title, { zh: '2024年12月项目调度月报', en: 'Monthly report of projects, December 2024' });
  const { title, narrative: sent } = freezeRequest(said, ['en']);
  assert.deepEqual([title.zh, sent.overview], [null, { zh: null, en: 'Quiet' }]);
  assert.deepEqual(freezeFaults({ ...said, title: { zh: ' ', en: '' } }).length, 1);
});

test('the month shown is that of the address, else of the day', () => {
  assert.deepEqual([shownMonth('2024-12', '2025-03-04'), shownMonth('2024-13', '2025-03-04')], ['2024-12', '2025-03']);
  assert.deepEqual(monthsBeside('2024-12'), { earlier: '2024-11', later: '2025-01' });
});
