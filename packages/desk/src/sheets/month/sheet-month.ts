import { plainNumerals } from '../common/plain-numerals.ts';
import type { SheetGrid } from '../common/sheet-grid.ts';
import type { SheetHead } from '../common/sheet-head.ts';
import { type MoneyUnit, unitOf } from './amounts.ts';

/** A day on which a sheet was filled in tells no month that it is of. */
const FILLED_IN = /(?:填报|填表|制表|报送|编制|打印)(?:日期|时间)/;
const WITH_DAY = /20\d\d\s*(?:年\s*(?:1[0-2]|0?[1-9])\s*月\s*\d{1,2}\s*[日号]|([-./])\s*(?:1[0-2]|0?[1-9])\s*\1\s*\d)/;

/** The month that the words above a head, or the name of the sheet or the file, tell; null where none does. */
export function monthToldBy(grid: SheetGrid, { top }: Pick<SheetHead<string>, 'top'>, fileName: string): string | null {
  const texts: string[] = [];
  for (let row = 1; row < top; row += 1) texts.push(...grid.inRow(row).map(({ text }) => text));
  const plain = [...texts, grid.sheet.name, fileName].map(plainNumerals);
  for (const text of plain) {
    if (FILLED_IN.test(text) || (WITH_DAY.test(text) && !/截[至止]/.test(text))) continue;
    const [, year, month] = /(20\d\d)\s*(?:年|[-./])\s*(1[0-2]|0?[1-9])(?!\d)\s*(?:月|$|[^\d日])/.exec(text) ?? [];
    if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, '0')}`;
    const [, alone] = /(20\d\d)\s*年/.exec(text) ?? [];
    const [, named] = /(?:^|[^\d至-])(1[0-2]|0?[1-9])\s*月(?!\d|底前)/.exec(text) ?? [];
    if (alone !== undefined && named !== undefined) return `${alone}-${named.padStart(2, '0')}`;
  }
  return null;
}

/** The unit of amounts whose own head names none: that of 单位： above the head, else 万元; null for one that is not known, such as 千元. */
export function unitToldBy(grid: SheetGrid, { top }: Pick<SheetHead<string>, 'top'>): MoneyUnit | null {
  for (let row = 1; row < top; row += 1) {
    for (const { text } of grid.inRow(row)) {
      const [, unit] = /单位\s*[:：]\s*([^\s，,；;、）)]{0,8}元)/.exec(text.normalize('NFKC')) ?? [];
      if (unit !== undefined) return unitOf(unit);
    }
  }
  return '万元';
}
