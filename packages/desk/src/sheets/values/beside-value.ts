import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import type { SheetCell } from '../file/sheet-book.ts';
import { type ListColumn, listValueOf, listWords, type ValueColumn } from './value-columns.ts';
import { readNumber } from './value-number.ts';
import type { ValueSaid } from './value-sheet.ts';

const LISTED = ['kind', 'qualifier', 'status', 'breaks', 'confidence'] as const satisfies readonly ListColumn[];

/** The cells of a row that stand beside a value, by what their column says. */
export interface BesideValue {
  readonly text: (role: ValueColumn) => string;
  readonly cellAt: (role: ValueColumn) => SheetCell | undefined;
  /** `Sheet1!C7`, of the cell of that column. */
  readonly nameOf: (role: ValueColumn) => string;
  /** The source by its id, where one is said. */
  readonly source: string | null;
}

/** What the columns beside a value say of it: how final it is, its weight, its note and the rest; or the first that is not understood. */
export function saidBeside({
  text,
  cellAt,
  nameOf,
  source,
}: BesideValue): { readonly said: ValueSaid; readonly weight: number | null } | { readonly fault: SheetFault } {
  const said: Record<string, string | boolean> = {};
  for (const column of LISTED) {
    const words = text(column);
    if (words === '') continue;
    const meant = listValueOf(column, words);
    if (meant === null) return { fault: faultAt('faulty', 'word-not-understood', nameOf(column), listWords(column), words) };
    said[column] = column === 'breaks' ? meant === 'true' : meant;
  }
  if (source !== null) said.source = source;
  const note = cellAt('note')?.shown.trim() ?? '';
  const isChinese = /\p{Script=Han}/u.test(note);
  for (const [column, words] of [
    ['noteZh', cellAt('noteZh')?.shown ?? (isChinese ? note : '')],
    ['noteEn', cellAt('noteEn')?.shown ?? (isChinese ? '' : note)],
  ] as const)
    if (words !== '') said[column] = words;
  const weighed = readNumber(cellAt('weight'), nameOf('weight'));
  if ('fault' in weighed) return weighed;
  return { said: said as ValueSaid, weight: 'value' in weighed ? weighed.value : null };
}
