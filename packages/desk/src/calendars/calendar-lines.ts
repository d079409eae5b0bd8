import { type Said, WestgateError } from '@westgate/base';

/** A content line of a calendar file, unfolded, with the number of the line at which it begins. */
export interface CalendarLine {
  readonly line: number;
  readonly text: string;
}

/** The content lines of a calendar file: what begins with a blank goes on from the line before. */
export function calendarLines(text: string): readonly CalendarLine[] {
  const lines: { line: number; text: string }[] = [];
  text.split(/\r?\n/).forEach((each, index) => {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(each)) last.text += each.slice(1);
    else if (each.trim() !== '') lines.push({ line: index + 1, text: each });
  });
  return lines;
}

/** The text of a calendar file in UTF-8, UTF-16 with a byte order mark, or GB18030. Throws `WG_INPUT_INVALID` for other bytes. */
export function decodeCalendar(bytes: Uint8Array, fileName: string): string {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    const text = strictly(encoding, bytes);
    if (text !== null) return text;
  }
  throw refusedAt(fileName, 1, { zh: 'UTF-8、UTF-16 或 GB18030 编码的文字', en: 'text in UTF-8, UTF-16 or GB18030' });
}

/** That a calendar file is refused at a line, with what was expected there. */
export function refusedAt(fileName: string, line: number, expected: Said, found = ''): WestgateError {
  const shown = fileName.slice(0, 120);
  const said = found === '' ? { zh: '', en: '' } : { zh: `（${found}）`, en: ` (${found})` };
  return new WestgateError(
    'WG_INPUT_INVALID',
    { zh: `${shown} 第 ${line} 行：应为${expected.zh}${said.zh}`, en: `${shown}, line ${line}: expected ${expected.en}${said.en}` },
    { field: 'file', line },
  );
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
