import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Cell, Workbook } from '@cj-tech-master/excelts';
import {
  type Desk,
  keptRecipe,
  OWN_RECIPE,
  openDesk,
  parseFolder,
  type SheetDraft,
  type TaskSheet,
  writeOfficeSheet,
  writeTaskSheet,
} from '@westgate/desk';
import { EXAMPLE } from '../folders.ts';
import { TODAY, taskPreview } from './as-tasks.ts';
import { type BlindSheet, blind, seenIn, trimmed, xlsxOfBlind } from './blind-sheets.ts';

interface Entry {
  readonly row: number;
  readonly kind: 'section' | 'parent' | 'task' | 'subtask';
  readonly parent_row: number | null;
  readonly due: string | null;
  readonly due_also_accepted: readonly (string | null)[];
}

const by = { who: 'Lin' };
const given = blind<BlindSheet>('task-sheet.json');
const { entries } = blind<{ readonly entries: readonly Entry[] }>('task-sheet.key.json');
const tasks = entries.filter(({ kind }) => kind !== 'section');
const COLUMNS = [
  ...['number', 'sentence', 'task', 'goal', 'leader', 'co-leader', 'lead', 'support'],
  ...['due', 'steps', 'person', 'progress', 'problems', 'next', 'state'],
];

async function openExample(): Promise<Desk> {
  const desk = await openDesk({ memory: true, districtFolder: EXAMPLE });
  after(() => desk.close());
  return desk;
}

const draft: SheetDraft = {
  file: { bytes: xlsxOfBlind(given), fileName: '分解表.xlsx' },
  recipe: OWN_RECIPE,
  rows: 'all',
  newDepartments: [],
  today: TODAY,
  sentences: new Map(),
  saveAs: null,
};

/** What an officer does with the names that are not known: those proposed are taken, all others become departments. */
function answered({ unknownDepartments }: TaskSheet): SheetDraft {
  const departments = unknownDepartments.flatMap(({ name, proposed: [first] }) => (first === undefined ? [] : [{ name, id: first }]));
  const others = unknownDepartments.flatMap(({ name, proposed }) => (proposed.length === 0 ? name : []));
  return { ...draft, recipe: { ...OWN_RECIPE, departments }, newDepartments: others, saveAs: '督查室分解表' };
}

const desk = await openExample();
const first = await taskPreview(desk.register, draft);

test('all fifteen columns of the usual task sheet are known by their whole heads, and none is left behind', () => {
  assert.deepEqual(
    first.columns.map(({ role, rule }) => [role, rule]),
    COLUMNS.map((role) => [role, 'head']),
  );
  assert.deepEqual([first.notKept, first.year?.value], [[], 2026]);
});

test('headings are headings, tasks are tasks, and each task is a part of the one whose mark stands above it', () => {
  assert.deepEqual(
    first.skipped.filter(({ why }) => why === 'section').map(({ row }) => row),
    entries.filter(({ kind }) => kind === 'section').map(({ row }) => row),
  );
  assert.deepEqual(
    first.rows.map(({ row, parent }) => [row, parent]),
    tasks.map(({ row, parent_row: parent }) => [row, parent]),
  );
});

test('no deadline is read as another day; one that is no day is kept as stated', () => {
  const wrong: unknown[] = [];
  let unread = 0;
  for (const { row, due, due_also_accepted: also } of tasks) {
    const field = first.rows.find((each) => each.row === row)?.fields.find((each) => each.field === 'due');
    const value = field?.value ?? null;
    if (value !== null && value !== due && !also.some((each) => each === value)) wrong.push([row, field?.raw, value, due]);
    if (value === null && due !== null && !also.includes(null)) unread += 1;
  }
  assert.deepEqual(wrong, []);
  assert.ok(unread <= 3, `${unread} days are not read`);
  const unclear = first.rows.filter(({ fields }) => fields.some(({ field, fault }) => field === 'due' && fault)).map(({ row }) => row);
  assert.ok(unclear.length <= 3, `asked: ${unclear.join()}`);
});

test('taken in and given out in the columns of its recipe, the sheet is equal cell by cell; again it is known by itself and changes nothing', async () => {
  const asked = answered(first);
  const rows = (await taskPreview(desk.register, asked)).rows.filter(({ state }) => state !== 'faulty').map(({ row }) => row);
  assert.deepEqual(
    rows,
    tasks.map(({ row }) => row),
    'once the units are told no row is faulty',
  );
  const { deed } = await desk.importSheet({ ...asked, rows }, by);
  const recipe = keptRecipe(desk.register, '督查室分解表');
  assert.equal(recipe.document, `sheet-d${deed?.seq}`);
  const parsed = parseFolder(desk.exportFolder());
  assert.deepEqual(parsed.status === 'faulty' ? parsed.faults.map(({ message }) => message) : [], []);

  const workbook = new Workbook();
  await workbook.xlsx.load(await writeOfficeSheet(desk.register, recipe, 'zh'));
  const sheet = workbook.worksheets[0];
  assert.ok(sheet);
  const textAt = (row: number, column: number): string => {
    const cell: Cell = sheet.getCell(row, column);
    return cell.isMerged && cell.master !== cell ? String(cell.master.value ?? '') : String(cell.value ?? '');
  };
  const at = seenIn(given);
  const [headTop, headBottom] = given.head_rows;
  const [top, bottom] = given.body_rows;
  const different: unknown[] = [];
  for (let row = headTop; row <= bottom; row += 1) {
    for (let column = 1; column <= given.cols; column += 1) {
      // A recipe keeps heads on one line.
      const [wanted, found] = [at(row, column), trimmed(textAt(row - headTop + 2, column))];
      const isSame = row <= headBottom ? wanted.replaceAll(/\s/g, '') === found.replaceAll(/\s/g, '') : wanted === found;
      if (!isSame) different.push([row, column, wanted, found]);
    }
  }
  assert.deepEqual([top, textAt(1, 1)], [headBottom + 1, at(1, 1)]);
  assert.deepEqual(different, []);

  const again = await taskPreview(desk.register, draft);
  assert.equal(again.recipe, recipe.id);
  const taken = await desk.importSheet({ ...draft, rows: 'clear' }, by);
  assert.deepEqual([taken.deed, new Set(again.rows.map(({ commitment }) => commitment === null))], [null, new Set([false])]);
});

test('the ledger given as a sheet holds what the office stated, and brought back it changes nothing but the cell that was edited', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await writeTaskSheet(desk.register, 'zh'));
  const sheet = workbook.worksheets[0];
  assert.ok(sheet);
  const heads = new Map<string, number>();
  sheet.getRow(2).eachCell((cell, column) => heads.set(String(cell.value), column));
  const bring = async () => ({ ...draft, file: { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), fileName: '台账.xlsx' } });
  const before = await taskPreview(desk.register, await bring());
  assert.deepEqual([before.isOurs, before.faults, new Set(before.rows.map(({ state }) => state))], [true, [], new Set(['same'])]);
  const held = [...desk.register.commitment.values()].find(({ leader, due_words: due }) => leader !== null && due === '汛期前');
  assert.ok(held);
  let row = 0;
  sheet.getColumn(1).eachCell((cell, number) => {
    if (cell.value === held.id) row = number;
  });
  assert.equal(sheet.getCell(row, heads.get('完成时限') ?? 0).value, '汛期前');
  sheet.getCell(row, heads.get('责任人') ?? 0).value = '程立夏';
  const { deed } = await desk.importSheet(await bring(), by);
  assert.deepEqual(
    deed?.changes.map(({ key, after: now }) => [key, now?.person, now?.due_words, now?.leader]),
    [[held.id, '程立夏', '汛期前', held.leader]],
  );
});

test('words for a unit or a deadline go with what they stood for', async () => {
  const held = [...desk.register.commitment.values()].find(({ owner_words: lead, due_words: due }) => lead === '区住建委' && due !== null);
  assert.ok(held);
  const owner = [...desk.register.department.keys()].find((id) => id !== held.owner) ?? null;
  await desk.revise({ table: 'commitment', key: held.id, rev: held.rev, fields: { owner, due_on: '2027-03-31' } }, by);
  const now = desk.register.commitment.get(held.id);
  assert.deepEqual([now?.owner_words, now?.due_words, now?.person], [null, null, held.person]);
});
