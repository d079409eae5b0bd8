import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ASKING_MORE, described, TABLE_NAMES, type TableName } from '@westgate/domain';
import { SCHEMA_VERSION } from '../src/journal/journal-line.ts';
import { createDatabase } from '../src/sql/database.ts';
import { migrate } from '../src/sql/migrate.ts';
import { openPGlite } from '../src/sql/pglite.ts';
import { schemaFiles } from '../src/sql/schema-files.ts';
import { tableSql } from '../src/sql/table-sql.ts';

const database = await createDatabase(null);
after(() => database.close());

test('every table of the register has its SQL table, and no other stands beside them but those of the deeds, the keys, the kept files and the runs', async () => {
  const { rows } = await database.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  const expected = [
    ...TABLE_NAMES,
    'access_news',
    'attempt',
    'deed',
    'deed_ahead',
    'deed_change',
    'kept_file',
    'outbox_note',
    'person_drawer',
    'person_key',
    'run',
    'run_file',
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
  '020 cea1e4b7a531',
  '021 c98cf171adfb',
  '022 36af1b29da85',
  '023 82f65bc6506a',
  '024 943df3ee0031',
  '025 a405951f30da',
  '026 311c1c373b7b',
  '027 e7017998f8dd',
  '028 df0cac321769',
  '029 01a98086d170',
  '030 e1b77c9fbb70',
  '031 3bdcaa1bac27',
  '032 7ffc227a5ea3',
  '033 74850a6ef4ef',
  '034 1cc324c251d1',
  '035 985953aa5baf',
  '036 696225b92884',
  '037 b7ee5055dde0',
  '038 f963ff789668',
  '039 00bcf70c5bd7',
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

/**
 * Where the released files differ from what the fields say: defaults, by which rows of an older schema got columns that came later, and one rule between two
 * columns, which no field can say.
 */
const BEYOND_FIELDS: readonly string[] = [
  'fields: district.first_day: date not null',
  'fields: district.invented: boolean not null',
  'fields: district.last_day: date not null',
  'fields: district.levels: jsonb not null',
  'fields: indicator_value.breaks_series: boolean not null',
  'fields: supervision_step.basis: ARRAY _text not null',
  "made: district.first_day: date not null default '1949-01-01'::date",
  'made: district.invented: boolean not null default false',
  "made: district.last_day: date not null default '2100-12-31'::date",
  "made: district.levels: jsonb not null default '{}'::jsonb",
  'made: indicator_value.breaks_series: boolean not null default false',
  "made: supervision: CHECK (((requirement IS NULL) OR (subject_kind = 'project'::text)))",
  "made: supervision_step.basis: ARRAY _text not null default '{}'::text[]",
];

test('every table is as its fields say: columns, what they hold, key, references, deferred, and the words allowed', async () => {
  const made = await shapesIn('public');
  await database.exec(`create schema derived; set search_path to derived; ${TABLE_NAMES.map(tableSql).join('')}`);
  const derived = await shapesIn('derived');
  await database.exec('set search_path to public');
  assert.ok(derived.size > 800);
  const beyond = [
    ...[...made].filter((line) => !derived.has(line)).map((line) => `made: ${line}`),
    ...[...derived].filter((line) => !made.has(line)).map((line) => `fields: ${line}`),
  ];
  assert.deepEqual(beyond.sort(), BEYOND_FIELDS);
  const asking = BEYOND_FIELDS.flatMap((line) => /^made: (\w+): CHECK/.exec(line)?.[1] ?? []);
  assert.ok(
    asking.length > 0 && asking.every((name) => ASKING_MORE.has(name as TableName)),
    'what asks more than its fields say is not judged by them',
  );
});

/** The columns and constraints of the tables of the register in a schema, each as one line. */
async function shapesIn(schema: string): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ line: string }>(
    `select table_name || '.' || column_name || ': ' || data_type || case when udt_name like '\\_%' then ' ' || udt_name else '' end
       || case when is_nullable = 'YES' then '' else ' not null' end || coalesce(' default ' || column_default, '')
       || case when is_identity = 'YES' then ' identity' else '' end as line
     from information_schema.columns where table_schema = $1 and table_name = any(string_to_array($2, ','))
     union all
     select t.relname || ': ' || pg_get_constraintdef(c.oid)
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where n.nspname = $1 and t.relname = any(string_to_array($2, ',')) and c.contype in ('p', 'f', 'c', 'u')`,
    [schema, TABLE_NAMES.join()],
  );
  return new Set(rows.map(({ line }) => line));
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
