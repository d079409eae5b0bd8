import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OWN_RECIPE, writeMonthSheet } from '@westgate/desk';
import { registerOf } from '@westgate/domain';
import { readBook } from '../../src/sheets/file/read-book.ts';
import { readOfficeSheet } from '../../src/sheets/intake/read-office-sheet.ts';
import { rowsOf } from '../folders.ts';
import { harbourInChinese } from './office.ts';

test('a first month in which nothing was completed comes back from the standard sheet as it is held', async () => {
  const rows = rowsOf(await harbourInChinese());
  const first = rows.monthly_progress.find(({ month }) => month === '2025-02');
  assert.ok(first);
  const register = registerOf({ ...rows, monthly_progress: [{ ...first, completed_fen: 0 }] });
  const book = await readBook(await writeMonthSheet(register, null, '2025-02', 'zh'), 'out.xlsx');
  const sheet = readOfficeSheet(register, book, { ...OWN_RECIPE, reads: 'monthly' });
  assert.ok(sheet.reads === 'monthly');
  const own = sheet.rows.find(({ project }) => project === first.project);
  const states = own?.fields.flatMap(({ field, value, state }) => (field === 'month' || field === 'year' ? [[field, value, state]] : []));
  assert.deepEqual(states, [
    ['month', '0', 'same'],
    ['year', '0', 'same'],
  ]);
});
