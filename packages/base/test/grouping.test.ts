import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Attribute, groupsBy, pivotOf, pivotParts, readShut, rowsWhere, tallyOf } from '../src/index.ts';

interface Job {
  readonly id: string;
  readonly lead: string | null;
  readonly lacks: readonly string[];
  readonly fen: number | null;
}
const LEAD: Attribute<Job> = { id: 'lead', keysOf: ({ lead }) => (lead === null ? [] : [lead]) };
const LACKS: Attribute<Job> = { id: 'lacks', keysOf: ({ lacks }) => lacks, rankOf: (key) => ['permit', 'plan'].indexOf(key) };
const JOBS: readonly Job[] = [
  { id: 'a', lead: 'works', lacks: ['plan', 'permit'], fen: 10 },
  { id: 'b', lead: null, lacks: ['permit'], fen: 9_007_199_254_740_000 },
  { id: 'c', lead: 'works', lacks: [], fen: null },
  { id: 'd', lead: 'parks', lacks: ['plan', 'plan'], fen: 7 },
];
const idsOf = (rows: readonly Job[]): string => rows.map(({ id }) => id).join('');

test('a row with several values stands in each of their groups once, in the order of the attribute, what is not known last', () => {
  assert.deepEqual(
    groupsBy(JOBS, LACKS).map(({ key, rows }) => [key, idsOf(rows)]),
    [
      ['permit', 'ab'],
      ['plan', 'ad'],
      ['', 'c'],
    ],
  );
  assert.equal(
    idsOf(
      rowsWhere(
        JOBS,
        [
          { column: 'lacks', key: 'plan' },
          { column: 'lacks', key: 'permit' },
        ],
        [LACKS],
      ),
    ),
    'a',
  );
});

test('totals of a pivot count a row once, and it says where the parts come to more', () => {
  const split = pivotOf(pivotParts(JOBS, LACKS, LEAD, null));
  assert.deepEqual([split.down, split.across, split.isSplit], [['permit', 'plan', ''], ['works', 'parks', ''], true]);
  assert.equal(split.at(null, null).count, 4);
  assert.equal(split.at(null, 'works').count, 2);
  const whole = pivotOf(pivotParts(JOBS, LEAD, LEAD, null));
  assert.ok(!whole.isSplit);
  const inner = whole.down.flatMap((down) => whole.across.map((across) => whole.at(down, across).count));
  assert.equal(
    inner.reduce((sum, count) => sum + count, 0),
    JOBS.length,
  );
});

test('a sum counts what is known and never takes what is not for 0; whole numbers stay exact', () => {
  assert.deepEqual(
    tallyOf(JOBS, ({ fen }) => fen),
    { count: 4, sum: 9_007_199_254_740_017, known: 3 },
  );
  assert.deepEqual(
    tallyOf([JOBS[2] as Job], ({ fen }) => fen),
    { count: 1, sum: 0, known: 0 },
  );
  assert.deepEqual(pivotOf(pivotParts([], LEAD, LACKS, null)).at(null, null), { count: 0, sum: 0, known: 0 });
});

test('groups are shut by name, or all but some', () => {
  assert.ok(!readShut(undefined).isShut('works'));
  assert.equal(readShut(undefined).toggled('works'), 'works');
  assert.equal(readShut('works').toggled('works'), undefined);
  assert.equal(readShut('works').toggled(''), 'works,~');
  assert.ok(readShut('works,~').isShut(''));
  const all = readShut('*');
  assert.ok(all.isShut('works') && all.isShut(''));
  assert.equal(all.toggled('works'), '*,works');
  assert.ok(!readShut('*,works').isShut('works') && readShut('*,works').isShut('parks'));
});
