import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OWN_RECIPE, recipeOfRow, writeMonthSheet } from '@westgate/desk';
import { applyChanges, moneyText, registerOf } from '@westgate/domain';
import { readBook } from '../../src/sheets/file/read-book.ts';
import { readOfficeSheet } from '../../src/sheets/intake/read-office-sheet.ts';
import { acceptMonthSheet } from '../../src/sheets/month/accept-month-sheet.ts';
import { saysPoints, saysShare } from '../../src/sheets/month/amounts.ts';
import type { MonthRow } from '../../src/sheets/month/month-sheet.ts';
import { rowsOf } from '../folders.ts';
import { TODAY } from './as-tasks.ts';
import { type BlindSheet, blind, seenIn, trimmed, xlsxOfBlind } from './blind-sheets.ts';
import { harbourInChinese } from './office.ts';

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
const BOOK = await readBook(xlsxOfBlind(GIVEN), '6月调度表.xlsx');
const AMOUNTS = [10, 11, 12, 13, 14];
/** Rows of the key whose amounts or codes cannot be taken as they stand: about 180000, a code one digit short. */
const OPEN = { 22: ['total'], 73: ['code'] } as const;

test('a monthly sheet made by somebody who knew no code is read, taken, written again equal cell by cell, and undone', async (t) => {
  const before = registerOf(rowsOf(await harbourInChinese()));
  const first = readOfficeSheet(before, BOOK, OWN_RECIPE, { today: TODAY });
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
    const expected = { total: 'subtotal', section: 'section', subheading: 'section', phase: 'phase' }[kind] ?? 'project';
    assert.equal(told.get(row), expected, `row ${row}`);
  }

  const names = first.unknownDepartments.filter(({ name }) => !name.includes('、')).map(({ name }) => name);
  const newDepartments = new Map(names.map((name, index) => [name, `department-${index + 1}`]));
  const answered = readOfficeSheet(before, BOOK, OWN_RECIPE, { today: TODAY, newDepartments });
  assert.ok(answered.reads === 'monthly');

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
  assert.deepEqual(doubted, wrong, 'what was written wrong on purpose is doubted, and nothing else');

  const taken = answered.rows.filter(({ parent }) => parent === null).map(({ row }) => row);
  const choice = {
    recipe: OWN_RECIPE,
    fileName: '6月调度表.xlsx',
    newDepartments,
    sentences: new Map<number, string>(),
    saveAs: '区重点项目月调度表',
  };
  const taking = { seq: 7, today: TODAY };
  assert.throws(() => acceptMonthSheet(before, answered, { ...choice, rows: 'all' }, taking), { code: 'WG_SHEET_FAULTY' });
  const changes = acceptMonthSheet(before, answered, { ...choice, rows: taken }, taking);
  const after = applyChanges(before, changes);
  t.diagnostic(`${changes.length} changes of ${taken.length} rows`);

  const recipe = [...after.recipe.values()].map(recipeOfRow).find(({ reads }) => reads === 'monthly');
  assert.ok(recipe);
  const bytes = await writeMonthSheet(after, recipe, '2026-06', 'zh');
  const book = await readBook(bytes, 'out.xlsx');
  const [sheet] = book.sheets;
  assert.ok(sheet);
  const out = sheet.rows.map(({ cells }) =>
    Array.from({ length: 27 }, (_, at) => trimmed(cells.find(({ column }) => column === at + 1)?.shown ?? '')),
  );
  const seen = seenIn(GIVEN);
  let [equal, all] = [0, 0];
  const others: string[] = [];
  for (const row of taken) {
    const name = seen(row, 2);
    const own = out.find((cells) => cells[1] === name);
    assert.ok(own, name);
    for (let column = 0; column < 27; column += 1) {
      all += 1;
      if (isEqual(column, seen(row, column + 1), own[column] ?? '')) equal += 1;
      else others.push(`row ${row} column ${column + 1}: ${seen(row, column + 1)} is ${own[column]}`);
    }
  }
  t.diagnostic(`${equal} of ${all} cells equal`);
  assert.deepEqual(others, [
    // 41.25 exactly: either is right.
    'row 20 column 16: 41.2% is 41.3%',
    'row 22 column 11: 约180000 is ',
    'row 30 column 16: 62.0% is 38.0%',
    'row 51 column 17: +9.6 is -9.6',
    'row 71 column 16: 38.1% is 31.9%',
    'row 73 column 3: 9902-110107-04-02-90054 is ',
  ]);
  const headings = GIVEN.rows.flatMap(([text = ''], at) => (/^(?:[一二三四五]、|（[一二三]）)/.test(text) && at > 4 ? [text] : []));
  assert.deepEqual(
    out.flatMap(([text = '']) => (/^(?:[一二三四五]、|（[一二三]）)/.test(text) ? [text] : [])),
    headings,
  );

  const again = readOfficeSheet(after, BOOK, OWN_RECIPE, { today: TODAY });
  assert.equal(again.recipe, recipe.id, 'the kept recipe is chosen by itself');
  assert.ok(again.reads === 'monthly');
  const other = again.rows.flatMap(({ row, parent, fields }) =>
    parent === null
      ? fields.flatMap(({ field, state, value, before: held }) =>
          state === 'changed' || state === 'new' ? [[row, field, value, held]] : [],
        )
      : [],
  );
  assert.deepEqual(other, [], 'read again nothing is new or changed');
  const back = readOfficeSheet(after, book, OWN_RECIPE, { today: TODAY });
  assert.ok(back.reads === 'monthly');
  assert.deepEqual(
    back.rows.flatMap(({ row, fields }) =>
      fields.flatMap(({ field, state, value, before: held }) =>
        state === 'changed' || state === 'new' ? [[row, field, value, held]] : [],
      ),
    ),
    [],
    'what was written says what is held',
  );
});

/** Amounts are equal as amounts, shares as shares, codes as codes; a dash and an empty cell both say nothing. */
function isEqual(column: number, given: string, written: string): boolean {
  const unknown = (text: string): string => (/^[-—–―－/]*$/.test(text) ? '' : text);
  if (unknown(given) === unknown(written)) return true;
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (AMOUNTS.includes(column)) {
    const [, digits = '', unit = ''] = /^([\d.]+)(亿元?|万元?)?$/.exec(plain(given)) ?? [];
    return digits !== '' && Math.abs(Number(digits) * (unit.startsWith('亿') ? 10_000 : 1) - Number(plain(written))) < 1e-9;
  }
  if (column === 15) return saysShare(given, Number(written.replace('%', ''))) === true;
  if (column === 16) return saysPoints(given, Number(written)) === true;
  if (column === 2) return plain(given).replaceAll('-', '') === plain(written).replaceAll('-', '');
  return false;
}
