import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyLine } from '../src/sql/copy-line.ts';
import { createDatabase } from '../src/sql/database.ts';
import type { Database } from '../src/sql/port.ts';
import { openPostgres } from '../src/sql/postgres.ts';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';
import { randomOf } from './random.ts';

const SIGNS = ['\\', '\n', '\r', '\t', 'N', '.', '"', "'", ',', '\\N', '\\.', ' ', '首', '\u{1f6a9}', '\u2028', '\b', '', 'a'];
const ROWS = 1_500;

interface Row {
  readonly n: number;
  readonly word: string | null;
  readonly size: number | null;
  readonly is_so: boolean | null;
  readonly told: unknown;
}

function drawnRows(): readonly Row[] {
  const draw = randomOf(37);
  const below = (most: number): number => Math.floor(draw() * most);
  const word = (): string => Array.from({ length: below(8) }, () => SIGNS[below(SIGNS.length)]).join('');
  const orNull = <T>(value: T): T | null => (below(5) === 0 ? null : value);
  return Array.from({ length: ROWS }, (_row, n) => ({
    n,
    word: orNull(word()),
    size: orNull((draw() - 0.5) * 10 ** (below(40) - 20)),
    is_so: orNull(below(2) === 0),
    told: orNull({ [`k${word()}`]: [word(), below(1000) / 7, null] }),
  }));
}

async function copied(database: Database): Promise<void> {
  const rows = drawnRows();
  await database.exec('create table copied (n integer, word text, size double precision, is_so boolean, told jsonb)');
  const lines = rows.map(({ n, word, size, is_so, told }) => copyLine([n, word, size, is_so, told === null ? null : JSON.stringify(told)]));
  assert.equal(await database.copy('copied (n, word, size, is_so, told)', lines), ROWS);
  const { rows: held } = await database.query<Row>('select n, word, size, is_so, told from copied order by n');
  assert.deepEqual(held, rows, 'every sign and every number as it was given');
  await assert.rejects(database.copy('copied (n, word)', [copyLine([1, 'one']), copyLine(['no number', 'two'])]), /integer/);
  assert.equal(await database.copy('copied (n, word)', [copyLine([-1, 'after a refusal'])]), 1, 'the connection is of use after a refusal');
}

test('rows that are copied into the embedded database are held sign by sign', async (t) => {
  const database = await createDatabase(null);
  t.after(() => database.close());
  await copied(database);
});

test('rows that are copied into PostgreSQL are held sign by sign', ON_POSTGRES, async (t) => {
  const database = await openPostgres(await freshDatabase(t));
  t.after(() => database.close());
  await copied(database);
});
