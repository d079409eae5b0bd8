import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pivotOf } from '@westgate/base';
import { type ListColumn, talliesOf } from '@westgate/domain';

interface Job {
  readonly lead: string | null;
  readonly lacks: readonly string[];
  readonly fen: number | null;
}
const LEAD: ListColumn<Job, null> = {
  id: 'lead',
  head: { zh: '牵头', en: 'Lead' },
  field: { kind: 'ref', optional: true, about: { zh: '牵头', en: 'lead' }, table: 'department' },
  of: ({ lead }) => lead,
};
const LACKS: ListColumn<Job, null> = {
  id: 'lacks',
  head: { zh: '缺', en: 'Lacks' },
  field: { kind: 'list', optional: true, about: { zh: '缺', en: 'lacks' } },
  of: ({ lacks }) => lacks,
  rank: (key) => ['permit', 'plan'].indexOf(key),
};
const FEN: ListColumn<Job, null> = {
  id: 'fen',
  head: { zh: '钱', en: 'Money' },
  field: { kind: 'fen', optional: true, about: { zh: '钱', en: 'money' } },
  of: ({ fen }) => fen,
};
const JOBS: readonly Job[] = [
  { lead: 'works', lacks: ['plan', 'permit'], fen: 10 },
  { lead: null, lacks: ['permit'], fen: 9_007_199_254_740_000 },
  { lead: 'works', lacks: [], fen: null },
  { lead: 'parks', lacks: ['plan', 'plan'], fen: 7 },
];

function tallied(rows: readonly Job[], group: string, pivot: string) {
  return talliesOf(rows, { group, pivot, sums: ['fen'] }, { columns: [LEAD, LACKS, FEN], seen: null });
}

test('a row with several values stands in each of their groups once, in the order of the column, what is not known last', () => {
  assert.deepEqual(
    tallied(JOBS, 'lacks', 'lead').groups?.map(({ key, count }) => [key, count]),
    [
      ['permit', 2],
      ['plan', 2],
      ['', 1],
    ],
  );
});

test('totals of a pivot count a row once, and it says where the parts come to more', () => {
  const split = pivotOf(tallied(JOBS, 'lacks', 'lead').pivot ?? []);
  assert.deepEqual([split.down, split.across, split.isSplit], [['permit', 'plan', ''], ['works', 'parks', ''], true]);
  assert.equal(split.at(null, null).count, 4);
  assert.equal(split.at(null, 'works').count, 2);
  const whole = pivotOf(tallied(JOBS, 'lead', 'lead').pivot ?? []);
  assert.ok(!whole.isSplit);
  const inner = whole.down.flatMap((down) => whole.across.map((across) => whole.at(down, across).count));
  assert.equal(
    inner.reduce((sum, count) => sum + count, 0),
    JOBS.length,
  );
});

test('a sum counts what is known and never takes what is not for 0; whole numbers stay exact', () => {
  const all = (rows: readonly Job[]) => pivotOf(tallied(rows, 'lead', 'lacks').pivot ?? []).at(null, null);
  assert.deepEqual(all(JOBS), { count: 4, sum: 9_007_199_254_740_017, known: 3 });
  assert.deepEqual(all(JOBS.slice(2, 3)), { count: 1, sum: 0, known: 0 });
  assert.deepEqual(all([]), { count: 0, sum: 0, known: 0 });
});
