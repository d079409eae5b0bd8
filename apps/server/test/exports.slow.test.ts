import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, nounSchema } from '@westgate/contract';
import { EXAMPLE, openOffice } from './office.ts';

const office = await openOffice(EXAMPLE);
const ASOF = 'asOf=2025-06-30';
const LISTS = [
  'sentences',
  'commitments',
  'places',
  'projects',
  'indicators',
  'events',
  'parks',
  'departments',
  'documents',
  'sources',
  'deeds',
];

/** The rows of a CSV as an independent reader takes them; no cell of the example holds a line break. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
}

async function csvOf(path: string): Promise<readonly (readonly string[])[]> {
  const answer = await office.ask(`/api/v1/exports/${path}`);
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
  assert.equal(answer.status, 200, text.slice(0, 300));
  assert.equal(text.charAt(0), '\uFEFF');
  return rowsOf(text.slice(1));
}

test('every list is there as CSV and as a workbook, with a name to keep it under', async () => {
  for (const list of LISTS) {
    for (const format of ['csv', 'xlsx']) {
      const answer = await office.ask(`/api/v1/exports/${list}.${format}`);
      assert.equal(answer.status, 200, `${list}.${format}`);
      assert.match(
        answer.headers.get('content-disposition') ?? '',
        new RegExp(`^attachment; filename="westgate-${list}-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
      );
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.deepEqual([...bytes.subarray(0, 2)], format === 'csv' ? [0xef, 0xbb] : [0x50, 0x4b], `${list}.${format}`);
    }
  }
});

test('a downloaded list holds what the list answers: the same records in the same order, with the same states', async () => {
  const page = nounSchema.commitmentPage.parse(await office.get(`/api/v1/commitments?${ASOF}&limit=500`));
  const [head = [], ...rows] = await csvOf(`commitments.csv?lang=en&${ASOF}`);
  assert.deepEqual(head.slice(0, 3), ['Id', 'No.', 'Commitment']);
  const column = (name: string) => rows.slice(0, page.total).map((row) => row[head.indexOf(name)]);
  assert.deepEqual(
    column('Id'),
    page.items.map(({ id }) => id),
  );
  assert.deepEqual(
    column('Because'),
    page.items.map(({ state }) => state.reason.en),
  );
  assert.deepEqual(
    column('Since'),
    page.items.map(({ state }) => state.since ?? ''),
  );
  assert.deepEqual(
    column('Owner'),
    page.items.map(({ owner }) => owner?.name.en ?? 'not known'),
  );
  assert.deepEqual(
    column('Due date'),
    page.items.map(({ due }) => due?.on ?? 'not known'),
  );
  assert.deepEqual(
    column('Places'),
    page.items.map(({ linked }) => String(linked.places)),
  );
});

test('the head is in the language asked for, and under the rows stand the day, the journal line, the filters and the licence', async () => {
  const rows = await csvOf(`projects.csv?lang=zh&${ASOF}&state=done&q=首钢`);
  assert.deepEqual(rows[0]?.slice(0, 3), ['编号', '项目', '类别']);
  const notes = rows.slice(rows.findIndex((row) => row.join('') === '') + 1).map(([note]) => note);
  assert.match(notes[0] ?? '', /^石景山区 · 项目 · 《2024 年度计划摘要》 · 数据截至 2025-06-30 · 操作记录第 1 号$/);
  assert.match(notes[1] ?? '', /^筛选：state=done, q=首钢$/);
  assert.match(notes[2] ?? '', /^许可与来源：/);
});

test('a position that was taken from a source goes out with it and with the words it asks for; no other does', async () => {
  const places = nounSchema.placePage.parse(await office.get(`/api/v1/places?limit=500&${ASOF}`)).items;
  assert.ok(places.some(({ positionSource }) => positionSource) && places.some(({ positionSource }) => !positionSource));
  const [head = [], ...rows] = await csvOf(`places.csv?lang=en&${ASOF}`);
  const cell = (row: readonly string[], name: string): string => row[head.indexOf(name)] ?? '';
  for (const { id, positionSource, attribution } of places) {
    const row = rows.find((each) => each[head.indexOf('Id')] === id || each[0] === id) ?? [];
    assert.deepEqual(
      [cell(row, 'Source of the position'), cell(row, 'Attribution of the position')],
      [positionSource === 'withheld' ? 'source not public' : (positionSource?.id ?? ''), attribution.en ?? ''],
      id,
    );
  }
});

test('the same filters narrow a list and its file; records without an aim can be asked for', async () => {
  for (const query of ['state=under-way', 'aim=beauty', 'aim=none', 'owner=drc', 'sort=-due', 'q=绿道']) {
    const page = nounSchema.commitmentPage.parse(await office.get(`/api/v1/commitments?${ASOF}&limit=500&${query}`));
    const [, ...rows] = await csvOf(`commitments.csv?${ASOF}&${query}`);
    assert.deepEqual(
      rows.slice(0, page.total).map(([id]) => id),
      page.items.map(({ id }) => id),
      query,
    );
    assert.equal(rows[page.total]?.join(''), '', query);
  }
  const none = nounSchema.commitmentPage.parse(await office.get('/api/v1/commitments?aim=none'));
  assert.ok(none.total > 0 && none.items.every(({ aim }) => aim === null));
});

test('pages, unknown parameters and wrong words are refused by name', async () => {
  for (const [query, field] of [
    ['limit=5', 'limit'],
    ['after=x', 'after'],
    ['colour=red', 'colour'],
    ['lang=fr', 'lang'],
    ['asOf=2024-02-30', 'asOf'],
  ]) {
    const answer = await office.ask(`/api/v1/exports/places.csv?${query}`);
    assert.equal(answer.status, 400, query);
    assert.match(commonSchema.problem.parse(await answer.json()).detail, new RegExp(`^${field}:`));
  }
  assert.equal((await office.ask('/api/v1/exports/places.pdf')).status, 404);
});
