import { crc32, deflateRawSync } from 'node:zlib';

/** A cell of a test sheet: a text, a number, nothing, or its XML within `<c>` with the attributes it needs. */
export type RawCell = string | number | null | { readonly attributes?: string; readonly xml: string };

/** A sheet of a test workbook. */
export interface RawSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly RawCell[])[];
  /** Such as `A1:C1`. */
  readonly merges?: readonly string[];
  /** Rows, from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
  /** XML before the cells, such as `<cols>…</cols>`. */
  readonly before?: string;
}

/** What else a test workbook says. */
export interface RawBook {
  readonly from1904?: boolean;
  /** Number formats of the styles 1, 2, …; style 0 is general. */
  readonly formats?: readonly number[];
  readonly shared?: readonly string[];
  /** Parts that replace others, or stand beside them. */
  readonly parts?: Readonly<Record<string, string | Buffer>>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of an .xlsx, as a program writes them. */
export function xlsxParts(sheets: readonly RawSheet[], book: RawBook = {}): Record<string, string | Buffer> {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${book.from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><cellXfs>${[0, ...(book.formats ?? [])].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`,
  };
  if (book.shared)
    parts['xl/sharedStrings.xml'] = `${HEAD}<sst ${MAIN}>${book.shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  for (const [index, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${index + 1}.xml`] = HEAD + sheetXml(sheet);
  return { ...parts, ...book.parts };
}

/** The bytes of an .xlsx. */
export function xlsxOf(sheets: readonly RawSheet[], book: RawBook = {}): Buffer {
  return zipOf(xlsxParts(sheets, book));
}

/** `C7`. */
export function addressOf(row: number, column: number): string {
  const letters = column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '';
  return `${letters}${String.fromCharCode(65 + ((column - 1) % 26))}${row}`;
}

/** A zip archive of some files, each deflated. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    local.copy(entry, 8, 6, 28);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    entries.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length / 2, 8);
  end.writeUInt16LE(entries.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function sheetXml({ rows, merges = [], hiddenRows = [], before = '' }: RawSheet): string {
  const body = rows.map((cells, index) => {
    const row = index + 1;
    const xml = cells.map((cell, at) => cellXml(cell, addressOf(row, at + 1))).join('');
    return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${xml}</row>`;
  });
  const merged = merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet ${MAIN}>${before}<sheetData>${body.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: RawCell, address: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return `<c r="${address}" ${cell.attributes ?? ''}>${cell.xml}</c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
