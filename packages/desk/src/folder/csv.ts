import type { Fields } from '@westgate/domain';
import { parse } from 'csv-parse/sync';
import type { FaultList } from './fault.ts';
import { type RawRow, type RawTable, UNREAD } from './raw-row.ts';

/**
 * The rows of a CSV file. The header must name every column once, in any order.
 * Rows whose cells are all empty are passed over, as spreadsheets leave them.
 */
export function readCsv(file: string, text: string, columns: readonly string[], faults: FaultList): RawTable {
  const before = faults.total;
  const records = readRecords(file, text, faults);
  const header = records[0]?.cells.map((cell) => cell.trim());
  if (!header) {
    faults.add('malformed', { file, row: null }, null, `a header row ${columns.join(',')}`, '');
    return UNREAD;
  }
  if (!checkHeader(file, header, columns, faults)) return UNREAD;
  const rows: RawRow[] = [];
  for (const { cells, line } of records.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== header.length) {
      faults.add('cell-count', { file, row: line }, null, `${header.length} cells as in the header`, `${cells.length} cells`);
      continue;
    }
    rows.push({ at: { file, row: line }, values: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])) });
  }
  return { rows, isComplete: faults.total === before };
}

function readRecords(file: string, text: string, faults: FaultList): { cells: string[]; line: number }[] {
  const records: { cells: string[]; line: number }[] = [];
  parse(text.startsWith('\uFEFF') ? text.slice(1) : text, {
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_record: (cells: string[], info) => {
      const inside = cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      records.push({ cells, line: info.lines - inside });
      return null;
    },
    on_skip: (error) => {
      const line = typeof error?.lines === 'number' ? error.lines : null;
      faults.add(
        'malformed',
        { file, row: line },
        null,
        'a CSV row, a cell with a quote or comma inside "…"',
        error?.message ?? 'a broken row',
      );
      return undefined;
    },
  });
  return records;
}

function checkHeader(file: string, header: readonly string[], columns: readonly string[], faults: FaultList): boolean {
  const at = { file, row: 1 };
  const seen = new Set<string>();
  let usable = true;
  for (const name of header) {
    if (seen.has(name)) faults.add('duplicate-column', at, name, 'each column once', `${name} twice`);
    else if (!columns.includes(name)) faults.add('unknown-column', at, name, `one of ${columns.join(', ')}`, name);
    else {
      seen.add(name);
      continue;
    }
    usable = false;
  }
  for (const name of columns) {
    if (seen.has(name)) continue;
    faults.add('missing-column', at, name, `a column ${name}`, header.join(','));
    usable = false;
  }
  return usable;
}

/** The columns of a table in its file; `without` are those kept elsewhere. */
export function columnsOf(fields: Fields, without: readonly string[] = []): string[] {
  return Object.keys(fields).filter((name) => !without.includes(name));
}

/** A CSV file: header, one line a row, quotes only where needed, `\n` at each end. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\n`).join('');
}

function writeCell(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
