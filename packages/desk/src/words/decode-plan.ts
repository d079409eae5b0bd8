import type { Said } from '@westgate/base';
import { unreadable } from './unreadable.ts';

/** How the bytes of a plan text were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'docx';

/** What other kinds of file begin with. */
const SIGNATURES: readonly (readonly [string, Said])[] = [
  ['%PDF', { zh: 'PDF 文件', en: 'a PDF' }],
  ['PK\u0003\u0004', { zh: 'zip 压缩包或 .docx', en: 'a zip archive or .docx' }],
  ['\u00d0\u00cf\u0011\u00e0', { zh: '旧的 Office 文档', en: 'an old Office document' }],
  ['{\\rtf', { zh: 'RTF 文档', en: 'a rich text document' }],
];

/**
 * The text of a .txt or .md file: UTF-8, UTF-16 with a byte order mark, else GB18030. A byte order mark in UTF-8 stays in the text, so
 * that offsets in the text's UTF-8 are offsets in the file. Throws `WG_TEXT_UNREADABLE` for anything else.
 */
export function decodePlan(bytes: Uint8Array, fileName: string): { readonly text: string; readonly encoding: Encoding } {
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  const other = SIGNATURES.find(([signature]) => begin.startsWith(signature));
  if (other !== undefined) throw unreadable(fileName, { zh: '与文件名相符的纯文本', en: 'plain text, as its name says' }, other[1]);
  const encodings = begin.startsWith('\u00ff\u00fe')
    ? (['utf-16le'] as const)
    : begin.startsWith('\u00fe\u00ff')
      ? (['utf-16be'] as const)
      : (['utf-8', 'gb18030'] as const);
  for (const encoding of encodings) {
    const text = strictly(encoding, bytes);
    if (text === null) continue;
    const control = /(?![\t\n\v\f\r])[\p{Cc}\ufffe\uffff]/u.exec(text);
    if (control === null) return { text, encoding };
    const shown = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    throw unreadable(
      fileName,
      { zh: '纯文本（UTF-16 须带字节顺序标记）', en: 'plain text (UTF-16 with a byte order mark)' },
      { zh: `第 ${control.index} 个字符处的控制字符 ${shown}`, en: `the control character ${shown} at character ${control.index}` },
    );
  }
  throw unreadable(
    fileName,
    { zh: 'UTF-8、带字节顺序标记的 UTF-16 或 GB18030', en: 'UTF-8, UTF-16 with a byte order mark, or GB18030' },
    { zh: '都不是的字节', en: 'bytes that are none of these' },
  );
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    return null;
  }
}
