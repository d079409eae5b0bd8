import { unreadable } from './unreadable.ts';

/** How the bytes of a plan text were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'docx';

/** What other kinds of file begin with. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a zip archive or .docx'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['{\\rtf', 'a rich text document'],
];

/**
 * The text of a .txt or .md file: UTF-8, UTF-16 with a byte order mark, else GB18030. A byte order mark in UTF-8 stays in the text, so
 * that offsets in the text's UTF-8 are offsets in the file. Throws `WG_TEXT_UNREADABLE` for anything else.
 */
export function decodePlan(bytes: Uint8Array, fileName: string): { readonly text: string; readonly encoding: Encoding } {
  const begin = String.fromCharCode(...bytes.subarray(0, 8));
  const other = SIGNATURES.find(([signature]) => begin.startsWith(signature));
  if (other !== undefined) throw unreadable(fileName, 'plain text, as its name says', other[1]);
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
      'plain text (UTF-16 with a byte order mark)',
      `the control character ${shown} at character ${control.index}`,
    );
  }
  throw unreadable(fileName, 'UTF-8, UTF-16 with a byte order mark, or GB18030', 'bytes that are none of these');
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: encoding === 'utf-8' }).decode(bytes);
  } catch {
    return null;
  }
}
