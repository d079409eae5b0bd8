import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pivotOf } from '@westgate/base';
import { gateSchema, loopSchema, supervisionSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const DAY = 'asOf=2025-04-20';
const exceptions = async (query = '') => loopSchema.exceptions.parse(await office.get(`/api/v1/exceptions?${DAY}${query}`));
const matters = async (query = '') => supervisionSchema.matters.parse(await office.get(`/api/v1/supervision?${DAY}${query}`));

test('each value of an attribute is told with as many exceptions as its condition finds, on whatever page', async () => {
  const all = await exceptions('&limit=1');
  assert.ok(all.total > 3);
  for (const { attribute, values } of all.values)
    for (const { key, count } of values)
      assert.equal((await exceptions(`&where=${attribute}:${key}&limit=1`)).total, count, `${attribute}:${key}`);
  const why = all.values.find(({ attribute }) => attribute === 'why');
  assert.deepEqual(Object.fromEntries(why?.values.map(({ key, count }) => [key, count]) ?? []), positive(all.counts));
});

test('a number of the pivot is the number of rows it opens; the totals count a record once', async () => {
  const found = await exceptions('&group=why&pivot=department&limit=1');
  assert.ok(found.pivot);
  assert.deepEqual(found.by, { group: 'why', pivot: 'department' });
  const pivot = pivotOf(found.pivot.map((part) => ({ ...part, sum: 0, known: 0 })));
  assert.equal(pivot.at(null, null).count, found.total);
  for (const down of pivot.down)
    for (const across of pivot.across)
      assert.equal((await exceptions(`&where=why:${down},department:${across}&limit=1`)).total, pivot.at(down, across).count);
});

test('grouped, a record stands under each of its reasons; shut groups are left out of the lines, not of the counts', async () => {
  const plain = await exceptions('&limit=500');
  const grouped = await exceptions('&group=why&limit=500');
  assert.equal(grouped.items.length, grouped.lines);
  assert.equal(
    grouped.lines,
    plain.items.reduce((sum, { why }) => sum + why.length, 0),
  );
  assert.ok(grouped.items.every(({ why, group }) => why.some((each) => each === group)));
  const page = await exceptions('&group=why&limit=2&skip=1');
  assert.deepEqual(page.items, grouped.items.slice(1, 3));
  const shut = await exceptions('&group=why&shut=*,no-due-date&limit=500');
  assert.ok(shut.items.length > 0 && shut.items.every(({ group }) => group === 'no-due-date'));
  assert.deepEqual([shut.total, shut.values], [grouped.total, grouped.values]);
  assert.deepEqual(
    plain.items.map(({ group }) => group),
    plain.items.map(() => null),
  );
});

test('exceptions are found by words and put in order, what is not known last', async () => {
  const [first] = (await exceptions()).items;
  const name = first?.thing.name.en ?? '';
  assert.ok((await exceptions(`&q=${encodeURIComponent(name)}`)).items.some(({ thing }) => thing.id === first?.thing.id));
  assert.equal((await exceptions('&q=no-such-words-anywhere')).total, 0);
  const days = (await exceptions('&sort=-due&limit=500')).items.map(({ dueOn }) => dueOn);
  const known = days.filter((day) => day !== null);
  assert.deepEqual(days, [...known.toSorted().reverse(), ...days.filter((day) => day === null)]);
});

test('the ledger of supervision is grouped and narrowed alike, and its file follows', async () => {
  const subject = [...office.desk.register.project.keys()][0] ?? '';
  const [lead] = office.desk.register.department.keys();
  const draft = { who: 'Ada', subjectKind: 'project', subjectId: subject, lead, dueOn: '2030-01-31' };
  for (const asked of ['Mend the wall', 'Paint the shed'])
    assert.equal((await office.post('/api/v1/supervision', { ...draft, asked: { zh: null, en: asked } })).status, 200);
  const now = async (query: string) => supervisionSchema.matters.parse(await office.get(`/api/v1/supervision${query}`));
  const found = await now('?group=light&pivot=lead');
  const light = found.values.find(({ attribute }) => attribute === 'light');
  assert.equal(
    light?.values.reduce((sum, { count }) => sum + count, 0),
    found.total,
  );
  assert.equal(
    found.values.find(({ attribute }) => attribute === 'lead')?.values.find(({ key }) => key === lead)?.name?.en !== undefined,
    true,
  );
  const narrowed = await now('?q=shed&where=light:in-time');
  assert.deepEqual(
    narrowed.items.map(({ asked }) => asked.en),
    ['Paint the shed'],
  );
  const file = await (await office.ask(`/api/v1/exports/supervision.csv?lang=en&q=shed&where=light:in-time`)).text();
  assert.ok(file.includes('Paint the shed') && !file.includes('Mend the wall'));
  const view = { who: 'Ada', name: { zh: null, en: 'By lead' }, screen: 'supervision', query: 'group=lead&shut=*,~' };
  assert.equal((await office.post('/api/v1/views', view)).status, 200);
  assert.equal((await matters('&where=light:overdue')).total, (await matters()).counts.overdue);
});

test('a condition is answered with its name, also where nothing fits', async () => {
  const [lead = ''] = office.desk.register.department.keys();
  const { total, values, conditions } = await exceptions(`&q=no-such-words-anywhere&where=department:${lead},why:late`);
  assert.equal(total, 0);
  assert.ok(values.every((each) => each.values.length === 0));
  assert.deepEqual(
    conditions.map(({ attribute, key, name }) => [attribute, key, name !== null]),
    [
      ['department', lead, true],
      ['why', 'late', false],
    ],
  );
});

test('what a list does not know is refused, naming what it expected', async () => {
  for (const [query, expected] of [
    ['exceptions?group=colour', 'why'],
    ['exceptions?where=colour:red', 'department'],
    ['exceptions?where=late', 'attribute:key'],
    ['exceptions?sort=colour', 'said'],
    ['supervision?pivot=colour', 'light'],
  ] as const) {
    const answer = await office.ask(`/api/v1/${query}`);
    assert.equal(answer.status, 400, query);
    assert.ok((await answer.text()).includes(expected), query);
  }
});

test('each project of the board tells what it lacks by name, its places, its state and how far it slips', async () => {
  const board = gateSchema.gateBoard.parse(await office.get('/api/v1/gates'));
  const asked = new Set(board.asked.map(({ id }) => id));
  assert.ok(board.items.some(({ lacks }) => lacks?.length));
  assert.ok(
    board.items.every(({ lacks, missing }) => lacks && missing !== null && lacks.length <= missing && lacks.every((id) => asked.has(id))),
  );
  assert.ok(board.items.some(({ places }) => places.length > 0));
  const opens = board.items.flatMap(({ open }) => (open ? [open] : []));
  for (const one of opens)
    for (const other of opens) assert.equal(one.like === other.like, one.name.zh === other.name.zh && one.name.en === other.name.en);
});

function positive(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
