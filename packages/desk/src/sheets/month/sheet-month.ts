import { plainNumerals } from '../common/plain-numerals.ts';
import type { SheetGrid } from '../common/sheet-grid.ts';
import type { SheetHead } from '../common/sheet-head.ts';
import type { MoneyUnit } from './amounts.ts';

/** The month that the words above a head, or the name of the sheet or the file, tell; null where none does. */
export function monthToldBy(grid: SheetGrid, { top }: Pick<SheetHead<string>, 'top'>, fileName: string): string | null {
  const texts: string[] = [];
  for (let row = 1; row < top; row += 1) texts.push(...grid.inRow(row).map(({ text }) => text));
  const plain = [...texts, grid.sheet.name, fileName].map(plainNumerals);
  for (const text of plain) {
    const [, year, month] = /(20\d\d)\s*(?:年|[-./])\s*(1[0-2]|0?[1-9])(?!\d)\s*(?:月|$|[^\d日])/.exec(text) ?? [];
    if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, '0')}`;
    const [, alone] = /(20\d\d)\s*年/.exec(text) ?? [];
    const [, named] = /(?:^|[^\d至-])(1[0-2]|0?[1-9])\s*月(?!\d|底前)/.exec(text) ?? [];
    if (alone !== undefined && named !== undefined) return `${alone}-${named.padStart(2, '0')}`;
  }
  return null;
}

/** The unit of amounts whose own head names none: that of 单位： above the head, else 万元. */
export function unitToldBy(grid: SheetGrid, { top }: Pick<SheetHead<string>, 'top'>): MoneyUnit {
  for (let row = 1; row < top; row += 1) {
    for (const { text } of grid.inRow(row)) {
      const [, unit] = /单位\s*[:：]\s*(亿元|万元|元)/.exec(text) ?? [];
      if (unit === '亿元' || unit === '元') return unit;
    }
  }
  return '万元';
}
