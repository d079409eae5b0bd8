import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { canonicalJson, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  ASKING_MORE,
  applyChanges,
  areKept,
  type Change,
  type Field,
  fieldsOf,
  KINDS,
  keyOf,
  kindOf,
  pointersOf,
  type Register,
  registerOf,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { type DeedDraft, openStore, type Store } from '@westgate/store';
import { createDatabase } from '../src/sql/database.ts';
import { freshFolder, withStore } from './folder.ts';
import { randomOf } from './random.ts';
import { created, sampleRows } from './sample.ts';

// What the journal takes before the database has seen it must be what the database takes: deeds drawn at random, most of them with something wrong in
// them, are judged by `areKept` and by the database.

/** Deeds drawn for each table; `npm run trial:long` draws more. */
const DRAWN = process.env.WESTGATE_TRIAL === 'all' ? 400 : 15;

let store: Store;
let register: Register;

before(async () => {
  store = await openStore({ memory: true });
  await store.commit(draftOf(sampleRows().map(([table, row]) => created(table, row))));
  register = registerOf(await store.readAll());
});
after(() => store.close());

/** Values that somebody, or some program, may come with. */
const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 1.5, 1e-7, 1e300, 5e-324, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 2 ** 53, Number.NaN],
  ...[Number.POSITIVE_INFINITY, '', ' ', 'a', 'thing-1', 'nowhere', 'null', 'NULL', '{}', '\\', '"', "'", "''; --", '\0', 'a\0b', '\ud800'],
  ...[
    '\udc00a',
    '\u{1f600}',
    '\ufffd',
    '\ufeff',
    '中文',
    'x'.repeat(600),
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '2024-02-30',
    '2024-2-3',
  ],
  ...['20240203', 'infinity', 'today', '2024-01-01 BC', '12', '1e3', 'true', 'yes', [], ['a'], ['a', 'b;c'], ['a\0'], ['\ud800'], [null]],
  ...[[['a']], [1], ['{a}', 'NULL', ''], {}, { a: 1 }, { a: '\0' }, { '\0': 1 }, { a: { b: [1, null, 'x'] } }, { n: 1e300, m: 5e-324 }],
  ...[new Array(2), { list: new Array(2) }, new Date(0), new Map(), { '\ud800': 1 }, { __proto__: 1, constructor: 'x' }, '2024', '2024-Q1'],
];

/** How the store says no. Whatever else comes instead of a yes, such as a database that is closed, is no refusal of what was asked. */
const REFUSED = /^WG_INPUT_INVALID$|is stored letter by letter as given$|only grows$/;

test('what is said to be kept is taken by the database and stands there letter by letter; what is not said so, it refuses', async (t) => {
  const random = randomOf(20_261_130);
  const below = (count: number): number => Math.floor(random() * count);
  const told = { kept: 0, refused: 0, doubted: 0 };
  for (let round = 0; round < DRAWN; round += 1) {
    for (const table of TABLE_NAMES) {
      const changes = drawn(table, below);
      const isSaid = areKept(register, changes);
      const outcome = await taken(changes);
      assert.match(outcome ?? 'WG_INPUT_INVALID', REFUSED);
      const shown = canonicalJson(JSON.parse(JSON.stringify(changes)));
      if (isSaid) assert.equal(outcome, null, `${table} was said to be kept, but ${outcome}: ${shown}`);
      else if (isJudgedExactly(changes)) assert.notEqual(outcome, null, `${table} was said not to be kept, but is: ${shown}`);
      if (isSaid) told.kept += 1;
      else if (outcome === null) told.doubted += 1;
      else told.refused += 1;
    }
  }
  t.diagnostic(`${told.kept} kept, ${told.refused} refused, ${told.doubted} taken though doubted`);
  assert.ok(told.kept > 100 && told.refused > 100);
});

test('a table of which the database asks more than its fields say is never judged by them', async () => {
  const database = await createDatabase(null);
  const { rows } = await database.query<{ name: string }>(
    `select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgtype & 1 = 1 and c.relname = any(string_to_array($1, ','))`,
    [TABLE_NAMES.join()],
  );
  await database.close();
  for (const { name } of rows) assert.ok(ASKING_MORE.has(name as TableName), `a trigger looks at each row of ${name}`);
});

test('deeds that the journal takes first leave what deeds leave that the database takes first, also when the folder is opened anew', async (t) => {
  const [ahead, checked] = [freshFolder(t), freshFolder(t)];
  const begin = draftOf(sampleRows().map(([table, row]) => created(table, row)));
  const heads: string[] = [];
  for (const dir of [ahead, checked]) {
    const random = randomOf(7);
    const below = (count: number): number => Math.floor(random() * count);
    await withStore(dir, async (own) => {
      await own.commit(begin);
      let held = registerOf(await own.readAll());
      let group: DeedDraft[] = [];
      for (let done = 0; done < 150; ) {
        const changes = drawn(TABLE_NAMES[below(TABLE_NAMES.length)] ?? 'source', below, held);
        if (!areKept(held, changes)) continue;
        group.push(draftOf(changes));
        held = applyChanges(held, changes);
        done += 1;
        if (below(3) > 0) continue;
        if (dir === ahead) await own.commitProven(group, own.head.seq);
        else for (const draft of group) await own.commit(draft);
        group = [];
        // Whoever asks what a record went through is told of the deed before, wherever that stands.
        const [{ table, key } = assert.fail()] = changes;
        if (below(4) === 0) assert.equal((await own.history(table, key, 1))[0]?.seq, own.head.seq);
      }
      for (const draft of group) await own.commit(draft);
      assert.equal(differing(registerOf(await own.readAll()), held), null);
    });
    await withStore(dir, async (again) => {
      assert.equal(again.note, null);
      const report = await again.verify();
      assert.deepEqual(report.faults, []);
      heads.push(canonicalJson(JSON.parse(JSON.stringify(report.tables))));
    });
  }
  assert.equal(heads[0], heads[1]);
});

function draftOf(changes: readonly Change[]) {
  return { who: 'westgate', verb: 'edit', reason: '', changes };
}

/** Null where the database took the changes, and they stand there as they are; else what it said. */
async function taken(changes: readonly Change[]): Promise<string | null> {
  try {
    await store.commit(draftOf(changes));
  } catch (error) {
    return error instanceof WestgateError ? error.code : String(error);
  }
  register = applyChanges(register, changes);
  return null;
}

/** All but rows that go, tables that ask more, keys that are long, lists in lists and values that are none in JSON: there the judgement leaves what is in doubt to the database. */
function isJudgedExactly(changes: readonly Change[]): boolean {
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(changes)), changes)) return false;
  return changes.every(({ table, key, after }) => {
    const isPlain = Object.values(after ?? {}).every(
      (value) => !Array.isArray(value) || !value.some((inner) => inner === null || Array.isArray(inner)),
    );
    // PostgreSQL knows days before and after all of the calendar: nobody may record them, though they would be kept.
    const isOfCalendar = !Object.values(after ?? {}).some((value) => value === 'infinity' || value === '2024-01-01 BC');
    // A text that begins with a byte order mark is kept within JSON, and doubted all the same.
    const isUnmarked = !JSON.stringify(after).includes('\ufeff');
    return after !== null && isPlain && isOfCalendar && isUnmarked && !ASKING_MORE.has(table) && key.length <= 500;
  });
}

/** One or two rows of a table made or changed, with what is odd in some column or none. */
function drawn(table: TableName, below: (count: number) => number, held = register): readonly Change[] {
  const rows: ReadonlyMap<string, AnyRow> = held[table];
  const all = [...rows.values()];
  const first = all[below(all.length)] ?? assert.fail();
  if (below(3) > 0) return [changeOf(table, first, oddly(table, first, below))];
  const made: AnyRow = { ...oddly(table, first, below), ...madeKey(table, below), rev: 1 };
  const change: Change = { table, key: keyOf(table, made), before: rows.get(keyOf(table, made)) ?? null, after: made };
  if (change.before !== null) return [changeOf(table, change.before, made)];
  const pointer = pointersOf(table).find((each) => 'table' in each.pointer && each.pointer.table === table);
  if (!pointer || below(2) > 0) return [change];
  // A row that points to one that is made by the same deed.
  return [change, { ...change, key: `${change.key}-2`, after: { ...made, id: `${made.id}-2`, [pointer.column]: made.id } }];
}

function changeOf(table: TableName, before: AnyRow, after: AnyRow): Change {
  const key = Object.fromEntries(TABLES[table].key.map((column) => [column, before[column]]));
  return { table, key: keyOf(table, before), before, after: { ...after, ...key, rev: before.rev + 1 } };
}

/** The row with another value in a column or two, which may be one that nobody should come with. */
function oddly(table: TableName, row: AnyRow, below: (count: number) => number): AnyRow {
  const fields = Object.entries(fieldsOf(table));
  const values: Record<string, unknown> = {};
  for (let count = below(3); count > 0; count -= 1) {
    const [column, field] = fields[below(fields.length)] ?? assert.fail();
    values[column] = below(2) === 0 ? ODD[below(ODD.length)] : exampleOf(field, below);
  }
  return { ...row, ...values };
}

function exampleOf(field: Field, below: (count: number) => number): unknown {
  const examples = kindOf(field).examples(field);
  return examples[below(examples.length)];
}

/** A key that no row has, or one that some row has. */
function madeKey(table: TableName, below: (count: number) => number): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(table);
  return Object.fromEntries(
    TABLES[table].key.flatMap((column) => {
      const field = fields[column] ?? assert.fail();
      return field.kind === 'id' || field.kind === 'text' || field.kind === 'anyref' ? [[column, `made-${below(10_000)}`]] : [];
    }),
  );
}

/** The first table whose rows are not the same, in the same order; null where all are. */
function differing(one: Register, other: Register): TableName | null {
  const textOf = (rows: ReadonlyMap<string, AnyRow>): string => canonicalJson(JSON.parse(JSON.stringify([...rows.values()])));
  return TABLE_NAMES.find((table) => textOf(one[table]) !== textOf(other[table])) ?? null;
}

test('every kind of column says of its own examples that they are kept', () => {
  for (const table of TABLE_NAMES) {
    for (const [column, field] of Object.entries(fieldsOf(table))) {
      const kind = KINDS[field.kind];
      for (const value of kind.examples(field)) assert.ok(kind.isKept(value, field), `${table}.${column}: ${JSON.stringify(value)}`);
    }
  }
});
