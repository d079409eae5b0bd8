const BLANK = /^[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const HAN = /^\p{Script=Han}/u;
const LOWER = /^\p{Ll}/u;
const WRITTEN = /[\p{L}\p{N}]/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;
const CLOSER = /^["'”’»」』）)》〉】〕\]}*_`~¹²³⁴-⁹⁰]$/;

/** True for white space: a blank, tab, line break or full-width blank. A byte order mark inside a text is not white space. */
export function isBlank(character: string): boolean {
  return BLANK.test(character);
}

/** True when `text` begins with a Chinese character. */
export function beginsHan(text: string): boolean {
  return HAN.test(text);
}

/** True when `text` begins with a small letter. */
export function beginsLower(text: string): boolean {
  return LOWER.test(text);
}

/** True when `text` holds a letter or digit of any script. */
export function isWritten(text: string): boolean {
  return WRITTEN.test(text);
}

/** True for a mark that closes what stands before it: a quotation mark, a bracket, Markdown emphasis, a raised figure. */
export function isCloser(character: string): boolean {
  return CLOSER.test(character);
}

/** The width of `text` in columns of a terminal: 2 for a Chinese or full-width character, 1 for any other. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** The character (code point) of `text` at `at`, or `''` past its end. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The first position from `at` on that is not white space, or `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  let position = at;
  while (position < end && isBlank(text.charAt(position))) position += 1;
  return position;
}
