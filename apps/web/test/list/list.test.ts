import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSchema, type ListColumn, type ListTable, listSchema } from '@westgate/contract';
import { namesDays } from '@westgate/domain';
import { changeOf, editsOf, kindIn, MOST_TOGETHER, mayHold, storedIn, valueTyped } from '../../src/list/changes.ts';
import { askedOf, nextSort, readAsked, withFilter } from '../../src/list/list-address.ts';
import { type ListRow, modelOf, textOf } from '../../src/list/list-model.ts';
import { cellsPasted, textCopied } from '../../src/list/range-forms.tsx';
import { widthOf } from '../../src/list/use-frozen.ts';
import { isShown, keptQuery } from '../../src/views/view-query.ts';

const column = (id: string, kind: ListColumn['kind'], more: Partial<ListColumn> = {}): ListColumn => ({
  id,
  head: { zh: id, en: id },
  unit: null,
  kind,
  operators: ['is', 'not', 'in', 'known', 'unknown'],
  sorts: true,
  groups: true,
  sums: false,
  isFirst: true,
  values: null,
  links: null,
  width: null,
  none: null,
  edits: [],
  ...more,
});
const NAME = column('name', 'text', { edits: ['name_zh', 'name_en'] });
const LEAD = column('lead', 'ref', { links: 'department', edits: ['lead'] });
const DUE = column('due', 'day', { edits: ['due_on'] });
const row = (id: string, group: string | null, cells: ListRow['cells'] = [{ zh: null, en: id }, null]): ListRow => ({
  id,
  rev: 3,
  cells,
  around: {},
  answers: null,
  group,
});
const page = (rows: readonly ListRow[], groups: ListTable['groups']): ListTable => ({
  asOf: '2024-12-31',
  seq: 1,
  total: 9,
  next: null,
  columns: [NAME, LEAD, DUE],
  table: 'project',
  named: 'name',
  totals: null,
  shown: ['name', 'lead'],
  rows: [...rows],
  sums: [],
  groups,
  pivot: null,
  across: [],
  conditions: [],
});
const group = (key: string, count: number) => ({ key, name: null, count, sums: [] });
const linesOf = (pages: readonly ListTable[], shut?: string): string =>
  (modelOf(pages, shut)?.lines ?? []).map((line) => (line.is === 'group' ? `[${line.group.key}]` : line.row.id)).join(' ');

test('lines of a grouped list stand up to the first row that has not come; a shut group is its head alone', () => {
  const groups = [group('works', 2), group('parks', 3), group('', 1)];
  assert.equal(linesOf([page([row('a', 'works'), row('b', 'works'), row('c', 'parks')], groups)]), '[works] a b [parks] c');
  assert.equal(linesOf([page([row('c', 'parks')], groups)], 'works'), '[works] [parks] c');
  const all = [row('a', 'works'), row('b', 'works'), row('a', 'parks'), row('c', 'parks'), row('d', 'parks'), row('e', '')];
  assert.equal(linesOf([page(all, groups)]), '[works] a b [parks] a c d [] e');
  assert.equal(modelOf([page(all, groups)], undefined)?.lineCount, 9);
  assert.equal(modelOf([], undefined), null);
});

test('an address of an older version still asks for what it asked for', () => {
  const asked = (kind: Parameters<typeof askedOf>[0], search: Parameters<typeof askedOf>[1]) => {
    const { columns: _columns, ...others } = askedOf(kind, search, []);
    return others;
  };
  assert.deepEqual(asked('publicity', { state: 'withheld', kind: 'place' }), { filter: 'withheld:is:true;kind:is:place' });
  assert.deepEqual(asked('publicity', { state: 'under' }), { filter: 'standing:is:under' });
  assert.deepEqual(asked('people', { where: 'in:-in,account:open,role:reader', sort: '-answersFor', group: 'role', pivot: 'account' }), {
    filter: 'signed_in:is:true;account:is:open;roles:is:reader',
    sort: '-answers_for',
    group: 'roles',
    pivot: 'account',
  });
  assert.deepEqual(asked('places', { state: 'done', aim: 'none', sort: '-name' }), { filter: 'stage:is:done;aim:is:~', sort: '-name' });
  assert.deepEqual(
    asked('commitments', { where: 'reporting:none,owner:works', tag: 'tier:pillar,aim:none', group: 'owner', pivot: 'owner' }),
    {
      filter: 'axis.tier:is:pillar;aim:is:~;reporting:is:~;owner:is:works',
      group: 'owner',
    },
  );
  assert.deepEqual(asked('projects', { where: 'kind:project.greenway', filter: 'due:unknown' }), {
    filter: 'due:unknown;kind:is:greenway',
  });
  assert.deepEqual(asked('indicators', { sort: 'target-period' }), { sort: 'target_period' });
  assert.deepEqual(asked('supervision', { light: 'overdue', where: 'plans:plan-2024' }), { filter: 'light:is:overdue;plan:is:plan-2024' });
  assert.deepEqual(asked('exceptions', { why: 'late', where: 'age:-older,waits:-nobody', sort: '-said' }), {
    filter: 'why:is:late;age:is:older;waits:is:-nobody',
    sort: '-reported_on',
  });
  assert.deepEqual(askedOf('exceptions', { filter: 'kind:is:project' }, [{ column: 'department', operator: 'is', values: ['works'] }]), {
    filter: 'kind:is:project;department:is:works',
  });
  assert.deepEqual(asked('programme', { kind: 'park', where: 'slip:-month,gate:-passed,lacks:-nothing', sort: '-last' }), {
    filter: 'kind:is:park;slip:from:1;slip:to:30;gate:is:-passed;lacks:is:~',
    sort: '-last_pass',
  });
  const sheet = { where: 'reported:-missing,note:-none,level:city', group: 'plans', pivot: 'note', sum: 'plan', sort: '-month' };
  assert.deepEqual(asked('months', { ...sheet, month: '2024-12' }), {
    month: '2024-12',
    filter: 'reported:is:missing;remarkable:is:~;decides:is:city',
    group: 'plan',
    pivot: 'remarkable',
    sums: 'year_plan',
    sort: '-completed_month',
  });
  assert.deepEqual(asked('months', { group: 'none', sum: 'none', shut: 'a' }), {}, 'neither groups nor sums');
  for (const list of listSchema.LISTS)
    assert.ok(listSchema.tableQuery.safeParse(askedOf(list, { q: 'a b', filter: 'id:has:a,b;c' }, [])).success);
});

test('money is copied in 10,000 yuan, as it is read', () => {
  assert.deepEqual([textOf(12_000_050_000, 'en', 'fen'), textOf(null, 'en', 'fen'), textOf(5, 'en')], ['12000.05', '', '5']);
});

test('what is asked is read by the columns that came, and written as it is read', () => {
  const filter = 'name:has:a\\;b;lead:in:works,~;gone:is:x';
  const { filter: conditions, sort } = readAsked({ filter, sort: 'name,-due,gone' }, [
    { ...NAME, operators: ['has'] },
    LEAD,
    { ...DUE, operators: ['from'] },
  ]);
  assert.deepEqual(conditions, [
    { column: 'name', operator: 'has', values: ['a;b'] },
    { column: 'lead', operator: 'in', values: ['works', null] },
  ]);
  assert.equal(withFilter(conditions).filter, 'name:has:a\\;b;lead:in:works,~');
  assert.deepEqual(sort, [
    { column: 'name', isDown: false },
    { column: 'due', isDown: true },
  ]);
});

test('a head puts in order forwards, backwards, then not at all; with Shift behind what was asked before', () => {
  const [up, down] = [
    { column: 'n', isDown: false },
    { column: 'n', isDown: true },
  ];
  assert.deepEqual([nextSort([], 'n', false), nextSort([up], 'n', false), nextSort([down], 'n', false)], [[up], [down], []]);
  const other = { column: 'm', isDown: true };
  assert.deepEqual(nextSort([other], 'n', true), [other, up]);
  assert.deepEqual(nextSort([other], 'n', false), [up]);
});

test('a text of a spreadsheet is read into cells and written back as it was', () => {
  const texts = ['a\tb\nc\td', '\ta\n\tb', '"x\ny"\tz\n1\t', 'say "hi"\tb', '"he said ""no"""\t2', '', 'a\n\nb'];
  for (const text of texts) {
    const cells = cellsPasted(text);
    assert.deepEqual(cellsPasted(textCopied(cells)), cells, text);
  }
  assert.deepEqual(cellsPasted('a\tb\r\nc\td\r\n'), [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  assert.deepEqual(cellsPasted('"x\ty\n1"\tz'), [['x\ty\n1', 'z']]);
});

test('a pasted text stands for a value where it is one of the column: by its name, by its key, a day in any usual form', () => {
  const works = [{ key: 'works', names: ['建设局', 'Works'] }];
  assert.equal(valueTyped('project', 'lead', ' works ', works), 'works');
  assert.equal(valueTyped('project', 'lead', '建设局', works), 'works');
  assert.equal(valueTyped('project', 'lead', 'Parks', works), null);
  assert.equal(valueTyped('project', 'lead', '', works), '', 'emptied');
  for (const text of ['2026-03-31', '2026/3/31', '2026年3月31日'])
    assert.equal(valueTyped('project', 'due_on', text, []), '2026-03-31', text);
  assert.equal(valueTyped('project', 'due_on', '2026-02-30', []), null);
  assert.equal(valueTyped('project', 'visibility', '', []), null, 'never empty');
});

test('changes of one record are one edit on the record as it was read, with what is said of where a value comes from', () => {
  const wall = row('wall', null, [
    { zh: '墙', en: 'Wall' },
    { key: 'parks', name: null },
  ]);
  assert.equal(storedIn(NAME, 'zh'), 'name_zh');
  assert.equal(storedIn(column('state', 'enum'), 'zh'), null);
  assert.equal(
    changeOf(wall, wall.cells[1] ?? null, { column: LEAD, stored: 'lead', after: 'parks', language: 'en' }),
    null,
    'held already',
  );
  const changes = [
    changeOf(wall, wall.cells[0] ?? null, { column: NAME, stored: 'name_zh', after: '城墙', language: 'zh' }),
    changeOf(wall, wall.cells[1] ?? null, { column: LEAD, stored: 'lead', after: '', language: 'zh' }),
  ].filter((change) => change !== null);
  assert.deepEqual(editsOf('project', changes, '会议纪要', 'zh'), [
    { action: 'revise', table: 'project', key: 'wall', rev: 3, fields: { name_zh: '城墙', lead: null, lead_basis_zh: '会议纪要' } },
  ]);
  assert.deepEqual(editsOf('project', changes.slice(0, 1), '会议纪要', 'zh')[0], {
    action: 'revise',
    table: 'project',
    key: 'wall',
    rev: 3,
    fields: { name_zh: '城墙' },
  });
});

test('a view keeps what is shown, not how it is looked at or what is open in it', () => {
  const search = { lang: 'zh', theme: 'dark', noun: 'project', filter: 'lead:is:works', edit: 'x', page: '3', asOf: '2024-12-31' } as const;
  assert.equal(keptQuery(search), 'noun=project&filter=lead:is:works&asOf=2024-12-31');
  assert.ok(isShown('asOf=2024-12-31&noun=project&filter=lead:is:works', search));
  assert.ok(!isShown('noun=project', search));
});

test('a whole number is no day: it is narrowed by numbers, and as wide as one', () => {
  assert.deepEqual(
    (['integer', 'number', 'fen', 'day', 'period'] as const).map((kind) => namesDays({ kind, optional: true, about: { zh: '', en: '' } })),
    [false, false, false, true, true],
  );
  assert.ok(widthOf({ ...DUE, id: 'passed', kind: 'integer', width: 8 }, 'name') < widthOf({ ...DUE, width: 8 }, 'name'));
});

test('records of several kinds are given one value, each by its own table and id; those whose kind has no such column are not', () => {
  const own = column('visibility', 'enum', { edits: ['visibility'] });
  const of = (table: string, rev: number) => ({
    ...row(`${table}:wall`, null, [{ key: 'district', name: null }]),
    of: { table, id: 'wall' },
    rev,
  });
  const [place, figure, link] = [of('place', 2), of('figure', 7), of('link', 1)];
  const several = { table: null, columns: [own] };
  assert.deepEqual(
    [place, figure, link].map((each) => mayHold(several, each, own)),
    [true, true, false],
  );
  const kind = kindIn(several);
  assert.ok(kind);
  assert.equal(kindIn({ table: null, columns: [column('cadence', 'enum')] }), null);
  const to = { column: own, stored: 'visibility', after: 'public', language: 'en' } as const;
  const changes = [place, figure].flatMap((each) => changeOf(each, each.cells[0] ?? null, to) ?? []);
  assert.deepEqual(editsOf(kind, changes, '', 'en'), [
    { action: 'revise', table: 'place', key: 'wall', rev: 2, fields: { visibility: 'public' } },
    { action: 'revise', table: 'figure', key: 'wall', rev: 7, fields: { visibility: 'public' } },
  ]);
});

test('as many records are changed together as the API takes in one deed', () => {
  const asked = (count: number) => {
    const edit = { action: 'revise', table: 'place', key: 'p', rev: 1, fields: { visibility: 'public' } };
    return editSchema.editsRequest.safeParse({ who: 'Ada', reason: '', edits: Array.from({ length: count }, () => edit) }).success;
  };
  assert.deepEqual([asked(MOST_TOGETHER), asked(MOST_TOGETHER + 1)], [true, false]);
});
