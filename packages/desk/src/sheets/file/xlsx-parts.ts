import { unpackZip } from '../../words/unpack-zip.ts';
import { SHEET_LIMITS } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';
import { attributeOf, isSet, tagPattern, withoutPrefix } from './xml-text.ts';

/** A sheet as the workbook names it, with its XML. */
export interface XlsxSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly xml: string;
}

/** The parts of an .xlsx that say what stands in its cells. */
export interface XlsxParts {
  readonly sheets: readonly XlsxSheet[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly countsFrom1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Unpacks an .xlsx within the limits and finds its parts. Throws `WG_SHEET_UNREADABLE`. */
export function xlsxParts(bytes: Uint8Array, fileName: string): XlsxParts {
  const limits = { bytes: bytes.length + SHEET_LIMITS.unpackedBytes, marks: SHEET_LIMITS.marks };
  const files = unpackZip(bytes, limits, (name) => /\.(?:xml|rels)$/i.test(name));
  if (files === 'too-large')
    throw sheetUnreadable(fileName, `an .xlsx of at most ${SHEET_LIMITS.cells} cells`, 'one that unpacks to much more');
  if (files === 'damaged') throw sheetUnreadable(fileName, 'a whole .xlsx without a password', 'a file that does not unpack');
  const part = (path: string): string | null => {
    const file = files.get(path);
    return file === undefined ? null : xmlOf(file, `${fileName}, ${path}`);
  };
  const workbook = part(WORKBOOK);
  if (workbook === null) throw sheetUnreadable(fileName, `an .xlsx with a part ${WORKBOOK}`, 'none');
  const plain = withoutPrefix(workbook, 'workbook');
  const targets = targetsOf(part(RELATIONS) ?? '');
  const sheets = [...plain.matchAll(tagPattern('sheet'))].slice(0, SHEET_LIMITS.sheets + 1).flatMap(([, , attributes = '']) => {
    const name = attributeOf(attributes, 'name') ?? 'Sheet';
    const target = targets.get(attributeOf(attributes, '[\\w.-]+:id') ?? '') ?? '';
    if (target !== '' && !/worksheets\//.test(target)) return [];
    const xml = part(target);
    if (xml === null) throw sheetUnreadable(`${fileName}, ${name}`, 'the part that holds the sheet', target === '' ? 'none' : target);
    return [
      { name, isHidden: /^(?:hidden|veryHidden)$/.test(attributeOf(attributes, 'state') ?? ''), xml: withoutPrefix(xml, 'worksheet') },
    ];
  });
  if (sheets.length === 0) throw sheetUnreadable(fileName, 'at least one sheet', 'none');
  if (sheets.length > SHEET_LIMITS.sheets) throw sheetUnreadable(fileName, `at most ${SHEET_LIMITS.sheets} sheets`, 'more');
  const [properties] = [...plain.matchAll(tagPattern('workbookPr'))];
  const shared = part('xl/sharedStrings.xml');
  const styles = part('xl/styles.xml');
  return {
    sheets,
    sharedStrings: shared && withoutPrefix(shared, 'sst'),
    styles: styles && withoutPrefix(styles, 'styleSheet'),
    countsFrom1904: properties !== undefined && isSet(properties[2] ?? '', 'date1904'),
  };
}

/** Where each related part stands in the archive. */
function targetsOf(relations: string): ReadonlyMap<string, string> {
  const plain = withoutPrefix(relations, 'Relationships');
  const found = [...plain.matchAll(tagPattern('Relationship'))].map(([, , attributes = '']): readonly [string, string] => {
    const target = attributeOf(attributes, 'Target') ?? '';
    return [attributeOf(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`];
  });
  return new Map(found);
}

/** The text of a part. A document type could fetch other files or grow without end: it is refused, whatever it says. */
function xmlOf(bytes: Uint8Array, where: string): string {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw sheetUnreadable(where, 'XML in UTF-8', 'other bytes');
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw sheetUnreadable(where, 'XML without a document type', 'a DOCTYPE, which is never read');
  const control = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u.exec(xml);
  if (control) throw sheetUnreadable(where, 'XML in UTF-8', `the control character ${JSON.stringify(control[0])} at ${control.index}`);
  return xml;
}
