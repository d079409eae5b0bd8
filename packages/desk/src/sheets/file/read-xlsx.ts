import { type Cell, Workbook } from '@cj-tech-master/excelts';
import { type DayString, isDay } from '@westgate/base';
import type { CellValue } from '@westgate/domain';
import { cellName, SHEET_LIMITS, type Sheet, type SheetBook, type SheetCell, type SheetRow } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';
import { type TameSheet, tameSheet } from './tame-sheet.ts';
import { type XlsxParts, xlsxParts } from './xlsx-parts.ts';
import { tagPattern } from './xml-text.ts';

/**
 * Date formats that a file names by number alone, as a Chinese Excel shows them: excelts knows none of them. Those that are only a time of
 * day are left out.
 */
const CHINESE_DATE_FORMATS: readonly number[] = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The cells of an .xlsx. Throws `WG_SHEET_UNREADABLE` with the cell, where it can be told. Runs in the thread of the sheets. */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<SheetBook> {
  const parts = xlsxParts(bytes, fileName);
  const sharedCount = [...(parts.sharedStrings ?? '').matchAll(/<si[\s/>]/g)].length;
  let cellsLeft: number = SHEET_LIMITS.cells;
  const tame = parts.sheets.map((sheet) => {
    const left = tameSheet(sheet, sharedCount, cellsLeft);
    cellsLeft -= left.cellCount;
    return left;
  });
  const workbook = await load(fileName, parts, tame);
  const counter = { characters: 0 };
  const sheets = parts.sheets.map(({ name, isHidden }, index): Sheet => {
    const { hiddenRows, hiddenColumns, merges, brokenMerges } = tame[index] ?? { ...EMPTY };
    const rows: SheetRow[] = [];
    workbook.getWorksheet(`s${index + 1}`)?.eachRow((row, number) => {
      const cells: SheetCell[] = [];
      row.eachCell((cell, column) => {
        const read = cellOf(cell, column, parts.countsFrom1904);
        if (read === null) return;
        countCharacters(cellName(name, number, column), read.shown.length, counter);
        cells.push(read);
      });
      if (cells.length > 0) rows.push({ number, isHidden: hiddenRows.has(number), cells });
    });
    return { name, isHidden, rows, merges, hiddenColumns, brokenMerges };
  });
  return { kind: 'xlsx', fileName, encoding: 'xlsx', countsFrom1904: parts.countsFrom1904, sheets };
}

const EMPTY: Omit<TameSheet, 'xml' | 'cellCount'> = { hiddenRows: new Set(), hiddenColumns: [], merges: [], brokenMerges: [] };

/** Hands excelts a workbook of the parts that matter, under names of ours. */
async function load(fileName: string, parts: XlsxParts, tame: readonly TameSheet[]): Promise<Workbook> {
  const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);
  const workbook = new Workbook();
  const sheets = tame.map((_, index) => `<sheet name="s${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const relations = tame.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const files: Record<string, Uint8Array> = {
    'xl/workbook.xml': encode(
      `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${parts.countsFrom1904 ? 1 : 0}"/><sheets>${sheets.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': encode(
      `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ),
    'xl/styles.xml': encode(withChineseDates(parts.styles ?? `${XML_HEAD}<styleSheet xmlns="${MAIN}"></styleSheet>`)),
  };
  if (parts.sharedStrings !== null) files['xl/sharedStrings.xml'] = encode(parts.sharedStrings);
  for (const [index, { xml }] of tame.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = encode(XML_HEAD + xml);
  try {
    await workbook.xlsx.loadFromFiles(files);
    return workbook;
  } catch (error) {
    throw sheetUnreadable(
      fileName,
      { zh: '内部一致的 .xlsx', en: 'an .xlsx that holds together' },
      error instanceof Error ? error.message.slice(0, 200) : { zh: '另一种文件', en: 'another file' },
    );
  }
}

/** Names the date formats that have only a number, so that their cells are read as days. */
function withChineseDates(styles: string): string {
  const formats = CHINESE_DATE_FORMATS.map((id) => `<numFmt numFmtId="${id}" formatCode="yyyy/m/d"/>`).join('');
  const [held] = [...styles.matchAll(tagPattern('numFmts'))];
  if (held && !held[0].endsWith('/>')) {
    const at = held.index + held[0].length;
    return styles.slice(0, at) + formats + styles.slice(at);
  }
  const [root] = [...styles.matchAll(tagPattern('styleSheet'))];
  if (!root) return styles;
  const at = root.index + root[0].length;
  return `${styles.slice(0, at)}<numFmts count="${CHINESE_DATE_FORMATS.length}">${formats}</numFmts>${styles.slice(at)}`;
}

function cellOf(cell: Cell, column: number, from1904: boolean): SheetCell | null {
  const given: unknown = cell.value;
  const formula = typeof cell.formula === 'string' && cell.formula !== '' ? cell.formula : null;
  const raw = formula === null ? given : cell.result;
  const value = cellValueOf(raw, from1904);
  if (value === null) return formula === null ? null : { column, value: { kind: 'none' }, shown: '', formula };
  return { column, value, shown: shownOf(value, String(cell.numFmt ?? '')), formula };
}

function cellValueOf(raw: unknown, from1904: boolean): CellValue | null {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'string') return raw.trim() === '' ? null : { kind: 'text', text: raw };
  if (typeof raw === 'number') return Number.isFinite(raw) ? { kind: 'number', number: raw } : { kind: 'error', error: '#NUM!' };
  if (typeof raw === 'boolean') return { kind: 'boolean', boolean: raw };
  if (raw instanceof Date) return dateOf(raw, from1904);
  if (typeof raw !== 'object') return null;
  if ('error' in raw) return { kind: 'error', error: String(raw.error) };
  if ('richText' in raw && Array.isArray(raw.richText)) {
    const text = raw.richText.map((part: unknown) => textOfPart(part)).join('');
    return text.trim() === '' ? null : { kind: 'text', text };
  }
  return null;
}

function textOfPart(part: unknown): string {
  return typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string' ? part.text : '';
}

const EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A day; a time without a day, and what lies outside the calendar of a spreadsheet, stays the number it is. */
function dateOf(date: Date, from1904: boolean): CellValue {
  const serial = (date.getTime() - EPOCH_MS) / DAY_MS;
  if (!Number.isFinite(serial)) return { kind: 'error', error: '#NUM!' };
  // Excel holds that 1900 was a leap year: before its 29 February the count is one day ahead.
  const shift = !from1904 && serial < 61 ? DAY_MS : 0;
  const day = serial < 1 || serial >= 2_958_466 ? '' : new Date(date.getTime() + shift).toISOString().slice(0, 10);
  return isDay(day) ? { kind: 'day', day: day satisfies DayString } : { kind: 'number', number: serial };
}

function shownOf(value: CellValue, format: string): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return format.includes('%') ? `${Number((value.number * 100).toPrecision(12))}%` : String(value.number);
    case 'day':
      return value.day;
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return value.error;
    case 'none':
      return '';
  }
}

function countCharacters(where: string, length: number, counter: { characters: number }): void {
  counter.characters += length;
  if (length > SHEET_LIMITS.cellLength)
    throw sheetUnreadable(
      where,
      { zh: `每个单元格不超过 ${SHEET_LIMITS.cellLength} 个字符`, en: `at most ${SHEET_LIMITS.cellLength} characters in a cell` },
      `${length}`,
    );
  if (counter.characters > SHEET_LIMITS.characters)
    throw sheetUnreadable(
      where,
      {
        zh: `一个文件不超过 ${SHEET_LIMITS.characters / 1e6} 百万个字符`,
        en: `at most ${SHEET_LIMITS.characters / 1e6} million characters in a file`,
      },
      { zh: '到这个单元格已超出', en: 'more up to this cell' },
    );
}
