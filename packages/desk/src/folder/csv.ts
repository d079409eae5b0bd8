import type { Said } from '@westgate/base';
import type { Fields } from '@westgate/domain';
import { type Options, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { oneOf } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type RawRow, type RawTable, UNREAD } from './raw-row.ts';

/**
 * The rows of a CSV file. The header must name every column once, in any order; those of `added` may be missing and have their value then. A row with too few or too many cells is kept as far as
 * it goes, so that what points to it finds it. Empty rows, and empty cells behind the last column, are passed over: spreadsheets leave them.
 */
export function readCsv(
  file: string,
  text: string,
  columns: readonly string[],
  faults: FaultList,
  added: Readonly<Record<string, unknown>> = {},
): RawTable {
  const separator = otherSeparator(text);
  if (separator) {
    faults.add('malformed', { file, row: 1 }, null, { zh: '各格之间用逗号', en: 'commas between the cells' }, separator);
    return UNREAD;
  }
  const { records, isComplete } = readRecords(file, text, faults);
  const header = records[0] && withoutEmptyEnd(records[0].cells, 0).map((cell) => cell.trim());
  if (!header) {
    faults.add('malformed', { file, row: null }, null, { zh: `表头 ${columns.join(',')}`, en: `a header row ${columns.join(',')}` }, '');
    return UNREAD;
  }
  checkHeader(file, header, columns, added, faults);
  const absent = Object.entries(added).filter(([name]) => !header.includes(name));
  const rows: RawRow[] = [];
  for (const { cells: given, line } of records.slice(1)) {
    if (given.every(isEmpty)) continue;
    const cells = withoutEmptyEnd(given, header.length);
    const at = { file, row: line };
    const isFull = cells.length === header.length;
    if (!isFull) {
      const expected = { zh: `与表头一样的 ${header.length} 格`, en: `${header.length} cells as in the header` };
      faults.add('cell-count', at, null, expected, { zh: `${cells.length} 格`, en: `${cells.length} cells` });
    }
    const held = columns.filter((name) => header.includes(name) && header.indexOf(name) < cells.length);
    const lacks = isFull
      ? columns.filter((name) => !held.includes(name) && !absent.some(([column]) => column === name))
      : columns.filter((name) => name !== columns[0]);
    rows.push({ at, values: Object.fromEntries([...absent, ...held.map((name) => [name, cells[header.indexOf(name)] ?? ''])]), lacks });
  }
  return { rows, isComplete };
}

/** What a spreadsheet set between the cells instead of commas, judged by the header; null where all is well. */
function otherSeparator(text: string): Said | null {
  const header = /^[^\n]*/.exec(text)?.[0] ?? '';
  if (header.includes(',')) return null;
  if (header.includes(';')) return { zh: '分号', en: 'semicolons' };
  return header.includes('\t') ? { zh: '制表符', en: 'tabs' } : null;
}

/** `cells` without the empty ones at the end, but not fewer than `least`. */
function withoutEmptyEnd(cells: readonly string[], least: number): readonly string[] {
  return cells.slice(0, Math.max(least, cells.findLastIndex((cell) => !isEmpty(cell)) + 1));
}

function isEmpty(cell: string): boolean {
  return cell.trim() === '';
}

/** Faults of one line after which the rest of the file is left unread. */
const MOST_BROKEN = 100;

const ONCE: Said = { zh: '每一列只出现一次', en: 'each column once' };

/** Reading ended at a line of too many faults. */
class BrokenOff extends Error {}

interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

function readRecords(
  file: string,
  text: string,
  faults: FaultList,
): { readonly records: readonly CsvRecord[]; readonly isComplete: boolean } {
  const records: CsvRecord[] = [];
  let [brokenLine, broken] = [0, 0];
  const options: Options = {
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (cells: string[], info) => {
      const inside = cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      records.push({ cells, line: info.lines - inside });
      return null;
    },
    on_skip: (error) => {
      const line = typeof error?.lines === 'number' ? error.lines : 1;
      broken = line === brokenLine ? broken + 1 : 1;
      // Each error tells the whole cell up to it: a long line of them would take time that grows with its square.
      if (broken > MOST_BROKEN) throw new BrokenOff();
      if (line === brokenLine) return undefined;
      brokenLine = line;
      faults.add(
        'malformed',
        { file, row: line },
        null,
        { zh: '一行 CSV，含引号或逗号的格写在 "…" 里', en: 'a CSV row, a cell with a quote or comma inside "…"' },
        { zh: '引号用得不对的一行', en: error?.message?.slice(0, 1_000) ?? 'a broken row' },
      );
      return undefined;
    },
  };
  try {
    parse(text.startsWith('\uFEFF') ? text.slice(1) : text, options);
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
  }
  return { records, isComplete: brokenLine === 0 };
}

function checkHeader(
  file: string,
  header: readonly string[],
  columns: readonly string[],
  added: Readonly<Record<string, unknown>>,
  faults: FaultList,
): void {
  const at = { file, row: 1 };
  const seen = new Set<string>();
  for (const name of header) {
    if (seen.has(name)) faults.add('duplicate-column', at, name, ONCE, { zh: `${name} 出现两次`, en: `${name} twice` });
    else if (!columns.includes(name)) faults.add('unknown-column', at, name, oneOf(columns), name);
    seen.add(name);
  }
  for (const name of columns)
    if (!seen.has(name) && !Object.hasOwn(added, name))
      faults.add('missing-column', at, name, { zh: `有 ${name} 这一列`, en: `a column ${name}` }, header.join(','));
}

/** The columns of a table in its file; `without` are those kept elsewhere. */
export function columnsOf(fields: Fields, without: readonly string[] = []): string[] {
  return Object.keys(fields).filter((name) => !without.includes(name));
}

/** Rows as CSV: quotes only where needed, `end` after each; nothing is an empty cell. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[], end = '\n'): string {
  return stringify([...rows], { record_delimiter: end, quoted_match: /[\r\n]/ });
}
