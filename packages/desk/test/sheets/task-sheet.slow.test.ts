import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { type Desk, idemOf, NO_RECIPE, parseFolder, type SheetDraft, type TaskSheet } from '@westgate/desk';
import { TODAY, taskPreview } from './as-tasks.ts';
import { officeSheet, openHarbour } from './office.ts';
import { type RawBook, type RawSheet, xlsxOf } from './raw-xlsx.ts';

const by = { who: 'Lin' };
const DAYS: RawBook = { formats: [31] };

async function draftOf(sheets: readonly RawSheet[], book: RawBook = DAYS): Promise<SheetDraft> {
  return {
    file: { bytes: xlsxOf(sheets, book), fileName: '任务.xlsx' },
    recipe: NO_RECIPE,
    rows: 'all',
    newDepartments: [],
    today: TODAY,
    sentences: new Map(),
    saveAs: null,
  };
}

/** Field by field what a row became. */
function fieldsOf(sheet: TaskSheet, row: number): Record<string, unknown> {
  const found = sheet.rows.find((each) => each.row === row);
  return Object.fromEntries(found?.fields.map(({ field, value }) => [field, value]) ?? []);
}

function checkFolder(desk: Desk): void {
  const parsed = parseFolder(desk.exportFolder());
  assert.deepEqual(parsed.status === 'faulty' ? parsed.faults.map(({ message }) => message) : [], []);
}

test('a sheet as an office keeps it is understood: heads, headings, merges, departments, dates in words', async () => {
  const desk = await openHarbour();
  const sheet = await taskPreview(desk.register, await draftOf([officeSheet()]));
  assert.deepEqual(
    [sheet.title, sheet.year?.value, sheet.year?.from, sheet.head],
    ['港口区2026年重点任务分解表', 2026, 'title', { top: 3, bottom: 4 }],
  );
  assert.deepEqual(
    sheet.columns.map(({ letters, role, rule }) => [letters, role, rule]),
    [
      ['A', 'number', 'head'],
      ['B', 'task', 'head'],
      ['C', 'goal', 'head'],
      ['D', 'lead', 'head'],
      ['E', 'support', 'head'],
      ['F', 'due', 'head'],
      ['G', 'problems', 'head'],
      ['H', 'note', 'head'],
    ],
  );
  assert.deepEqual(
    sheet.skipped.map(({ row, why }) => `${row} ${why}`),
    [
      '1 title',
      '2 title',
      '3 head',
      '4 head',
      '5 section',
      '9 section',
      '10 repeated-head',
      '11 repeated-head',
      '14 subtotal',
      '15 footnote',
    ],
  );
  assert.deepEqual(
    sheet.rows.map(({ row, state, number, section }) => [row, state, number, section.join()]),
    [
      [6, 'new', '1', '一、开放的岸线'],
      [7, 'new', '２', '一、开放的岸线'],
      [8, 'new', '２', '一、开放的岸线'],
      [12, 'new', '1', '二、干爽的街道'],
      [13, 'new', '2', '二、干爽的街道'],
    ],
  );
  assert.deepEqual(sheet.faults, []);
  assert.deepEqual(fieldsOf(sheet, 6), {
    number: '1',
    task: '修复北码头石阶，恢复老渡口',
    goal: '120米',
    lead: 'works',
    support: ['culture'],
    due: '2026-06-30',
  });
  assert.deepEqual(fieldsOf(sheet, 7), {
    number: '２',
    task: '在旧税关院落开设周末市集。由摊主自治管理。',
    goal: '每周一次',
    lead: 'culture',
    support: ['housing'],
    due: '2026-12-31',
    problems: '资金未落实',
    note: '首年试行',
  });
  assert.deepEqual(fieldsOf(sheet, 8), {
    number: '２',
    task: '在旧税关院落加装照明',
    lead: 'culture',
    support: ['housing'],
    due: '2026-06-30',
  });
  assert.deepEqual(fieldsOf(sheet, 12), {
    number: '1',
    task: '为低岸街住户更换防潮门',
    goal: '240米',
    lead: 'works',
    support: ['housing'],
    due: '2026-09-30',
  });
  assert.equal(fieldsOf(sheet, 13).due, null);
  const cellOf = (row: number, field: string) => sheet.rows.find((each) => each.row === row)?.fields.find((each) => each.field === field);
  assert.deepEqual(
    [cellOf(8, 'lead')?.cell, cellOf(12, 'goal')?.notes, cellOf(13, 'due')?.rule],
    ['分解表!D7', ['formula', 'unit-of-head'], 'ongoing'],
  );
  assert.deepEqual(
    sheet.notKept.map(({ head }) => head),
    [],
  );
});

test('taking a sheet is one deed: a plan of its own, a sentence a task, owners and days with their cells; undo takes all of it back', async () => {
  const desk = await openHarbour();
  const before = desk.exportFolder();
  const draft = await draftOf([officeSheet()]);
  const dry = await desk.importSheet({ ...draft, saveAs: '政府办分解表' }, { ...by, dryRun: true });
  assert.equal(dry.deed, null);
  assert.deepEqual(desk.exportFolder(), before);

  const { deed, sheet } = await desk.importSheet({ ...draft, saveAs: '政府办分解表' }, { ...by, idem: idemOf('one', 'sheet') });
  assert.equal(deed?.verb, 'import-sheet');
  assert.equal(
    (await desk.importSheet({ ...draft, saveAs: '政府办分解表' }, { ...by, idem: idemOf('one', 'sheet') })).deed?.seq,
    deed?.seq,
  );
  assert.equal(sheet.rows.length, 5);
  const { register } = desk;
  const document = register.document.get(`sheet-d${deed?.seq}`);
  assert.deepEqual([document?.title_zh, document?.covers, document?.wording], ['港口区2026年重点任务分解表', '2026', 'official']);
  const sentences = [...register.sentence.values()].filter((each) => each.document === document?.id);
  assert.deepEqual(
    sentences.map(({ text_zh, kind }) => [text_zh, kind]),
    [
      ['修复北码头石阶，恢复老渡口', 'promise'],
      ['在旧税关院落开设周末市集。', 'promise'],
      ['由摊主自治管理。', 'narrative'],
      ['在旧税关院落加装照明', 'promise'],
      ['为低岸街住户更换防潮门', 'promise'],
      ['持续清理静水湾淤泥', 'promise'],
    ],
  );
  const market = [...register.commitment.values()].find(({ clause_zh }) => clause_zh === '在旧税关院落开设周末市集');
  assert.deepEqual(
    [market?.owner, market?.owner_basis_zh, market?.due_on, market?.due_basis_zh, market?.note_zh, market?.verb_class, market?.list_closed],
    ['culture', '任务.xlsx，分解表!D7：区文化和节庆办公室、住房科', '2026-12-31', '任务.xlsx，分解表!F7：年底前', '首年试行', null, false],
  );
  assert.deepEqual(
    [market?.goal_zh, market?.due_words, market?.problem_zh, market?.section],
    ['每周一次', '年底前', '资金未落实', '一、开放的岸线'],
  );
  assert.equal([...register.link.values()].filter(({ to_id, relation }) => to_id === market?.id && relation === 'co-operates').length, 1);
  checkFolder(desk);

  const [recipe] = [...register.recipe.values()];
  assert.deepEqual([recipe?.name_zh, recipe?.document], ['政府办分解表', document?.id]);
  await desk.undo(deed?.seq ?? 0, by);
  assert.deepEqual(desk.exportFolder(), before);
});

test('the same sheet again changes nothing; a reworded, a new and a moved row are told apart', async () => {
  const desk = await openHarbour();
  const draft = await draftOf([officeSheet()]);
  const { deed } = await desk.importSheet({ ...draft, saveAs: 'Office sheet' }, by);
  const recipe = { ...NO_RECIPE, id: `recipe-d${deed?.seq}`, document: `sheet-d${deed?.seq}` };
  const again = await desk.importSheet({ ...draft, recipe }, by);
  assert.deepEqual(
    [again.deed, again.sheet.rows.map(({ state }) => state), again.sheet.absent],
    [null, ['same', 'same', 'same', 'same', 'same'], []],
  );

  const office = officeSheet();
  const rows = office.rows.map((cells) => [...cells]);
  const [first, last] = [rows[5], rows[12]];
  if (first) first[1] = '修复北码头石阶和栈桥，恢复老渡口';
  if (last) last[1] = '新建环湾步道';
  const next = { ...(await draftOf([{ ...office, rows }])), recipe };
  const { sheet, deed: second } = await desk.importSheet(next, by);
  assert.deepEqual(
    sheet.rows.map(({ state, matchedBy }) => `${state} ${matchedBy}`),
    ['changed likeness', 'same words', 'same words', 'same words', 'new null'],
  );
  assert.equal(sheet.absent.length, 1);
  const sentence = desk.register.sentence.get(`p1s1-d${deed?.seq}`);
  assert.deepEqual([sentence?.text_zh, sentence?.revision], ['修复北码头石阶和栈桥，恢复老渡口', 2]);
  assert.equal(desk.register.commitment.get(`p1s1-d${deed?.seq}-1`)?.clause_zh, '修复北码头石阶和栈桥，恢复老渡口');
  assert.equal(desk.register.sentence.get(`p6s1-d${second?.seq}`)?.text_zh, '新建环湾步道');
  checkFolder(desk);
});

test('a sheet of another year becomes a plan of its own: the same words there are another commitment', async () => {
  const desk = await openHarbour();
  const office = officeSheet();
  await desk.importSheet(await draftOf([office]), by);
  const nextYear = {
    ...office,
    rows: office.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.replaceAll('2026', '2027') : cell))),
  };
  const { sheet } = await desk.importSheet(await draftOf([nextYear]), { ...by, dryRun: true });
  assert.deepEqual(
    sheet.rows.map(({ state, matchedBy }) => `${state} ${matchedBy}`),
    ['new null', 'new null', 'new null', 'new null', 'new null'],
  );
});

test('tasks of a plan that is held hang on its sentences; words that stand in none are left open until a person places them', async () => {
  const desk = await openHarbour();
  const rows = [
    ['No.', 'Task', 'Lead department', 'Deadline'],
    [1, 'The sea wall between the two piers is raised', 'Ward Works Office', 'end of October 2025'],
    [2, 'Work on the storm pump at Lock Street starts', 'Ward Works Office', '2025-05-31'],
    [3, 'Paint the lighthouse red', 'Housing Desk', 'Q3'],
  ];
  const recipe = { ...NO_RECIPE, document: 'ward-plan', addsSentences: false };
  const draft = { ...(await draftOf([{ name: 'Sheet1', rows }])), recipe };
  const sheet = await taskPreview(desk.register, draft);
  assert.deepEqual(
    sheet.rows.map(({ state, commitment, meaning }) => [state, commitment, meaning.sentence]),
    [
      ['same', 'p2s1-1', null],
      ['new', null, 'p2s2'],
      ['unclear', null, null],
    ],
  );
  assert.deepEqual(
    sheet.faults.map(({ cell, code }) => `${cell} ${code}`),
    ['Sheet1!B4 sentence-not-found'],
  );
  await assert.rejects(desk.importSheet(draft, by), { code: 'WG_SHEET_FAULTY' });
  await assert.rejects(desk.importSheet({ ...draft, rows: [4] }, by), { code: 'WG_SHEET_FAULTY' });
  const { deed } = await desk.importSheet({ ...draft, rows: [3, 4], sentences: new Map([[4, 'p3s1']]) }, by);
  assert.deepEqual(
    deed?.changes.map(({ table, key }) => `${table} ${key}`),
    ['commitment p2s2-2', 'commitment p3s1-2'],
  );
  assert.equal(desk.register.commitment.get('p2s2-2')?.clause_en, 'Work on the storm pump at Lock Street starts');
  assert.equal(desk.register.commitment.get('p3s1-2')?.due_on, '2025-09-30');
  checkFolder(desk);
});

test('every planted defect is reported with its cell, and nothing is stored', async () => {
  const desk = await openHarbour();
  const error = { attributes: 't="e"', xml: '<v>#REF!</v>' };
  const rows = [
    ['2025年重点任务分解表（含错误）'],
    ['序号', '重点任务', '量化目标（万元）', '主责单位', '协办单位', '完成时限', '备注'],
    [1, '整修灯塔外墙', 5, '区工务局', null, '2025年2月30日', null],
    [2, '清理航道', 5, '区渔政局', '区海事局', '9月底', null],
    [3, null, null, '区工务局', null, '9月底', null],
    [4, '修建鱼市雨棚', null, '区工务局（牵头）、住房科（牵头）', null, '9月底', null],
    [4, '加固防波堤', null, '区工务局', null, '6月底完成方案，12月底完工', null],
    [5, error, null, '区工务局', null, '年底前', null],
    [6, '铺设雨水管', null, '区工务局', null, error, null],
    [7, '更换路灯', '1,200', '区工务局', null, 45_930, null],
    [8, '种植行道树', { xml: '<f>C9</f>' }, '区工务局', null, '看情况', null],
    [9, '疏通河道', null, '区工务局', null, '年底前', null],
    [10, null, null, '住房科', null, '年底前', null],
    [11, '整治违建', null, null, null, '年底前', null],
    [12, '清理航道', null, '区工务局', null, '13月', null],
  ];
  const draft = await draftOf([{ name: '表1', rows, merges: ['A1:G1', 'B12:B13', 'B14:D14', 'F12:F13', 'F13:G13'], hiddenRows: [10] }]);
  const sheet = await taskPreview(desk.register, draft);
  assert.deepEqual(
    sheet.faults.map(({ cell, code, weight }) => `${cell} ${code} ${weight}`).sort(),
    [
      '表1!B12 merged-task faulty',
      '表1!B14 merged-across faulty',
      '表1!B15 duplicate-task unclear',
      '表1!B5 missing-task faulty',
      '表1!B8 error-value faulty',
      '表1!C11 formula-without-value faulty',
      '表1!D4 unknown-department faulty',
      '表1!D6 two-leads faulty',
      '表1!E4 unknown-department unclear',
      '表1!A7 duplicate-number faulty',
      '表1!F10 serial-number unclear',
      '表1!F11 day-not-understood unclear',
      '表1!F13 broken-merge unclear',
      '表1!F15 no-such-day faulty',
      '表1!F3 no-such-day faulty',
      '表1!F7 several-days unclear',
      '表1!F9 error-value faulty',
    ].sort(),
  );
  for (const { message } of sheet.faults) assert.match(message, /^表1![A-G]\d+: expected .+, found .+/);
  assert.deepEqual(sheet.rows.find(({ row }) => row === 10)?.notes, ['hidden-row']);
  assert.ok(
    sheet.rows
      .find(({ row }) => row === 10)
      ?.fields.some(({ field, notes, value }) => field === 'goal' && notes.includes('number-as-text') && value === '1200万元'),
  );
  assert.deepEqual(
    sheet.unknownDepartments.map(({ name, cells }) => [name, cells]),
    [
      ['区渔政局', ['表1!D4']],
      ['区海事局', ['表1!E4']],
    ],
  );
  const { seq } = desk;
  const refusal: unknown = await desk.importSheet(draft, by).catch((caught: unknown) => caught);
  assert.ok(refusal instanceof WestgateError && refusal.code === 'WG_SHEET_FAULTY');
  assert.equal(refusal.details.total, 17);
  assert.equal(desk.seq, seq);

  const named = { ...draft, newDepartments: ['区渔政局', '区海事局'], rows: [4] };
  assert.equal((await taskPreview(desk.register, named)).rows[1]?.state, 'new');
  const { deed } = await desk.importSheet(named, by);
  assert.deepEqual(
    deed?.changes.map(({ table }) => table),
    ['department', 'department', 'document', 'sentence', 'commitment', 'link'],
  );
  checkFolder(desk);
});
