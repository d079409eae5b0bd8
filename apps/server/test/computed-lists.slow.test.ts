import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pivotOf } from '@westgate/base';
import { gateSchema, listSchema, loopSchema, supervisionSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const DAY = '2025-04-20';
const queryOf = (ask: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(ask).map(([name, value]): [string, string] => [name, String(value)])).toString();
const tableOf = async (list: string, ask: Readonly<Record<string, string | number>> = {}) =>
  listSchema.listTable.parse(await office.get(`/api/v1/lists/${list}?${queryOf(ask)}`));
const exceptions = (ask: Readonly<Record<string, string | number>> = {}) => tableOf('exceptions', { asOf: DAY, lang: 'en', ...ask });
const is = (column: string, key: string): string => `${column}:is:${key === '' ? '~' : key}`;

test('each value of a column is told with as many exceptions as its condition finds, and the counts by reason are those of the page', async () => {
  const page = loopSchema.exceptions.parse(await office.get(`/api/v1/exceptions?asOf=${DAY}&limit=1`));
  const all = await exceptions({ limit: 1 });
  assert.ok(all.total > 3);
  assert.equal(all.total, page.total);
  for (const { id, groups } of all.columns ?? []) {
    if (!groups) continue;
    const counted = await exceptions({ group: id, limit: 1 });
    for (const { key, count } of counted.groups ?? [])
      assert.equal((await exceptions({ filter: is(id, key), limit: 1 })).total, count, `${id}:${key}`);
  }
  const { groups } = await exceptions({ group: 'why', limit: 1 });
  assert.deepEqual(Object.fromEntries(groups?.map(({ key, count }) => [key, count]) ?? []), positive(page.counts));
});

test('a number of the pivot is the number of rows it opens; the totals count a record once', async () => {
  const found = await exceptions({ group: 'why', pivot: 'department', limit: 1 });
  assert.ok(found.pivot);
  const pivot = pivotOf(found.pivot);
  assert.equal(pivot.at(null, null).count, found.total);
  for (const down of pivot.down)
    for (const across of pivot.across)
      assert.equal(
        (await exceptions({ filter: `${is('why', down)};${is('department', across)}`, limit: 1 })).total,
        pivot.at(down, across).count,
      );
});

test('grouped, a record stands under each of its reasons, page by page; shut groups are left out of the rows, not of the counts', async () => {
  const plain = await exceptions({ limit: 500, columns: 'why' });
  const grouped = await exceptions({ group: 'why', limit: 500, columns: 'why' });
  const whysOf = ({ cells: [cell] }: (typeof plain.rows)[number]): readonly string[] =>
    Array.isArray(cell) ? cell.map(({ key }) => key) : [];
  assert.equal(
    grouped.rows.length,
    plain.rows.reduce((sum, row) => sum + whysOf(row).length, 0),
  );
  assert.ok(grouped.rows.every((row) => whysOf(row).includes(row.group ?? '')));
  const first = await exceptions({ group: 'why', limit: 2, columns: 'why' });
  const next = await exceptions({ group: 'why', limit: 2, columns: 'why', after: first.next ?? '' });
  assert.deepEqual([...first.rows, ...next.rows], grouped.rows.slice(0, 4));
  const shut = await exceptions({ group: 'why', shut: '*,no-due-date', limit: 500 });
  assert.ok(shut.rows.length > 0 && shut.rows.every(({ group }) => group === 'no-due-date'));
  assert.deepEqual([shut.total, shut.groups], [grouped.total, grouped.groups]);
});

test('exceptions are found by words and put in order, what is not known last; a row names its record', async () => {
  const [first] = (await exceptions({ columns: 'name' })).rows;
  const [cell] = first?.cells ?? [];
  const name = cell !== null && typeof cell === 'object' && 'en' in cell ? cell.en : null;
  assert.ok((await exceptions({ q: name ?? '?' })).rows.some(({ id }) => id === first?.id));
  assert.equal(first?.id, `${first?.of?.table}:${first?.of?.id}`);
  assert.equal((await exceptions({ q: 'no-such-words-anywhere' })).total, 0);
  const days = (await exceptions({ sort: '-due', columns: 'due', limit: 500 })).rows.map(({ cells: [due] }) => due ?? null);
  const known = days.filter((day): day is string => typeof day === 'string');
  assert.deepEqual(days, [...known.toSorted().reverse(), ...days.filter((day) => day === null)]);
});

test('narrowed to one kind of record its values are changed in place, of several kinds none is', async () => {
  const editsIn = async (filter: Readonly<Record<string, string>>): Promise<Readonly<Record<string, readonly string[]>>> => {
    const { columns } = await exceptions({ ...filter, limit: 1 });
    return Object.fromEntries((columns ?? []).flatMap(({ id, edits }) => (edits.length > 0 ? [[id, edits]] : [])));
  };
  assert.deepEqual(await editsIn({}), {});
  assert.deepEqual(await editsIn({ filter: 'kind:is:project' }), { department: ['lead'], due: ['due_on'], cadence: ['cadence'] });
  assert.deepEqual(await editsIn({ filter: 'kind:is:commitment' }), { department: ['owner'], due: ['due_on'], cadence: ['cadence'] });
  assert.deepEqual(await editsIn({ filter: 'kind:in:commitment,project' }), {});
});

test('a record waits for nobody where a report says so, not where none said anything', async () => {
  const [blocked, quiet] = (await tableOf('exceptions', { filter: 'kind:is:project' })).rows.map(({ of }) => of?.id);
  const update = { subjectKind: 'project', unchanged: false, step: 'blocked', words: { zh: null, en: 'no crane' } };
  for (const [subjectId, more] of [
    [blocked, { waitsFor: [...office.desk.register.department.keys()][0] }],
    [quiet, {}],
  ] as const)
    assert.equal((await office.post('/api/v1/updates', { who: 'Ada', updates: [{ ...update, subjectId, ...more }] })).status, 200);
  const now = await tableOf('exceptions', { columns: 'waits,reported_on,said', filter: 'kind:is:project', limit: 500, lang: 'en' });
  const cellsOf = (id: string | undefined) => now.rows.find(({ of }) => of?.id === id)?.cells;
  const keysOf = (id: string | undefined) => (cellsOf(id)?.[0] as { key: string }[] | null)?.map(({ key }) => key);
  assert.deepEqual(keysOf(quiet), ['-nobody']);
  assert.deepEqual(keysOf(blocked), [[...office.desk.register.department.keys()][0]]);
  assert.match(JSON.stringify(cellsOf(blocked)?.[2]), /blocked; waiting for .*; no crane/);
  for (const { cells } of now.rows) assert.equal(cells[0] === null, cells[1] === null, 'who never reported waits for nobody that is known');
});

test('the ledger of supervision is grouped and narrowed alike, and its file follows', async () => {
  const subject = [...office.desk.register.project.keys()][0] ?? '';
  const [lead = '', other = ''] = office.desk.register.department.keys();
  const draft = { who: 'Ada', subjectKind: 'project', subjectId: subject, lead, departments: [other], dueOn: '2030-01-31' };
  for (const asked of ['Mend the wall', 'Paint the shed'])
    assert.equal((await office.post('/api/v1/supervision', { ...draft, asked: { zh: null, en: asked } })).status, 200);
  const now = (ask: Readonly<Record<string, string | number>>) => tableOf('supervision', { lang: 'en', ...ask });
  const found = await now({ group: 'light', pivot: 'lead' });
  assert.equal(
    found.groups?.reduce((sum, { count }) => sum + count, 0),
    found.total,
  );
  assert.ok(found.across.some(({ key, name }) => key === lead && name?.en));
  assert.equal((await now({ filter: `concerned:is:${other}` })).total, 2);
  const narrowed = await now({ q: 'shed', filter: 'light:is:in-time', columns: 'asked,owes' });
  assert.deepEqual(
    narrowed.rows.map(({ cells: [asked, owes] }) => [asked, owes]),
    [
      [
        { zh: null, en: 'Paint the shed' },
        { key: 'lead', name: { zh: '牵头单位', en: 'the lead department' } },
      ],
    ],
  );
  const file = await (
    await office.ask(`/api/v1/exports/supervision.csv?${queryOf({ lang: 'en', q: 'shed', filter: 'light:is:in-time' })}`)
  ).text();
  assert.ok(file.includes('Paint the shed') && !file.includes('Mend the wall'));
  const { counts } = supervisionSchema.matters.parse(await office.get('/api/v1/supervision'));
  assert.equal((await now({ filter: 'light:is:overdue' })).total, counts.overdue);
});

test('what needs attention goes into a file with its reasons and a message, narrowed as it is shown', async () => {
  const ask = { asOf: DAY, lang: 'en', filter: 'why:is:no-owner', columns: 'name,why,message' };
  const file = await (await office.ask(`/api/v1/exports/exceptions.csv?${queryOf(ask)}`)).text();
  const { total } = await exceptions({ filter: 'why:is:no-owner' });
  assert.equal(file.split('\r\n').filter((line) => line.includes('no owner')).length, total);
});

test('a condition is answered with its name, also where nothing fits', async () => {
  const [lead = ''] = office.desk.register.department.keys();
  const { total, conditions } = await exceptions({ q: 'no-such-words-anywhere', filter: `department:is:${lead};why:is:late` });
  assert.equal(total, 0);
  assert.deepEqual(
    conditions.map(({ column, key, name }) => [column, key, name !== null]),
    [
      ['department', lead, true],
      ['why', 'late', true],
    ],
  );
});

test('what a list does not know is refused, naming what it expected', async () => {
  for (const ask of [{ group: 'colour' }, { filter: 'colour:is:red' }, { filter: 'late' }, { sort: 'colour' }])
    assert.equal((await office.ask(`/api/v1/lists/exceptions?${queryOf(ask)}`)).status, 400, JSON.stringify(ask));
});

test('each project of the board tells what it lacks by name, and stands in the list of projects', async () => {
  const board = gateSchema.gateBoard.parse(await office.get('/api/v1/gates'));
  const asked = new Set(board.asked.map(({ id }) => id));
  assert.ok(board.items.some(({ lacks }) => lacks?.length));
  assert.ok(
    board.items.every(({ lacks, missing }) => lacks && missing !== null && lacks.length <= missing && lacks.every((id) => asked.has(id))),
  );
  const listed = (await tableOf('programme', { limit: 500, columns: 'id' })).rows.map(({ id }) => id);
  assert.deepEqual(listed.toSorted(), board.items.map(({ project }) => project.id).toSorted());
  const opens = board.items.flatMap(({ open }) => (open ? [open] : []));
  for (const one of opens)
    for (const other of opens) assert.equal(one.like === other.like, one.name.zh === other.name.zh && one.name.en === other.name.en);
});

function positive(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
