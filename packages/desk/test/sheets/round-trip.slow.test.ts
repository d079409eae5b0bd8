import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Cell, Workbook } from '@cj-tech-master/excelts';
import { type Desk, NO_RECIPE, type SheetDraft, sheetPreview, writeTaskCsv, writeTaskSheet } from '@westgate/desk';
import { applyChanges } from '@westgate/domain';
import { withWorkers } from '../../src/jobs/work-needed.ts';
import { sheetImport } from '../../src/sheets/task/import-sheet.ts';
import { seeded } from '../seeded.ts';
import { openHarbour } from './office.ts';
import { xlsxOf } from './raw-xlsx.ts';

const by = { who: 'Lin' };
const desk = await openHarbour();
await addTasks(desk);

async function draftOf(bytes: Uint8Array, fileName = 'ledger.xlsx'): Promise<SheetDraft> {
  return { file: { bytes, fileName }, recipe: NO_RECIPE, rows: 'all', newDepartments: [], sentences: new Map(), saveAs: null };
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
      const { rows, faults, absent, isOurs } = await sheetPreview(desk.register, draft);
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
    const preview = await sheetPreview(desk.register, draft);
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
    assert.deepEqual(
      [changed(`title_${language}`), changed('owner'), changed('due_on'), changed(`note_${language}`)],
      ['D', 'E', 'G', 'H'].map(counts),
    );
    const known = /^(?:title|owner|owner_basis|due_on|due_basis|due_source|note)(?:_zh|_en)?$/;
    assert.deepEqual(
      columns.filter((column) => !known.test(column)),
      [],
    );
    const supported = new Set(
      deed.changes.flatMap(({ table, before, after }) => (table === 'link' ? String((after ?? before)?.to_id) : [])),
    );
    assert.equal(supported.size, counts('F'));
    const again = await sheetPreview(desk.register, draft);
    assert.deepEqual([...new Set(again.rows.map(({ state }) => state))], ['same']);
    await desk.undo(deed.seq, by);
    assert.deepEqual(
      (await sheetPreview(desk.register, draft)).rows
        .flatMap(({ fields }) => fields.filter(({ state }) => state === 'changed').map(({ cell }) => cell.split('!')[1]))
        .sort(),
      [...edited].sort(),
    );
  });
}

test('a sheet that was read before a deed was done is read again, and says what is held now', async () => {
  const draft = await draftOf(Buffer.from(writeTaskCsv(desk.register, 'zh')), 'ledger.csv');
  const [held] = desk.register.commitment.values();
  assert.ok(held);
  const importing = desk.importSheet(draft, { ...by, dryRun: true });
  await desk.revise({ table: 'commitment', key: held.id, rev: held.rev, fields: { note_zh: '另有安排' } }, by);
  const { sheet } = await importing;
  const note = sheet.rows.find(({ commitment }) => commitment === held.id)?.fields.find(({ field }) => field === 'note');
  assert.deepEqual([note?.before, note?.state], ['另有安排', 'changed']);
  await desk.undo(desk.seq, by);
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
  const preview = await sheetPreview(desk.register, await draftOf(new Uint8Array(await workbook.xlsx.writeBuffer())));
  assert.deepEqual(
    preview.faults.map(({ cell, code, weight }) => `${cell} ${code} ${weight}`),
    ['任务分解表!A4 duplicate-id faulty', '任务分解表!A5 unknown-id faulty', '任务分解表!C6 held-elsewhere unclear'],
  );
  assert.deepEqual([preview.rows.at(-1)?.state, preview.rows.at(-1)?.meaning.lead], ['new', 'housing']);
  assert.equal(preview.absent.length, 2);
});
