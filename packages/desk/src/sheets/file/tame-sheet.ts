import { cellAddress, cellName, type Merge, placeOfAddress, SHEET_LIMITS } from './sheet-book.ts';
import { MORE, NONE, sheetUnreadable } from './sheet-unreadable.ts';
import type { XlsxSheet } from './xlsx-parts.ts';
import { attributeOf, isSet, tagPattern } from './xml-text.ts';

/** A sheet of which only what matters is left: its filled cells as XML, each with its address, and the rest as values. */
export interface TameSheet {
  readonly xml: string;
  readonly cellCount: number;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly Merge[];
  readonly brokenMerges: readonly string[];
}

/** The last column a spreadsheet has: XFD. */
const LAST_COLUMN = 16_384;
/** Merges without sense that are named. */
const MOST_BROKEN = 100;
/** Cells looked at for merges: twice as many as a sheet may have. */
const MOST_STEPS = 8_000_000;

/**
 * Walks the XML of a sheet and leaves only what matters. Throws `WG_SHEET_UNREADABLE` naming the cell where a sheet is larger than the
 * limits, a cell names a shared text beyond `sharedCount`, or the part is cut off.
 */
export function tameSheet({ name, xml }: XlsxSheet, sharedCount: number, cellsLeft: number): TameSheet {
  const body = sheetBody(name, xml);
  const hiddenRows = new Set<number>();
  const rows = new Map<number, string[]>();
  const place = { row: 0, column: 0 };
  const seen = new Set<number>();
  let cellCount = 0;
  const tags = tagPattern('row|c');
  for (let tag = tags.exec(body); tag !== null; tag = tags.exec(body)) {
    const [whole, kind, attributes = ''] = tag;
    if (kind === 'row') {
      place.row = rowNumber(name, attributes, place.row + 1);
      place.column = 0;
      seen.clear();
      if (isSet(attributes, 'hidden')) hiddenRows.add(place.row);
      continue;
    }
    const address = attributeOf(attributes, 'r');
    const at = address === null ? { row: place.row, column: place.column + 1 } : placeOfAddress(address);
    if (at === null)
      throw sheetUnreadable(
        name,
        { zh: '地址形如 C7 的单元格', en: 'cells with addresses such as C7' },
        JSON.stringify(address?.slice(0, 20)),
      );
    place.column = at.column;
    if (whole.endsWith('/>')) continue;
    const end = body.indexOf('</c>', tags.lastIndex);
    if (end < 0)
      throw sheetUnreadable(
        cellName(name, at.row, at.column),
        { zh: '完整的单元格', en: 'a cell that ends' },
        { zh: '文件结尾', en: 'the end of the file' },
      );
    const content = body.slice(tags.lastIndex, end);
    tags.lastIndex = end + 4;
    if (!/<(?:v|is|f)[\s/>]/.test(content)) continue;
    checkPlace(name, at, place.row);
    checkShared(cellName(name, at.row, at.column), attributes, content, sharedCount);
    if (seen.has(at.column))
      throw sheetUnreadable(
        cellName(name, at.row, at.column),
        { zh: '每个单元格只出现一次', en: 'each cell once' },
        { zh: '出现两次', en: 'it twice' },
      );
    seen.add(at.column);
    cellCount += 1;
    if (cellCount > cellsLeft)
      throw sheetUnreadable(
        name,
        { zh: `一个文件不超过 ${SHEET_LIMITS.cells} 个有内容的单元格`, en: `at most ${SHEET_LIMITS.cells} filled cells in a file` },
        MORE,
      );
    const cells = rows.get(at.row);
    if (cells) cells.push(cellXml(at, attributes, content));
    else rows.set(at.row, [cellXml(at, attributes, content)]);
  }
  return { xml: sheetXml(rows), cellCount, hiddenRows, hiddenColumns: hiddenColumns(name, xml), ...mergesOf(xml) };
}

/** What stands between the tags of the cells; empty for a sheet without cells. */
function sheetBody(name: string, xml: string): string {
  const [open] = [...xml.matchAll(tagPattern('sheetData'))];
  if (!open)
    throw sheetUnreadable(
      name,
      { zh: '有单元格的工作表', en: 'a sheet with cells' },
      { zh: '没有单元格或被截断的部分', en: 'a part without any, or one that is cut off' },
    );
  if (open[0].endsWith('/>')) return '';
  const end = xml.indexOf('</sheetData>', open.index);
  if (end < 0)
    throw sheetUnreadable(name, { zh: '完整的工作表', en: 'a whole sheet' }, { zh: '被截断的部分', en: 'a part that is cut off' });
  return xml.slice(open.index + open[0].length, end);
}

function rowNumber(name: string, attributes: string, next: number): number {
  const given = attributeOf(attributes, 'r');
  if (given === null) return next;
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw sheetUnreadable(name, { zh: '有行号的行', en: 'rows with numbers' }, JSON.stringify(given.slice(0, 20)));
  return Number(given);
}

function checkPlace(name: string, at: { readonly row: number; readonly column: number }, row: number): void {
  const where = cellName(name, at.row, at.column);
  if (at.column > SHEET_LIMITS.columns)
    throw sheetUnreadable(
      where,
      { zh: `不超过 ${SHEET_LIMITS.columns} 列`, en: `at most ${SHEET_LIMITS.columns} columns` },
      { zh: `第 ${at.column} 列`, en: `column ${at.column}` },
    );
  if (at.row > SHEET_LIMITS.rows)
    throw sheetUnreadable(
      where,
      { zh: `不超过 ${SHEET_LIMITS.rows} 行`, en: `at most ${SHEET_LIMITS.rows} rows` },
      { zh: `第 ${at.row} 行`, en: `row ${at.row}` },
    );
  if (at.row !== row)
    throw sheetUnreadable(
      where,
      { zh: `第 ${row} 行的单元格`, en: `a cell of row ${row}` },
      { zh: `第 ${at.row} 行的地址`, en: `an address of row ${at.row}` },
    );
}

function checkShared(where: string, attributes: string, content: string, sharedCount: number): void {
  if (attributeOf(attributes, 't') !== 's') return;
  const [, index] = /<v[^>]*>\s*(\d{1,9})\s*<\/v>/.exec(content) ?? [];
  if (index !== undefined && Number(index) < sharedCount) return;
  throw sheetUnreadable(
    where,
    { zh: `文件中 ${sharedCount} 条共享文字之一的编号`, en: `the number of one of the file’s ${sharedCount} shared texts` },
    index ?? NONE,
  );
}

/** A cell, rid of all but its address, type, style and content. */
function cellXml({ row, column }: { readonly row: number; readonly column: number }, attributes: string, content: string): string {
  const type = attributeOf(attributes, 't');
  const style = attributeOf(attributes, 's');
  const kind = type !== null && /^[A-Za-z]{1,10}$/.test(type) ? ` t="${type}"` : '';
  const look = style !== null && /^\d{1,6}$/.test(style) ? ` s="${style}"` : '';
  return `<c r="${cellAddress(row, column)}"${kind}${look}>${content}</c>`;
}

function sheetXml(rows: ReadonlyMap<number, readonly string[]>): string {
  const body = [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => `<row r="${row}">${cells.join('')}</row>`);
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function hiddenColumns(name: string, xml: string): readonly number[] {
  const hidden: number[] = [];
  for (const [, , attributes = ''] of xml.matchAll(tagPattern('col'))) {
    const [from, to] = [Number(attributeOf(attributes, 'min')), Number(attributeOf(attributes, 'max'))];
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to > LAST_COLUMN)
      throw sheetUnreadable(
        name,
        { zh: `第 1 至 ${LAST_COLUMN} 列`, en: `columns 1 to ${LAST_COLUMN}` },
        {
          zh: `第 ${attributeOf(attributes, 'min')} 至 ${attributeOf(attributes, 'max')} 列`,
          en: `columns ${attributeOf(attributes, 'min')} to ${attributeOf(attributes, 'max')}`,
        },
      );
    if (!isSet(attributes, 'hidden')) continue;
    for (let column = from; column <= Math.min(to, SHEET_LIMITS.columns); column += 1) hidden.push(column);
  }
  return hidden;
}

function mergesOf(xml: string): { readonly merges: readonly Merge[]; readonly brokenMerges: readonly string[] } {
  const merges: Merge[] = [];
  const brokenMerges: string[] = [];
  const claim = claims();
  for (const [, , attributes = ''] of xml.matchAll(tagPattern('mergeCell'))) {
    const ref = attributeOf(attributes, 'ref') ?? '';
    const merge = mergeOf(ref);
    if (merge !== null && claim(merge)) merges.push(merge);
    else if (brokenMerges.length < MOST_BROKEN) brokenMerges.push(ref.slice(0, 40));
  }
  return { merges, brokenMerges };
}

/** The part of a merge that lies within the limits; null where there is none, or the reference makes no sense. */
function mergeOf(ref: string): Merge | null {
  const [first = '', last = '', ...more] = ref.split(':');
  const [from, to] = [placeOfAddress(first), placeOfAddress(last)];
  if (!from || !to || more.length > 0 || from.row > to.row || from.column > to.column) return null;
  if (from.row > SHEET_LIMITS.rows || from.column > SHEET_LIMITS.columns) return null;
  const [bottom, right] = [Math.min(to.row, SHEET_LIMITS.rows), Math.min(to.column, SHEET_LIMITS.columns)];
  return { top: from.row, left: from.column, bottom, right };
}

/** Takes the cells of one merge after the other; says no where some are taken already. */
function claims(): (merge: Merge) => boolean {
  let taken: Uint8Array | null = null;
  let steps = 0;
  return ({ top, left, bottom, right }) => {
    taken ??= new Uint8Array(SHEET_LIMITS.rows * SHEET_LIMITS.columns);
    const cells: number[] = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = (row - 1) * SHEET_LIMITS.columns + column - 1;
        steps += 1;
        if (taken[cell] === 1 || steps > MOST_STEPS) return false;
        cells.push(cell);
      }
    }
    for (const cell of cells) taken[cell] = 1;
    return true;
  };
}
