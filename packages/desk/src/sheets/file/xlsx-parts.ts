import { unpackZip } from '../../words/unpack-zip.ts';
import { SHEET_LIMITS } from './sheet-book.ts';
import { MORE, NONE, sheetUnreadable } from './sheet-unreadable.ts';
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
    throw sheetUnreadable(
      fileName,
      { zh: `不超过 ${SHEET_LIMITS.cells} 个单元格的 .xlsx`, en: `an .xlsx of at most ${SHEET_LIMITS.cells} cells` },
      { zh: '解压后大得多的文件', en: 'one that unpacks to much more' },
    );
  if (files === 'damaged')
    throw sheetUnreadable(
      fileName,
      { zh: '完整、不带密码的 .xlsx', en: 'a whole .xlsx without a password' },
      { zh: '无法解压的文件', en: 'a file that does not unpack' },
    );
  const part = (path: string): string | null => {
    const file = files.get(path);
    return file === undefined ? null : xmlOf(file, `${fileName}, ${path}`);
  };
  const workbook = part(WORKBOOK);
  if (workbook === null)
    throw sheetUnreadable(fileName, { zh: `含有 ${WORKBOOK} 部分的 .xlsx`, en: `an .xlsx with a part ${WORKBOOK}` }, NONE);
  const plain = withoutPrefix(workbook, 'workbook');
  const targets = targetsOf(part(RELATIONS) ?? '');
  const sheets = [...plain.matchAll(tagPattern('sheet'))].slice(0, SHEET_LIMITS.sheets + 1).flatMap(([, , attributes = '']) => {
    const name = attributeOf(attributes, 'name') ?? 'Sheet';
    const target = targets.get(attributeOf(attributes, '[\\w.-]+:id') ?? '') ?? '';
    if (target !== '' && !/worksheets\//.test(target)) return [];
    const xml = part(target);
    if (xml === null)
      throw sheetUnreadable(
        { zh: `${fileName}，${name}`, en: `${fileName}, ${name}` },
        { zh: '存放工作表的部分', en: 'the part that holds the sheet' },
        target === '' ? NONE : target,
      );
    return [
      { name, isHidden: /^(?:hidden|veryHidden)$/.test(attributeOf(attributes, 'state') ?? ''), xml: withoutPrefix(xml, 'worksheet') },
    ];
  });
  if (sheets.length === 0) throw sheetUnreadable(fileName, { zh: '至少一张工作表', en: 'at least one sheet' }, NONE);
  if (sheets.length > SHEET_LIMITS.sheets)
    throw sheetUnreadable(fileName, { zh: `不超过 ${SHEET_LIMITS.sheets} 张工作表`, en: `at most ${SHEET_LIMITS.sheets} sheets` }, MORE);
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
    throw sheetUnreadable(where, { zh: 'UTF-8 编码的 XML', en: 'XML in UTF-8' }, { zh: '其他字节', en: 'other bytes' });
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw sheetUnreadable(
      where,
      { zh: '不带文档类型的 XML', en: 'XML without a document type' },
      { zh: 'DOCTYPE，系统不读取', en: 'a DOCTYPE, which is never read' },
    );
  const control = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u.exec(xml);
  if (control)
    throw sheetUnreadable(
      where,
      { zh: 'UTF-8 编码的 XML', en: 'XML in UTF-8' },
      {
        zh: `第 ${control.index} 个字符处的控制字符 ${JSON.stringify(control[0])}`,
        en: `the control character ${JSON.stringify(control[0])} at ${control.index}`,
      },
    );
  return xml;
}
