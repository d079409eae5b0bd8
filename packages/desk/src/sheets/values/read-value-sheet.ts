import { otherSheets, sheetsLookedAt } from '../common/chosen-sheet.ts';
import { titleOf } from '../common/row-kinds.ts';
import { gridOf, type SheetGrid } from '../common/sheet-grid.ts';
import { columnLetters, type SheetBook } from '../file/sheet-book.ts';
import { NONE, sheetUnreadable } from '../file/sheet-unreadable.ts';
import { crossTable, type RowHead } from './cross-table.ts';
import { readCross } from './read-cross.ts';
import { longHead, readLong } from './read-long.ts';
import { periodIn, yearIn } from './value-period.ts';
import { isSum, Names, type ValueReading } from './value-reading.ts';
import { type ValueAsking, ValueList, type ValueSheet } from './value-sheet.ts';
import { termBook, type ValueTerms } from './value-terms.ts';

/** Rows above a table that are looked at for what it is of. */
const TITLE_ROWS = 12;

/**
 * Reads a sheet of values, one a row, or as a table with periods, places or indicators across. Pure: nothing is stored or compared. Throws
 * `WG_SHEET_UNREADABLE` where no sheet of the file has such a head, and `WG_INPUT_INVALID`.
 */
export function readValueSheet(terms: ValueTerms, book: SheetBook, asking: ValueAsking): ValueSheet {
  const looked = sheetsLookedAt(book, asking.sheet);
  const find = termBook(terms, asking.names);
  for (const sheet of looked) {
    const grid = gridOf(sheet);
    const names = new Names(terms, find);
    const list = new ValueList(sheet.name);
    const long = longHead(grid, asking.indicator !== undefined);
    const rest = { sheet: sheet.name, otherSheets: otherSheets(book, grid) };
    if (long !== null) {
      const reading = readingOf(grid, terms, names, find, asking, long.top);
      readLong(reading, long, list);
      const columns = long.columns.map(({ letters, head, role }) => ({ letters, head, role }));
      return {
        ...rest,
        title: titleOf(grid, long),
        shape: 'long',
        head: { top: long.top, bottom: long.bottom },
        columns,
        ...taken(list, names),
      };
    }
    const found = crossTable(readingOf(grid, terms, names, find, asking, TITLE_ROWS));
    if (found === null) continue;
    const reading = readingOf(grid, terms, names, find, asking, found.top);
    const table = crossTable(reading) ?? found;
    readCross(reading, table, list);
    const columns = [
      ...table.rowHeads.map(({ column, words, role }) => ({ letters: columnLetters(column), head: words, role: columnRole(role) })),
      ...table.across.map(({ column, words, heads }) => ({
        letters: columnLetters(column),
        head: words,
        role: Object.keys(heads).length > 0 ? ('across' as const) : null,
      })),
    ];
    return {
      ...rest,
      title: titleOf(grid, table),
      shape: 'cross',
      head: { top: table.top, bottom: table.bottom },
      columns,
      ...taken(list, names),
    };
  }
  const expected = {
    zh: '一行表头：“指标”“时期”“数值”，或以时期、地点、指标为栏的交叉表',
    en: 'a row of heads: Indicator, Period and Value, or periods, places or indicators across',
  };
  throw sheetUnreadable(looked.map(({ name }) => name).join(', ') || book.fileName, expected, NONE);
}

function columnRole(role: RowHead['role']): ValueSheet['columns'][number]['role'] {
  return role === 'indicator' || role === 'place' || role === 'source' ? `${role}Name` : role;
}

function taken(
  list: ValueList,
  names: Names,
): Pick<ValueSheet, 'values' | 'faults' | 'faultCount' | 'unknownNames' | 'emptyCells' | 'sumCells'> {
  const { values, faults, faultCount, emptyCells, sumCells } = list;
  return { values, faults, faultCount, unknownNames: names.unknown, emptyCells, sumCells };
}

/** What the words above a table, and whoever brings it, say of all of it. */
function readingOf(
  grid: SheetGrid,
  terms: ValueTerms,
  names: Names,
  meant: ValueReading['meant'],
  asking: ValueAsking,
  top: number,
): ValueReading {
  const above: string[] = [];
  for (let row = 1; row < Math.min(top, grid.lastRow + 1); row += 1)
    above.push(...grid.inRow(row).flatMap(({ text, row: from }) => (from === row ? [text] : [])));
  const units = new Map(terms.indicator.map(({ id, units: own }) => [id, own]));
  const said = asking.period === undefined ? null : periodIn(asking.period, null);
  const told = above.map(periodWithin).find((each) => each !== null) ?? null;
  return {
    grid,
    meant,
    isSum,
    find: (kind, text, cell) => names.find(kind, text, cell),
    unitsOf: (indicator) => units.get(indicator) ?? [],
    period: said ?? told,
    year: (said ?? told)?.slice(0, 4) ?? above.map(yearIn).find((each) => each !== null) ?? yearIn(grid.sheet.name),
    indicator: asking.indicator ?? indicatorWithin(terms, above),
    source: sourceWithin(meant, above),
    unit: unitWithin(above),
  };
}

/** The period that a title names among other words. */
function periodWithin(text: string): string | null {
  const plain = text.normalize('NFKC');
  const [found] =
    /(?:19|20)\d\d\s*(?:年\s*(?:\d{1,2}\s*月|[一二三四1-4]\s*季度|第[一二三四1-4]季度|[上下]半年)|[-./]\d{1,2}(?!\d)|\s*-?[QH][1-4])/i.exec(
      plain,
    ) ?? [];
  if (found !== undefined) return periodIn(found, null);
  const [year] = /(?:19|20)\d\d\s*年(?:度|全年)/.exec(plain) ?? [];
  return year === undefined ? null : periodIn(year.replaceAll(/\s|全年/g, ''), null);
}

/** The one indicator that is named above a table, the longest name of those that stand there. */
function indicatorWithin({ indicator }: ValueTerms, above: readonly string[]): string | null {
  const found = indicator.flatMap(({ id, names }) =>
    names.flatMap((name) => (name.length >= 3 && above.some((text) => text.includes(name)) ? [{ id, length: name.length }] : [])),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.id ?? null;
}

function sourceWithin(meant: ValueReading['meant'], above: readonly string[]): string | null {
  for (const text of above) {
    const [, name] = /(?:数据来源|资料来源|来源|source)\s*[:：]\s*(.+)$/iu.exec(text.normalize('NFKC')) ?? [];
    const found = name === undefined ? null : meant('source', name);
    if (found !== null && 'id' in found) return found.id;
  }
  return null;
}

/** An office, as in 填报单位：区城市管理局; in Chinese it is named by the word for a unit of measure. */
const OFFICE = /(?:局|委|委员会|办|办公室|办事处|街道|中心|公司|集团|政府|厅|科|院|所|站|署|学校)$/u;

/** The unit of measure that is named above a table. The unit that reports, such as 填报单位 or reporting unit, is none. */
function unitWithin(above: readonly string[]): string | null {
  for (const text of above) {
    const [, unit] =
      /(?<!\p{L}\s*)(?:(?:计量|数据|数值|金额)?单位|unit(?: of measure)?)\s*[:：]\s*([^\s，,；;、）)]{1,16})/iu.exec(
        text.normalize('NFKC'),
      ) ?? [];
    if (unit !== undefined && (unit.length < 3 || !OFFICE.test(unit))) return unit;
  }
  return null;
}
