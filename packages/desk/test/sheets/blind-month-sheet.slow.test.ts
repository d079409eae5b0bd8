import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { OWN_RECIPE, openDesk, readFolder, recipeOfRow, saveFolder, sheetPreview, writeMonthSheet } from '@westgate/desk';
import { moneyText } from '@westgate/domain';
import { readBook } from '../../src/sheets/file/read-book.ts';
import type { MonthRow } from '../../src/sheets/month/month-sheet.ts';
import { HARBOUR } from '../folders.ts';
import { TODAY } from './as-tasks.ts';
import { type BlindSheet, blind, seenIn, trimmed, xlsxOfBlind } from './blind-sheets.ts';

interface Key {
  readonly entries: readonly {
    readonly row: number;
    readonly kind: string;
    readonly name?: string;
    readonly code_normalised?: string | null;
    readonly money_wan_yuan?: Readonly<Record<'total' | 'base' | 'plan' | 'month' | 'ytd', number | null>>;
    readonly written_wrong?: readonly string[];
  }[];
}

const GIVEN = blind<BlindSheet>('monthly-sheet.json');
const KEY = blind<Key>('monthly-sheet.key.json');
const FILE = { bytes: xlsxOfBlind(GIVEN), fileName: '6月调度表.xlsx' };
const [AMOUNTS, COMPUTED] = [[10, 11, 12, 13, 14], [15, 16]];
/** Rows of the key whose amounts or codes cannot be taken as they stand: about 180000, a code one digit short. */
const OPEN = { 22: ['total'], 73: ['code'] } as const;


test('a monthly sheet made by somebody who knew no code is read, taken, written again equal cell by cell, and undone', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-month-'));
  await saveFolder(folder, await readFolder(HARBOUR));
  const desk = await openDesk({ memory: true, districtFolder: folder });
  rmSync(folder, { recursive: true });
  t.after(() => desk.close());
  const register = () => desk.register;
  const asked = { file: FILE, recipe: OWN_RECIPE, newDepartments: [] as string[], today: TODAY };
  const first = await sheetPreview(register(), asked);
  assert.equal(first.reads, 'monthly');
  assert.ok(first.reads === 'monthly');
  assert.deepEqual(first.month, { value: '2026-06', from: 'title' });
  assert.equal(first.columns.filter(({ role }) => role !== null).length, 27);
  assert.deepEqual(first.notKept, []);

  const kinds = new Map(KEY.entries.map(({ row, kind }) => [row, kind]));
  const told = new Map<number, string>([
    ...first.rows.map(({ row, parent }) => [row, parent === null ? 'project' : 'phase'] as const),
    ...first.skipped.map(({ row, why }) => [row, why] as const),
  ]);
  for (const [row, kind] of kinds) {
    const expected = { 'total': 'subtotal', 'section': 'section', 'subheading': 'section', 'phase': 'phase' }[kind] ?? 'project';
    assert.equal(told.get(row), expected, `row ${row}`);
  }

  const names = first.unknownDepartments.filter(({ name }) => !name.includes('、')).map(({ name }) => name);
  const answered = await sheetPreview(register(), { ...asked, newDepartments: names });
  assert.ok(answered.reads === 'monthly');
  const ids = new Map(names.map((name, index) => [name, index]));
  assert.ok(ids.size > 10);
  const codes = answered.faults.map(({ code, cell }) => `${code} ${cell.split('!')[1]}`);
  t.diagnostic(codes.join(', '));

  for (const { row, name, money_wan_yuan: money, code_normalised: code, kind } of KEY.entries) {
    if (!money || kind === 'phase') continue;
    const found: MonthRow | undefined = answered.rows.find((each) => each.row === row);
    assert.ok(found, `row ${row}`);
    assert.equal(found.meaning.name, name);
    const open: readonly string[] = row in OPEN ? OPEN[row as keyof typeof OPEN] : [];
    const wan = (fen: number | null): number | null => (fen === null ? null : Number(moneyText(fen)));
    if (!open.includes('total')) assert.equal(wan(found.meaning.totalFen), money.total, `total of row ${row}`);
    assert.equal(wan(found.meaning.planFen), money.plan, `plan of row ${row}`);
    assert.equal(wan(found.meaning.baseFen), money.base, `base of row ${row}`);
    const year: number | null = found.meaning.yearFen ?? (found.meaning.completedFen ?? 0) - (found.meaning.baseFen ?? 0);
    if (money.ytd !== null) assert.equal(wan(year), money.ytd, `year of row ${row}`);
    assert.equal(wan(found.meaning.monthFen), money.month, `month of row ${row}`);
    if (!open.includes('code') && code != null) assert.equal(found.meaning.said.code, code);
  }

  const wrong = KEY.entries.flatMap(({ row, written_wrong: own }) => (own ?? []).map((what) => `${what} ${row}`));
  const doubted = answered.faults.flatMap(({ code, cell }) =>
    code === 'share-differs' || code === 'ahead-differs' ? [`${code.split('-')[0]} ${/\d+$/.exec(cell)?.[0]}`] : [],
  );
  for (const each of wrong) assert.ok(doubted.includes(each), `${each} is doubted`);
  t.diagnostic(`doubted beyond the key: ${doubted.filter((each) => !wrong.includes(each)).join(', ')}`);

  await assert.rejects(desk.importSheet({ ...asked, newDepartments: names, rows: 'all', sentences: new Map(), saveAs: null }, { who: 'Li' }), { code: 'WG_SHEET_FAULTY' });
  const before = desk.exportFolder();
  const taken = answered.rows.filter(({ parent }) => parent === null).map(({ row }) => row);
  const draft = { ...asked, newDepartments: names, rows: taken, sentences: new Map<number, string>(), saveAs: '区重点项目月调度表' };
  const { deed, changes } = await desk.importSheet(draft, { who: 'Li' });
  assert.ok(deed);
  t.diagnostic(`${changes.length} changes of ${taken.length} rows`);

  const recipe = [...register().recipe.values()].map(recipeOfRow).find(({ reads }) => reads === 'monthly');
  assert.ok(recipe);
  const bytes = await writeMonthSheet(register(), recipe, '2026-06', 'zh');
  const book = await readBook(bytes, 'out.xlsx');
  const [sheet] = book.sheets;
  assert.ok(sheet);
  const out = sheet.rows.map(({ cells }) => Array.from({ length: 27 }, (_, at) => trimmed(cells.find(({ column }) => column === at + 1)?.shown ?? '')));
  const seen = seenIn(GIVEN);
  let [equal, all] = [0, 0];
  const others: string[] = [];
  for (const row of taken) {
    const name = seen(row, 2);
    const own = out.find((cells) => cells[1] === name);
    assert.ok(own, name);
    for (let column = 0; column < 27; column += 1) {
      all += 1;
      if (isEqual(column, seen(row, column + 1), own[column] ?? '', answered.rows.find((each) => each.row === row)?.meaning.totalFen ?? null)) equal += 1;
      else others.push(`row ${row} column ${column + 1}: ${seen(row, column + 1)} is ${own[column]}`);
    }
  }
  t.diagnostic(`${equal} of ${all} cells equal`);
  t.diagnostic(others.join('\n'));
  const headings = GIVEN.rows.flatMap(([text = ''], at) => (/^(?:[一二三四五]、|（[一二三]）)/.test(text) && at > 4 ? [text] : []));
  assert.deepEqual(
    out.flatMap(([text = '']) => (/^(?:[一二三四五]、|（[一二三]）)/.test(text) ? [text] : [])),
    headings,
  );

  const again = await sheetPreview(register(), asked);
  assert.equal(again.recipe, recipe.id, 'the kept recipe is chosen by itself');
  assert.ok(again.rows.filter(({ state }) => state === 'same').length >= 25, 'what is held is the same');
  assert.ok(again.rows.every(({ state }) => state !== 'changed'), again.rows.filter(({ state }) => state === 'changed').map(({ row }) => row).join());
  const back = await sheetPreview(register(), { ...asked, file: { bytes, fileName: 'out.xlsx' } });
  assert.ok(back.reads === 'monthly');
  assert.deepEqual(back.rows.flatMap(({ row, state, fields }) => (state === 'changed' || state === 'new' ? [[row, fields.filter((each) => each.state !== 'same')]] : [])), []);

  await desk.undo(deed.seq, { who: 'Li' });
  assert.deepEqual(desk.exportFolder(), before);
});

/** Amounts are equal as amounts, shares as shares, codes as codes; a dash and an empty cell both say nothing. */
function isEqual(column: number, given: string, written: string, _total: number | null): boolean {
  const unknown = (text: string): string => (/^[-—–―－/]*$/.test(text) ? '' : text);
  if (unknown(given) === unknown(written)) return true;
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (AMOUNTS.includes(column)) {
    const [, digits = '', unit = ''] = /^([\d.]+)(亿元?|万元?)?$/.exec(plain(given)) ?? [];
    return digits !== '' && Math.abs(Number(digits) * (unit.startsWith('亿') ? 10_000 : 1) - Number(plain(written))) < 1e-9;
  }
  if (COMPUTED.includes(column)) return true;
  if (column === 2) return plain(given).replaceAll('-', '') === plain(written).replaceAll('-', '');
  return false;
}
