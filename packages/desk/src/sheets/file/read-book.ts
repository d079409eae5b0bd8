import { type Said, WestgateError } from '@westgate/base';
import { readDelimited } from './read-delimited.ts';
import { SHEET_LIMITS, type SheetBook } from './sheet-book.ts';
import { sheetUnreadable } from './sheet-unreadable.ts';

/** What other kinds of file begin with. */
const SIGNATURES: readonly (readonly [string, Said])[] = [
  ['%PDF', { zh: 'PDF 文件', en: 'a PDF' }],
  [
    '\u00d0\u00cf\u0011\u00e0',
    {
      zh: '旧的 .xls 格式或带密码的文件，请另存为不带密码的 .xlsx',
      en: 'the old .xls format, or a file with a password: save it as .xlsx without one',
    },
  ],
  ['{\\rtf', { zh: 'RTF 文档', en: 'a rich text document' }],
];
/** The files that are read. */
const OF_SHEETS: Said = { zh: '.xlsx、.csv 或 .tsv 文件', en: 'an .xlsx, .csv or .tsv file' };
const ZIP = 'PK\u0003\u0004';

/**
 * The cells of an .xlsx, .csv or .tsv file, by its name, within limits of its size. For a worker: a hostile file may take long. Throws
 * `WG_SHEET_UNREADABLE` that says what was expected, what came, and where.
 */
export async function readBook(bytes: Uint8Array, fileName: string): Promise<SheetBook> {
  const kind = kindOf(bytes, fileName);
  try {
    if (kind !== 'xlsx') return readDelimited(bytes, fileName, kind);
    return await (await import('./read-xlsx.ts')).readXlsx(bytes, fileName);
  } catch (error) {
    throw error instanceof WestgateError
      ? error
      : sheetUnreadable(fileName, { zh: `完好的 .${kind} 文件`, en: `a sound .${kind}` }, reasonOf(error));
  }
}

/** What the parser stumbled over: a file no program wrote can break it anywhere. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'another file';
}

function kindOf(bytes: Uint8Array, fileName: string): SheetBook['kind'] {
  const most = SHEET_LIMITS.fileBytes;
  if (bytes.length > most)
    throw sheetUnreadable(
      fileName,
      { zh: `不超过 ${most / 1e6} MB`, en: `at most ${most / 1e6} MB` },
      `${(bytes.length / 1e6).toFixed(1)} MB`,
    );
  if (bytes.length === 0)
    throw sheetUnreadable(fileName, { zh: '有内容的文件', en: 'a file that holds something' }, { zh: '空文件', en: 'an empty one' });
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  const other = SIGNATURES.find(([signature]) => begin.startsWith(signature));
  if (other !== undefined) throw sheetUnreadable(fileName, OF_SHEETS, other[1]);
  const ending = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  switch (ending) {
    case '.xlsx':
    case '.xlsm':
      if (!begin.startsWith(ZIP))
        throw sheetUnreadable(
          fileName,
          { zh: '与文件名相符的 .xlsx', en: 'an .xlsx, as its name says' },
          { zh: '另一种文件', en: 'a file of another kind' },
        );
      return 'xlsx';
    case '.csv':
    case '.tsv':
      if (begin.startsWith(ZIP))
        throw sheetUnreadable(
          fileName,
          { zh: '与文件名相符的纯文本', en: 'plain text, as its name says' },
          { zh: 'zip 压缩包或 .xlsx', en: 'a zip archive or .xlsx' },
        );
      return ending === '.tsv' ? 'tsv' : 'csv';
    case '.xls':
    case '.et':
      throw sheetUnreadable(fileName, OF_SHEETS, { zh: `${ending}，请另存为 .xlsx`, en: `${ending}: save it as .xlsx` });
    default:
      throw sheetUnreadable(fileName, OF_SHEETS, ending === '' ? { zh: '没有扩展名的文件名', en: 'a name without an ending' } : ending);
  }
}
