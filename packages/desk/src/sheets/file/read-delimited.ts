import { readTextCell } from '@westgate/domain';
import { parse } from 'csv-parse/sync';
import { cellName, SHEET_LIMITS, type SheetBook, type SheetCell, type SheetRow } from './sheet-book.ts';
import { MORE, NONE, sheetUnreadable } from './sheet-unreadable.ts';

const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The cells of a .csv or .tsv: all of them texts, its one sheet named as the file. Throws `WG_SHEET_UNREADABLE` with the line. */
export function readDelimited(bytes: Uint8Array, fileName: string, kind: 'csv' | 'tsv'): SheetBook {
  const { text, encoding } = decoded(bytes, fileName);
  const name = fileName.replace(/\.[^.]*$/, '') || 'sheet';
  const rows: SheetRow[] = [];
  let cellCount = 0;
  let number = 0;
  try {
    parse(text, {
      delimiter: kind === 'tsv' ? '\t' : delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 2_000_000,
      on_record: (record: string[]) => {
        number += 1;
        if (record.length > SHEET_LIMITS.columns && record.slice(SHEET_LIMITS.columns).some((cell) => cell.trim() !== ''))
          throw sheetUnreadable(
            { zh: `${fileName} 第 ${number} 行`, en: `${fileName}, row ${number}` },
            { zh: `不超过 ${SHEET_LIMITS.columns} 列`, en: `at most ${SHEET_LIMITS.columns} columns` },
            `${record.length}`,
          );
        const cells = record.flatMap(
          (cell, index): SheetCell | readonly SheetCell[] => cellOf(cell, index + 1, () => cellName(name, number, index + 1)) ?? [],
        );
        if (cells.length === 0) return null;
        if (number > SHEET_LIMITS.rows)
          throw sheetUnreadable(
            { zh: `${fileName} 第 ${number} 行`, en: `${fileName}, row ${number}` },
            { zh: `不超过 ${SHEET_LIMITS.rows} 行`, en: `at most ${SHEET_LIMITS.rows} rows` },
            MORE,
          );
        cellCount += cells.length;
        if (cellCount > SHEET_LIMITS.cells)
          throw sheetUnreadable(
            fileName,
            { zh: `不超过 ${SHEET_LIMITS.cells} 个有内容的单元格`, en: `at most ${SHEET_LIMITS.cells} filled cells` },
            MORE,
          );
        rows.push({ number, isHidden: false, cells });
        return null;
      },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'WestgateError') throw error;
    throw sheetUnreadable(
      fileName,
      { zh: '按行排列的单元格，含逗号或引号的要加引号', en: 'rows of cells, one with a comma or quote inside "…"' },
      messageOf(error),
    );
  }
  if (rows.length === 0) throw sheetUnreadable(fileName, { zh: '至少一个有内容的单元格', en: 'at least one filled cell' }, NONE);
  const sheet = { name, isHidden: false, rows, merges: [], hiddenColumns: [], brokenMerges: [] };
  return { kind, fileName, encoding, countsFrom1904: false, sheets: [sheet] };
}

/** A filled cell; null for an empty one. `where` names it, which is asked for only where it is refused. */
function cellOf(given: string, column: number, where: () => string): SheetCell | null {
  if (given === '') return null;
  const text = readTextCell(given);
  if (text.length > SHEET_LIMITS.cellLength)
    throw sheetUnreadable(
      where(),
      { zh: `每个单元格不超过 ${SHEET_LIMITS.cellLength} 个字符`, en: `at most ${SHEET_LIMITS.cellLength} characters in a cell` },
      `${text.length}`,
    );
  return text.trim() === '' ? null : { column, value: { kind: 'text', text }, shown: text, formula: null };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'something else';
}

/** What stands most often in the first lines, quoted parts left out. */
function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter;
}

function decoded(bytes: Uint8Array, fileName: string): { readonly text: string; readonly encoding: string } {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    const text = strictly(encoding, bytes);
    if (text === null) continue;
    const control = /(?![\t\n\v\f\r])[\p{Cc}\ufffe\uffff]/u.exec(text);
    if (control === null) return { text: text.replaceAll(/\r\n?/g, '\n'), encoding };
    const shown = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    throw sheetUnreadable(
      fileName,
      { zh: '纯文本（UTF-16 须带字节顺序标记）', en: 'plain text (UTF-16 with a byte order mark)' },
      { zh: `第 ${control.index} 个字符处的控制字符 ${shown}`, en: `the control character ${shown} at ${control.index}` },
    );
  }
  throw sheetUnreadable(
    fileName,
    { zh: 'UTF-8、带字节顺序标记的 UTF-16 或 GB18030', en: 'UTF-8, UTF-16 with a byte order mark, or GB18030' },
    { zh: '都不是的字节', en: 'bytes that are none of these' },
  );
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
