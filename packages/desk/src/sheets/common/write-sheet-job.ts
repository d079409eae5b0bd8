import type { Column } from '@cj-tech-master/excelts';

/** A sheet as it is to be written: its cells in the order of its columns. */
interface SheetQuestion {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number; readonly format: string | null }[];
  readonly rows: readonly (readonly (string | number | Date | null)[])[];
  /** Rows of heads that stand one over the other, where there are several: a null is joined to the head above it, equal ones side by side are one. */
  readonly heads?: readonly (readonly (string | null)[])[];
  /** Rows, from 0, that are one cell. */
  readonly across?: readonly number[];
}

/** The job that writes a sheet. */
export const jobs = { 'write-sheet': writeSheetJob } as const;

/** The bytes of the sheet (.xlsx). */
async function writeSheetJob({ name, title, columns, rows, heads = [], across = [] }: SheetQuestion): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const top = 1 + Math.max(1, heads.length);
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: top }] });
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getRow(1).font = { bold: true, size: 16 };
  const words = heads.length > 0 ? heads : [columns.map(({ head }) => head)];
  for (const row of words) sheet.addRow([...row]).font = { bold: true };
  for (const [first, last, left, right] of mergesOf(words)) sheet.mergeCells(first + 2, left + 1, last + 2, right + 1);
  for (const cells of rows) sheet.addRow([...cells]).alignment = { vertical: 'top', wrapText: true };
  if (columns.length > 1) for (const row of across) sheet.mergeCells(row + top + 1, 1, row + top + 1, columns.length);
  for (const [index, { width, format }] of columns.entries()) {
    const column: Column = sheet.getColumn(index + 1);
    column.width = width;
    if (format !== null) column.numFmt = format;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The heads that are drawn as one: down over those that are missing, and across where a group stands over several. From 0, the last ones included. */
function mergesOf(
  heads: readonly (readonly (string | null)[])[],
): readonly (readonly [top: number, bottom: number, left: number, right: number])[] {
  const depth = heads.length;
  const at = (row: number, column: number): string | null => heads[row]?.[column] ?? null;
  const width = heads[0]?.length ?? 0;
  const merges: (readonly [number, number, number, number])[] = [];
  if (depth < 2) return merges;
  for (let column = 0; column < width; ) {
    const isGroup = at(1, column) !== null;
    let right = column;
    while (isGroup && at(1, right + 1) !== null && at(0, right + 1) === at(0, column)) right += 1;
    if (right > column) merges.push([0, 0, column, right]);
    for (let each = column; each <= right; each += 1) {
      const filled = heads.map((_, row) => row).findLast((row) => at(row, each) !== null) ?? 0;
      if (filled < depth - 1 && (filled > 0 || !isGroup)) merges.push([filled, depth - 1, each, each]);
    }
    column = right + 1;
  }
  return merges;
}
