import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, Workbook } from '@cj-tech-master/excelts';
import { type Desk, NO_RECIPE, type SheetDraft, writeTaskCsv, writeTaskSheet } from '@westgate/desk';
import { applyChanges } from '@westgate/domain';
import { withWorkers } from '../../src/jobs/work-needed.ts';
import { sheetImport } from '../../src/sheets/intake/import-sheet.ts';
import { seeded } from '../seeded.ts';
import { asTasks, TODAY, taskPreview } from './as-tasks.ts';
import { openHarbour } from './office.ts';
import { xlsxOf } from './raw-xlsx.ts';

const by = { who: 'Lin' };
const desk = await openHarbour();
await addTasks(desk);

async function draftOf(bytes: Uint8Array, fileName = 'ledger.xlsx'): Promise<SheetDraft> {
  return {
    file: { bytes, fileName },
    recipe: NO_RECIPE,
    rows: 'all',
    newDepartments: [],
    today: TODAY,
    sentences: new Map(),
    saveAs: null,
  };
}

/** Eighty tasks more, some of them with what a spreadsheet could run or mistake for something else. */
async function addTasks(office: Desk): Promise<void> {
  const odd = ['=1+1', '+49 30', '-5 to 5', '@home', "'quoted", '007', '1e5', '2024-02-30', 'TRUE', 'a,b;c"d"', '<b>&amp;', '#REF!'];
  const rows = Array.from({ length: 80 }, (_, index) => [
    index + 1,
    `第${index + 1}处堤岸的日常维护与巡查`,
    index % 3 === 0 ? '区工务局' : '住房科',
    index % 4 === 0 ? '区文化和节庆办公室、住房科' : null,
    index % 5 === 0 ? '长期' : `${(index % 12) + 1}月底前`,
    odd[index % odd.length] ?? null,
  ]);
  const heads = ['序号', '重点任务', '主责单位', '协办单位', '完成时限', '备注'];
  const bytes = xlsxOf([{ name: '表', rows: [['2025年重点任务分解表'], heads, ...rows] }]);
  await office.importSheet({ ...(await draftOf(bytes, '维护.xlsx')), rows: 'all' }, by);
}

for (const language of ['zh', 'en'] as const) {
  test(`the ledger written in ${language} and read again is the same in every cell, as .xlsx and as .csv`, async () => {
    const xlsx = await draftOf(await writeTaskSheet(desk.register, language));
    const csv = await draftOf(Buffer.from(writeTaskCsv(desk.register, language)), 'ledger.csv');
    for (const draft of [xlsx, csv]) {
      const { rows, faults, absent, isOurs } = await taskPreview(desk.register, draft);
      assert.deepEqual([isOurs, rows.length, absent, faults], [true, desk.register.commitment.size, [], []]);
      assert.deepEqual([...new Set(rows.flatMap(({ fields }) => fields.map(({ state }) => state)))], ['same']);
      assert.deepEqual((await desk.importSheet(draft, by)).deed, null);
    }
    assert.ok(!Buffer.from(writeTaskCsv(desk.register, language)).toString().includes(',=1+1'));
  });

  test(`of fifty cells edited in the ${language} sheet exactly these fifty are shown, and exactly these are stored`, async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await writeTaskSheet(desk.register, language));
    const sheet = workbook.worksheets[0];
    assert.ok(sheet);
    const random = seeded(language === 'zh' ? 7 : 8);
    const edited = new Set<string>();
    const names = language === 'zh' ? ['住房科', '区工务局'] : ['Housing Desk', 'Ward Works Office'];
    while (edited.size < 50) {
      const row = 3 + Math.floor(random() * (sheet.rowCount - 2));
      const letters = 'DEFGH'.charAt(Math.floor(random() * 5));
      const cell: Cell = sheet.getCell(`${letters}${row}`);
      const before = cell.value;
      const isSame = (value: string): boolean => before === value;
      if (edited.has(cell.address)) continue;
      if (letters === 'D') cell.value = `${String(before)} ${row}`;
      else if (letters === 'E') cell.value = names.find((name) => !isSame(name)) ?? null;
      else if (letters === 'F') cell.value = before === null ? (names[0] ?? null) : null;
      else if (letters === 'G') cell.value = before === null ? new Date('2025-11-11T00:00:00Z') : null;
      else cell.value = `=SUM(${row})`;
      edited.add(cell.address);
    }
    const draft = await draftOf(new Uint8Array(await workbook.xlsx.writeBuffer()));
    const { seq } = desk;
    const preview = await taskPreview(desk.register, draft);
    const cells = preview.rows.flatMap(({ fields }) =>
      fields.filter(({ state }) => state !== 'same').map(({ cell }) => cell.split('!')[1]),
    );
    assert.deepEqual(cells.sort(), [...edited].sort());
    assert.deepEqual(preview.faults, []);

    const { deed } = await desk.importSheet(draft, by);
    assert.equal(deed?.seq, seq + 1);
    const columns = deed.changes.flatMap(({ table, before, after }) => {
      if (table === 'link') return [];
      return Object.keys(after ?? {}).filter(
        (column) => column !== 'rev' && JSON.stringify(after?.[column]) !== JSON.stringify(before?.[column]),
      );
    });
    const counts = (letter: string) => [...edited].filter((address) => address.startsWith(letter)).length;
    const changed = (column: string) => columns.filter((each) => each === column).length;
    // Of a deadline that is no day the words alone change.
    const dues = deed.changes.filter(
      ({ table, before, after }) => table === 'commitment' && (before?.due_on !== after?.due_on || before?.due_words !== after?.due_words),
    ).length;
    assert.deepEqual([changed(`title_${language}`), changed('owner'), dues, changed(`note_${language}`)], ['D', 'E', 'G', 'H'].map(counts));
    const known = /^(?:title|owner|owner_basis|due_on|due_basis|due_source|note|(?:owner|support|due)_words)(?:_zh|_en)?$/;
    assert.deepEqual(
      columns.filter((column) => !known.test(column)),
      [],
    );
    const supported = new Set(
      deed.changes.flatMap(({ table, before, after }) => (table === 'link' ? String((after ?? before)?.to_id) : [])),
    );
    assert.equal(supported.size, counts('F'));
    const again = await taskPreview(desk.register, draft);
    assert.deepEqual([...new Set(again.rows.map(({ state }) => state))], ['same']);
    await desk.undo(deed.seq, by);
    assert.deepEqual(
      (await taskPreview(desk.register, draft)).rows
        .flatMap(({ fields }) => fields.filter(({ state }) => state === 'changed').map(({ cell }) => cell.split('!')[1]))
        .sort(),
      [...edited].sort(),
    );
  });
}

test('a sheet that was read before a deed was done is read again, and says what is held now', async () => {
  const draft: SheetDraft = { ...(await draftOf(Buffer.from(writeTaskCsv(desk.register, 'zh')), 'ledger.csv')), rows: 'clear' };
  const [held] = desk.register.commitment.values();
  assert.ok(held);
  const importing = desk.importSheet(draft, { ...by, dryRun: true });
  await desk.revise({ table: 'commitment', key: held.id, rev: held.rev, fields: { note_zh: '另有安排' } }, by);
  const sheet = asTasks((await importing).sheet);
  const note = sheet.rows.find(({ commitment }) => commitment === held.id)?.fields.find(({ field }) => field === 'note');
  assert.deepEqual([note?.before, note?.value, note?.state, note?.fault?.code], ['另有安排', '另有安排', 'unclear', 'changed-meanwhile']);
  await desk.undo(desk.seq, by);
});

for (const kind of ['csv', 'xlsx'] as const) {
  test(`an older .${kind} of the ledger takes back nothing that was changed since; without check codes nothing in it is taken by itself`, async () => {
    const written = kind === 'csv' ? Buffer.from(writeTaskCsv(desk.register, 'zh')) : await writeTaskSheet(desk.register, 'zh');
    const held = [...desk.register.commitment.values()].filter(({ due_on: due }) => due !== null);
    const [one, two, three] = [held[3], held[9], held[20]];
    assert.ok(one?.due_on && two?.due_on && three?.due_on);
    const moved: number[] = [];
    for (const row of [one, two]) {
      await desk.revise(
        { table: 'commitment', key: row.id, rev: row.rev, fields: { due_on: '2027-06-30', due_basis_zh: '函', due_source: null } },
        by,
      );
      moved.unshift(desk.seq);
    }
    const workbook = new Workbook();
    if (kind === 'xlsx') await workbook.xlsx.load(written);
    const lines = new TextDecoder().decode(written).split('\n');
    const edit = (id: string, due: string): void => {
      if (kind === 'csv') {
        const at = lines.findIndex((line) => line.startsWith(`${id},`));
        lines[at] = lines[at]?.replace(/\d{4}-\d\d-\d\d(?=,)/, due) ?? '';
        return;
      }
      workbook.worksheets[0]?.eachRow((row) => {
        if (row.getCell(1).value === id) row.getCell(7).value = new Date(`${due}T00:00:00Z`);
      });
    };
    edit(two.id, '2027-08-31');
    edit(three.id, '2027-09-30');
    const bytes = async (): Promise<Uint8Array> =>
      kind === 'csv' ? Buffer.from(lines.join('\n')) : new Uint8Array(await workbook.xlsx.writeBuffer());
    const dues = async (draft: SheetDraft) =>
      (await taskPreview(desk.register, draft)).rows.flatMap(({ commitment, fields }) =>
        fields.flatMap(({ field, state, value, fault, notes }) =>
          state === 'same' ? [] : [[commitment, field, state, value, fault?.code ?? null, ...notes]],
        ),
      );
    const draft = await draftOf(await bytes(), `ledger.${kind}`);
    const byId = (rows: readonly (readonly unknown[])[]) => rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
    assert.deepEqual(
      byId(await dues(draft)),
      byId([
        [one.id, 'due', 'unclear', '2027-06-30', 'changed-meanwhile'],
        [two.id, 'due', 'unclear', '2027-06-30', 'changed-by-both'],
        [three.id, 'due', 'changed', '2027-09-30', null],
      ]),
    );
    const { deed } = await desk.importSheet({ ...draft, rows: 'clear' }, by);
    assert.deepEqual(
      [one, two, three].map(({ id }) => desk.register.commitment.get(id)?.due_on),
      ['2027-06-30', '2027-06-30', '2027-09-30'],
    );
    await desk.undo(deed?.seq ?? 0, by);
    if (kind === 'csv') for (const [at, line] of lines.entries()) lines[at] = line.replace(/,[a-z]{24}(?=\r?$)/, ',');
    else workbook.worksheets[0]?.eachRow((row) => (row.getCell(9).value = null));
    const old = await draftOf(await bytes(), `old.${kind}`);
    assert.deepEqual(
      byId(await dues(old)),
      byId([
        [one.id, 'due', 'changed', one.due_on, null, 'export-not-known'],
        [two.id, 'due', 'changed', '2027-08-31', null, 'export-not-known'],
        [three.id, 'due', 'changed', '2027-09-30', null, 'export-not-known'],
      ]),
    );
    assert.equal((await desk.importSheet({ ...old, rows: 'clear' }, by)).deed, null);
    for (const seq of moved) await desk.undo(seq, by);
  });
}

test('dates outside the days of the district and of another calendar are told as such; one of another century within them is read', async () => {
  const words = ['9999-12-31', '2150-06-01', '2150年6月1日', '1948/12/31', '民国115年12月31日', '农历六月初一', '1998-05-01', '2100-12-31'];
  const rows = words.map((due, index) => [index + 1, `另外的任务${index + 1}`, '住房科', due]);
  const bytes = xlsxOf([{ name: '表', rows: [['序号', '重点任务', '主责单位', '完成时限'], ...rows] }]);
  const { rows: read } = await taskPreview(desk.register, await draftOf(bytes, '日期.xlsx'));
  const found = read.map(({ fields }) => fields.find(({ field }) => field === 'due'));
  assert.deepEqual(
    found.map((due) => due?.fault?.code ?? due?.value),
    ['out-of-span', 'out-of-span', 'out-of-span', 'out-of-span', 'other-calendar', 'other-calendar', '1998-05-01', '2100-12-31'],
  );
  assert.match(found[0]?.fault?.message ?? '', /a day from 1949-01-01 to 2100-12-31/);
});

test('a sheet is thought through with the whole district and with less of it in one deed', async () => {
  const draft = { ...(await draftOf(Buffer.from(writeTaskCsv(desk.register, 'zh')), 'ledger.csv')), rows: 'clear' } as const;
  const [first] = desk.register.commitment.keys();
  const less = applyChanges(desk.register, [
    { table: 'commitment', key: first ?? '', before: desk.register.commitment.get(first ?? '') ?? null, after: null },
  ]);
  const faults = await withWorkers(() => {
    const whole = sheetImport(desk.register, draft, 1).sheet.faults;
    return [whole.length, sheetImport(less, draft, 1).sheet.faults.length];
  });
  assert.deepEqual(faults, [0, 1]);
});

test('ids are checked, rows may be moved and new ones written below, and cells of the plan are not changed from a sheet', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await writeTaskSheet(desk.register, 'zh'));
  const sheet = workbook.worksheets[0];
  assert.ok(sheet);
  const last = sheet.rowCount;
  const first = sheet.getCell('A3').value;
  sheet.getCell('A4').value = first;
  sheet.getCell('A5').value = 'nobody-1';
  sheet.getCell('C6').value = '改动了的原文';
  sheet.getCell(`D${last + 1}`).value = '新增：整修瞭望台';
  sheet.getCell(`E${last + 1}`).value = '住房科';
  const preview = await taskPreview(desk.register, await draftOf(new Uint8Array(await workbook.xlsx.writeBuffer())));
  assert.deepEqual(
    preview.faults.map(({ cell, code, weight }) => `${cell} ${code} ${weight}`),
    ['任务分解表!A4 duplicate-id faulty', '任务分解表!A5 unknown-id faulty', '任务分解表!C6 held-elsewhere unclear'],
  );
  assert.deepEqual([preview.rows.at(-1)?.state, preview.rows.at(-1)?.meaning.lead], ['new', 'housing']);
  assert.equal(preview.absent.length, 2);
});
