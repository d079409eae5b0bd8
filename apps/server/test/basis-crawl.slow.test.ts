import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, sheetSchema } from '@westgate/contract';
import { type AnyRow, basedOf, basisColumns, fieldsOf, type TableName } from '@westgate/domain';
import { z } from 'zod';
import { HARBOUR, openOffice, PLENTY } from './office.ts';
import { textIn } from './text-in.ts';

const office = await openOffice(HARBOUR, null, PLENTY);
const { desk } = office;

/** Values with a basis on records that are there, each with other content. Figures and values of indicators are refused without a source. */
const VALUES: readonly (readonly [TableName, string, string, unknown])[] = [
  ['department', 'works', 'role_en', 'answers for something else'],
  ['document', 'ward-plan', 'publisher_en', 'another council'],
  ['commitment', 'p2s1-1', 'owner', 'housing'],
  ['commitment', 'p2s1-1', 'due_on', '2025-09-09'],
  ['commitment', 'p1s3-1', 'due_on', '2025-09-10'],
  ['place', 'low-quay', 'land_title', 'collective'],
  ['project', 'sea-wall', 'lead', 'housing'],
  ['project', 'sea-wall', 'due_on', '2026-03-03'],
  ['project', 'storm-pump', 'due_on', '2026-03-04'],
  ['event', 'rowing-day', 'dates', '2025-09-07'],
  ['indicator', 'doors-fitted', 'definition_en', 'counted otherwise'],
  ['outcome', 'market-square-opened', 'dates', '2025-05-05'],
  ['gate', 'wall-survey', 'meaning_en', 'means something else'],
  ['component', 'wall-part-1', 'stage', 'under-way'],
  ['planned_amount', 'sea-wall-total', 'amount_fen', 4_300_000_000],
  ['milestone', 'pump-runs', 'forecast', '2025-07-07'],
  ['supervision', 'wall-cracks', 'due_on', '2025-08-08'],
];
const NOUNS: Readonly<Partial<Record<TableName, string>>> = {
  department: 'departments',
  document: 'documents',
  commitment: 'commitments',
  place: 'places',
  project: 'projects',
  event: 'events',
  indicator: 'indicators',
  outcome: 'outcomes',
};
const WHO = { who: 'Ada' };
const rowOf = (table: TableName, key: string): AnyRow => {
  const rows: ReadonlyMap<string, AnyRow> = desk.register[table];
  const row = rows.get(key);
  assert.ok(row, `${table} ${key}`);
  return row;
};
const done = async (answer: Response): Promise<number> => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return commonSchema.deed.pick({ seq: true }).parse(await answer.json()).seq;
};
const word = (index: number): string => `zyxbasis${index}q`;
const source = (index: number): string => `zyxsource${index}q`;

/** The basis of a value as it was before: words and a source found nowhere else. */
function oldBasis(table: TableName, column: string, index: number): Readonly<Record<string, unknown>> {
  const cells = basisColumns(table, column).flatMap((each): [string, unknown][] => {
    if (fieldsOf(table)[each]?.kind === 'ref') return [[each, source(index)]];
    if (each === 'confidence') return [[each, 'high']];
    return each.endsWith('_en') ? [[each, word(index)]] : [];
  });
  return Object.fromEntries(cells);
}

const revise = (table: TableName, key: string, fields: object) => ({ action: 'revise', table, key, rev: rowOf(table, key).rev, fields });
await done(
  await office.post('/api/v1/edits', {
    ...WHO,
    edits: VALUES.map((_, index) => ({
      action: 'create',
      table: 'source',
      fields: { id: source(index), title: `Paper ${index}`, kind: 'official' },
    })),
  }),
);
const MATTER = {
  id: 'wall-cracks',
  subject_kind: 'project',
  subject_id: 'sea-wall',
  asked_en: 'Fill the cracks',
  lead: 'works',
  due_on: '2025-06-30',
  registered_on: '2025-01-02',
};
await done(await office.post('/api/v1/edits', { ...WHO, edits: [{ action: 'create', table: 'supervision', fields: MATTER }] }));
for (const [index, [table, key, column]] of VALUES.entries()) {
  await done(await office.post('/api/v1/edits', { ...WHO, edits: [revise(table, key, oldBasis(table, column, index))] }));
}

const operations = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const { paths } = operations.parse(await office.get('/api/openapi.json'));
/** Addresses that tell what was: the history, the journal, what may be undone. */
const OF_THE_PAST = /\/(?:history|deeds|journal|changes|versions)\b/;
const GETS = Object.entries(paths)
  .filter(([path, methods]) => 'get' in methods && path.startsWith('/api/v1/') && !OF_THE_PAST.test(path))
  .map(([path]) => path);

function addressesOf(path: string): readonly string[] {
  if (path === '/api/v1/monthly' || path.includes('monthly')) return [`${path}?month=2024-12`];
  if (path === '/api/v1/links' || path === '/api/v1/evidence' || path === '/api/v1/comments') return [`${path}?of=project:sea-wall`];
  if (path === '/api/v1/rulebook') return [`${path}?kind=flood-defence`];
  if (path.includes('/exports/')) return ['en', 'zh'].map((language) => `${path}?lang=${language}`);
  const noun = /^\/api\/v1\/(\w+)\/\{id\}/.exec(path)?.[1];
  const ids = VALUES.flatMap(([table, key]) => ((NOUNS[table] ?? table) === noun ? [key] : []));
  if (path.includes('{number}')) return [path.replace('{number}', '1')];
  if (path.includes('{id}') && !/\{(?!id\})/.test(path)) return ids.map((id) => path.replace('{id}', id));
  return path.includes('{') ? [] : [path];
}

/** Asks every address and fails where an old basis is found. A source itself may be listed, and lies in its own file of the folder. */
async function crawl(changed: readonly number[]): Promise<number> {
  let read = 0;
  for (const path of GETS) {
    for (const address of addressesOf(path)) {
      const answer = await office.ask(address);
      if (answer.status !== 200) {
        await answer.arrayBuffer();
        continue;
      }
      const text = await textIn(answer);
      read += 1;
      for (const index of changed) {
        const [table, key, column] = VALUES[index] ?? [];
        assert.ok(!text.includes(word(index)), `${address} tells the old basis of ${table} ${key} ${column}`);
        if (/\/(?:sources|search|export|district|vocabulary|publishing)/.test(path)) continue;
        assert.ok(!text.includes(source(index)), `${address} names the old source of ${table} ${key} ${column}`);
      }
    }
  }
  return read;
}

/** Undoes these deeds, the last first; every basis is back. */
async function undone(seqs: readonly number[]): Promise<void> {
  for (const seq of seqs.toReversed()) await done(await office.post(`/api/v1/deeds/${seq}/undo`, WHO));
  for (const [index, [table, key, column]] of VALUES.entries()) {
    for (const [cell, value] of Object.entries(oldBasis(table, column, index)))
      assert.equal(rowOf(table, key)[cell], value, `${table} ${key} ${cell}`);
  }
}

test('each value that is tried has a basis, and the crawl finds it before it is changed', async () => {
  for (const [table, , column] of VALUES)
    assert.ok(
      basedOf(table).some(({ value }) => value.includes(column)),
      `${table}.${column}`,
    );
  await assert.rejects(crawl([7]), /tells the old basis of project sea-wall due_on/);
});

const WAYS: Readonly<Record<string, () => Promise<{ readonly seqs: readonly number[]; readonly changed: readonly number[] }>>> = {
  async 'form of one record'() {
    const seqs: number[] = [];
    const changed: number[] = [];
    for (const [index, [table, key, column, value]] of VALUES.entries()) {
      const noun = NOUNS[table];
      if (noun === undefined) continue;
      const body = { ...WHO, fields: { [column]: value } };
      seqs.push(await done(await office.send('PATCH', `/api/v1/${noun}/${key}`, body, { 'if-match': `"${rowOf(table, key).rev}"` })));
      changed.push(index);
    }
    seqs.push(await done(await office.post('/api/v1/reports', { ...WHO, title: { zh: null, en: 'After the changes' } })));
    return { seqs, changed };
  },
  async 'list of several records at once'() {
    const several = VALUES.flatMap(([table, key, column, value], index) =>
      column === 'due_on' ? [{ index, edit: revise(table, key, { [column]: value }) }] : [],
    );
    const seq = await done(await office.post('/api/v1/edits', { ...WHO, edits: several.map(({ edit }) => edit) }));
    return { seqs: [seq], changed: several.map(({ index }) => index) };
  },
  async 'edits of a program'() {
    const seqs: number[] = [];
    for (const [table, key, column, value] of VALUES) {
      seqs.push(await done(await office.post('/api/v1/edits', { ...WHO, edits: [revise(table, key, { [column]: value })] })));
    }
    return { seqs, changed: VALUES.map((_, index) => index) };
  },
  async 'task sheet'() {
    const csv = await (await office.ask('/api/v1/exports/task-sheet.csv?lang=en')).text();
    const dues = VALUES.flatMap(([table, key, column], index) =>
      table === 'commitment' && column === 'due_on' ? [{ index, was: String(rowOf(table, key).due_on) }] : [],
    );
    const text = csv
      .split('\n')
      .map((line) => dues.reduce((given, { was }) => given.replace(was, '2025-12-12'), line))
      .join('\n');
    assert.notEqual(text, csv);
    const file = { name: 'office.csv', base64: Buffer.from(text).toString('base64') };
    const report = sheetSchema.sheetImportReport.parse(
      await (await office.post('/api/v1/sheets/import', { file, ...WHO, rows: 'clear' })).json(),
    );
    assert.ok(report.seq !== null);
    assert.match(String(rowOf('commitment', 'p2s1-1').due_basis_en), /office\.csv/);
    return { seqs: [report.seq], changed: dues.map(({ index }) => index) };
  },
};

for (const [way, change] of Object.entries(WAYS)) {
  test(`changed by the ${way}, no screen, paper or export has an old source beside a new value; undo brings both back`, async () => {
    const { seqs, changed } = await change();
    assert.ok(changed.length >= 2);
    const read = await crawl(changed);
    assert.ok(read > 90, `${read} answers were read`);
    await undone(seqs);
  });
}
