import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createDatabase } from '../src/sql/database.ts';
import { OftenRun } from '../src/sql/often-run.ts';
import type { Database, Param } from '../src/sql/port.ts';
import { openPostgres } from '../src/sql/postgres.ts';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';

const GIVEN = `
  select $1::text as words, $2::bigint + 1 as whole, $3::boolean as is_so, $4::jsonb as json, $5::date as day, $6::text as absent,
    length($7::text) as length`;
const LONG = "it's long ".repeat(20_000);

/** What has a meaning of its own in the text of a statement, long values and none. */
const VALUES: readonly (readonly Param[])[] = [
  ["it's", 1, true, '{"a":"it\'s"}', '2024-02-29', null, ''],
  ['back\\slash \\n', -9_007_199_254_740_991, false, '[1,"\\\\"]', '0001-01-01', null, LONG],
  ['$1 $$ -- /* 石景山 😀', 0, null, '"\'\'"', null, null, "'"],
];

/** The same statement run often, in and outside a transaction, gives each time what it gives when it is run once. */
async function assertSameEachTime(database: Database): Promise<void> {
  for (const values of [...VALUES, ...VALUES, ...VALUES]) {
    const [words, whole, isSo, json, day, , length] = values;
    const expected = {
      words,
      whole: Number(whole) + 1,
      is_so: isSo,
      json: JSON.parse(String(json)),
      day,
      absent: null,
      length: String(length).length,
    };
    assert.deepEqual((await database.query(GIVEN, values)).rows, [expected]);
    assert.deepEqual(await database.transaction(async (tx) => (await tx.query(GIVEN, values)).rows), [expected]);
  }
}

/** A statement that fails in a transaction, before or after it is prepared, can be run again after it. */
async function assertOutlivesFailure(database: Database): Promise<void> {
  const half = 'select 10 / $1::integer as half';
  for (let n = 0; n < 6; n += 1) {
    await assert.rejects(
      database.transaction((tx) => tx.query(half, [0])),
      /division by zero/,
    );
    assert.deepEqual((await database.query(half, [5])).rows, [{ half: 2 }]);
  }
  for (let n = 0; n < 5; n += 1) await assert.rejects(database.query('select $1::text as words', ['a\0b']), /0x00/);
  await database.exec('create table written (value text)');
  for (let n = 0; n < 5; n += 1) {
    assert.equal((await database.query('insert into written select $1 from generate_series(1, $2)', ['x', 3])).affectedRows, 3);
    assert.equal((await database.query('delete from written where value = $1', ['x'])).affectedRows, 3);
  }
}

test('the embedded database gives the same whether a statement is prepared or not', async () => {
  const database = await createDatabase(null);
  after(() => database.close());
  await assertSameEachTime(database);
  await assertOutlivesFailure(database);
});

test('so does a server', ON_POSTGRES, async (t) => {
  const database = await openPostgres(await freshDatabase(t));
  t.after(() => database.close());
  await assertSameEachTime(database);
  await assertOutlivesFailure(database);
});

test('a statement gets its name when it is run the third time, and keeps it', () => {
  const often = new OftenRun();
  assert.deepEqual(
    Array.from({ length: 4 }, () => often.nameOf('select 1')),
    [null, null, 'westgate_1', 'westgate_1'],
  );
  for (let n = 0; n < 5_000; n += 1) assert.equal(often.nameOf(`select ${n + 2}`), null);
  assert.equal(often.nameOf('select 1'), 'westgate_1');
});
