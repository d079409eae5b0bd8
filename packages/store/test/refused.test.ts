import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createDatabase } from '../src/sql/database.ts';

const database = await createDatabase(null);
after(() => database.close());

/** What each of these left of the stack of PGlite before was lost for good: so many times none of them was left for a statement that nests. */
const MANY = 600;

test('a database that refused hundreds of statements takes the next one, however the refused ones came', async () => {
  for (let round = 0; round < MANY; round += 1) {
    await assert.rejects(database.exec('selectt'), /syntax error/);
    await assert.rejects(database.query('selectt $1', ['1']), /syntax error/);
    await assert.rejects(
      database.transaction((tx) => tx.exec('selectt')),
      /syntax error/,
    );
  }
  const { rows } = await database.query<{ sum: number }>(
    'with recursive up(n) as (select 1 union all select n + 1 from up where n < 1000) select sum(n) from up',
  );
  assert.deepEqual(rows, [{ sum: 500_500 }]);
});
