import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { described, fieldsOf, TABLE_NAMES, TABLES } from '@westgate/domain';
import { createDatabase } from '../src/database.ts';
import { SCHEMA_VERSION } from '../src/journal-line.ts';
import { schemaFiles } from '../src/schema-files.ts';
import { migrate } from '../src/sql/migrate.ts';
import { openPGlite } from '../src/sql/pglite.ts';

const SQL_TYPES = {
  id: 'text',
  ref: 'text',
  anyref: 'text',
  text: 'text',
  enum: 'text',
  day: 'date',
  period: 'text',
  number: 'double precision',
  integer: 'integer',
  fen: 'bigint',
  boolean: 'boolean',
  list: 'ARRAY',
  json: 'jsonb',
} as const;

const database = await createDatabase(null);
after(() => database.close());

test('every table of the register has its SQL table, and no other stands beside them but those of the deeds, the keys and the kept files', async () => {
  const { rows } = await database.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  const expected = [
    ...TABLE_NAMES,
    'access_news',
    'attempt',
    'deed',
    'deed_change',
    'kept_file',
    'outbox_note',
    'person_drawer',
    'person_key',
    'schema_version',
    'session',
    'short_lived',
    'sign_in',
  ].sort();
  assert.deepEqual(rows.map(({ name }) => name).sort(), expected);
});

test('every table says which schema file brought it', () => {
  const brought = schemaFiles().flatMap(({ sql }, index) =>
    [...sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => [name, index + 1]),
  );
  const made = Object.fromEntries(brought);
  for (const name of TABLE_NAMES) assert.equal(described(name).since, made[name], name);
});

test('the version that journal lines carry counts the schema files', () => {
  assert.equal(SCHEMA_VERSION, schemaFiles().length);
});

/** Databases remember the files they were made with by these hashes: a line is added for a new file, none is ever changed. */
const MADE_WITH = [
  '001 92dea36c437c',
  '002 87da576dd89b',
  '003 c33743e62b03',
  '004 479da5c8991a',
  '005 7e3f7e652c57',
  '006 a7becdc3f21c',
  '007 a65665a14143',
  '008 57af24037536',
  '009 69b61c36a9de',
  '010 9ee05f33806b',
  '011 8c25dfc20357',
  '012 1a55ae95e1fd',
  '013 2fbf8631ae43',
  '014 2a80ecbb1b4b',
  '015 409779f6c656',
  '016 df22a7cf358e',
  '017 f3ad913f2ac4',
  '018 1b10faf8fa39',
  '019 93f95fe968c8',
];

test('no schema file is changed after it was made: what is to be changed comes with a new file', () => {
  assert.deepEqual(
    schemaFiles().map(({ file, sha256 }) => `${file.slice(0, 3)} ${sha256.slice(0, 12)}`),
    MADE_WITH,
  );
});

test('a database of schema 17 keeps what it held of attempts; one made with another file under a known number is refused', async () => {
  const old = await openPGlite(null);
  try {
    for (const [index, { file, sql, sha256 }] of schemaFiles().slice(0, 17).entries()) {
      await old.exec(sql);
      await old.query('insert into schema_version values ($1, $2, $3)', [index + 1, file, sha256]);
    }
    await old.exec("insert into attempt (key, wrong, underway, last, until) values ('a', 3, 1, 70, 90), ('b', 0, 1, 80, 0)");
    await migrate(old);
    const { rows } = await old.query('select key, wrong, underway, last, taken, until from attempt order by key');
    assert.deepEqual(rows, [
      { key: 'a', wrong: 3, underway: 1, last: 70, taken: 70, until: 90 },
      { key: 'b', wrong: 0, underway: 1, last: 0, taken: 80, until: 0 },
    ]);
    await old.exec("update schema_version set sha256 = 'another' where version = 17");
    await assert.rejects(migrate(old), { code: 'WG_FOLDER_NEWER', message: /made with 017-doors\.sql/ });
  } finally {
    await old.close();
  }
});

for (const table of TABLE_NAMES) {
  test(`the columns of ${table} are its fields: names, types, which may be empty`, async () => {
    const { rows } = await database.query(
      `select column_name as name, data_type as type, is_nullable = 'YES' as optional
       from information_schema.columns where table_name = $1 order by column_name`,
      [table],
    );
    const fields = Object.entries(fieldsOf(table)).map(([name, { kind, optional }]) => ({ name, type: SQL_TYPES[kind], optional }));
    const expected = [
      { name: 'district_id', type: 'smallint', optional: false },
      ...fields,
      { name: 'rev', type: 'integer', optional: false },
      { name: 'ord', type: 'bigint', optional: false },
    ];
    assert.deepEqual(
      rows,
      expected.sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
  });

  test(`${table} has its key, its references, deferred, and the words its columns allow`, async () => {
    const { rows } = await database.query<{ definition: string }>(
      'select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass',
      [table],
    );
    const definitions = rows.map(({ definition }) => definition);
    const key = `PRIMARY KEY (district_id, ${TABLES[table].key.join(', ')})`;
    const found = (start: string) => definitions.filter((definition) => definition.startsWith(start)).sort();
    assert.deepEqual(
      found('PRIMARY KEY').map((definition) => definition.replaceAll('"', '')),
      [key],
    );
    const fields = Object.entries(fieldsOf(table));
    const references = fields
      .filter(([, field]) => field.kind === 'ref')
      .map(
        ([name, field]) => `FOREIGN KEY (district_id, ${name}) REFERENCES ${field.table}(district_id, id) DEFERRABLE INITIALLY DEFERRED`,
      );
    assert.deepEqual(found('FOREIGN KEY'), references.sort());
    for (const [name, { values }] of fields) {
      if (!values) continue;
      const check = definitions.find((definition) => definition.replaceAll('"', '').startsWith(`CHECK ((${name} = `));
      assert.ok(check, `a check of ${name}`);
      assert.deepEqual(
        [...check.matchAll(/'([^']*)'/g)].map((match) => match[1]),
        [...values],
        `the words of ${name}`,
      );
    }
  });
}

test('a write outside a deed is refused, in every table', async () => {
  for (const table of [...TABLE_NAMES, 'deed', 'deed_change']) {
    await assert.rejects(database.exec(`delete from "${table}"`), /is written by deeds only/, table);
    await assert.rejects(database.exec(`truncate "${table}" cascade`), /is written by deeds only|only grows/, table);
  }
  await assert.rejects(database.exec("insert into source (id, title, kind, rev) values ('a', 'A', 'law', 1)"), /is written by deeds only/);
});

test('a deed once recorded is not rewritten, not even inside a deed', async () => {
  const rewriting = database.transaction(async (tx) => {
    await tx.query("select set_config('westgate.deed', '1', true)");
    await tx.exec("update deed set who = 'somebody else'");
  });
  await assert.rejects(rewriting, /only grows/);
});

test('a report is taken away by a deed, never rewritten', async () => {
  const inDeed = (sql: string) =>
    database.transaction(async (tx) => {
      await tx.query("select set_config('westgate.deed', '1', true)");
      await tx.exec(sql);
    });
  await inDeed(`insert into report (id, number, title_en, as_of, made_on, head_seq, head_hash, hash, content, visibility, rev)
    values ('report-1', 1, 'Ledger', '2024-01-31', '2024-02-01', 1, 'a', 'b', '{}', 'district', 1)`);
  await assert.rejects(inDeed("update report set title_en = 'Another'"), /only grows/);
  await assert.rejects(inDeed(`update report set content = '{"total":1}'`), /only grows/);
  await inDeed('update report set rev = 2');
  await inDeed('delete from report');
});

test('the name of a deed does not outlive its transaction', async () => {
  await database.transaction(async (tx) => {
    await tx.query("select set_config('westgate.deed', '1', true)");
  });
  await assert.rejects(database.exec('delete from source'), /is written by deeds only/);
});

test('SQL values come back as the types the register uses', async () => {
  const { rows } = await database.query(`select
    9007199254740991::bigint as whole, date '2024-02-29' as day, timestamptz '2024-02-29 08:00:00+08' as instant,
    0.1::float8 + 0.2 as number, '{"a":[null]}'::jsonb as json, array['a', '{"']::text[] as list`);
  assert.deepEqual(rows[0], {
    whole: 9007199254740991,
    day: '2024-02-29',
    instant: '2024-02-29T00:00:00.000Z',
    number: 0.30000000000000004,
    json: { a: [null] },
    list: ['a', '{"'],
  });
  await assert.rejects(database.query('select 9007199254740993::bigint as whole'), /2\^53/);
  await assert.rejects(database.query('select 1::numeric as amount'), /no column of the store is numeric/);
});
