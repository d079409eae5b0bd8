import type { Column } from '@cj-tech-master/excelts';

/** A task sheet as it is to be written: its cells in the order of its columns. */
interface TaskSheetQuestion {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number; readonly format: string | null }[];
  readonly rows: readonly (readonly (string | number | Date | null)[])[];
}

/** The job that writes a task sheet. */
export const jobs = { 'write-task-sheet': writeTaskSheetJob } as const;

/** The bytes of the sheet (.xlsx). */
async function writeTaskSheetJob({ name, title, columns, rows }: TaskSheetQuestion): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: 2 }] });
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.addRow(columns.map(({ head }) => head));
  sheet.getRow(2).font = { bold: true };
  for (const cells of rows) sheet.addRow([...cells]).alignment = { vertical: 'top', wrapText: true };
  for (const [index, { width, format }] of columns.entries()) {
    const column: Column = sheet.getColumn(index + 1);
    column.width = width;
    if (format !== null) column.numFmt = format;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
