/** Marks that change the order in which others are read, and nothing that is ever typed in a name: what is read is then not what is stored. */
const TURNING = '\\u202A-\\u202E\\u2066-\\u2069\\u{E0000}-\\u{E007F}';
/** Characters that nobody sees, or that look like a blank and are none. */
const UNSEEN =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B\\u200E\\u200F\\u2028\\u2029\\u2060-\\u2064\\u206A-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB';
const TURNS = new RegExp(`[${TURNING}]`, 'u');
/** Scripts whose letters are joined or parted by characters that nobody sees. */
const JOINING =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan'.split(
    ' ',
  );
/** A joiner that stands neither behind such a letter nor between the parts of a picture. */
const JOINER_ASTRAY = new RegExp(
  `(?<![${JOINING.map((script) => `\\p{Script=${script}}`).join('')}\\p{Mn}\\p{Extended_Pictographic}\\p{Emoji_Modifier}])[\\u200C\\u200D]`,
  'u',
);
const BAD_IN_LINE = new RegExp(`[\\p{Cc}\\p{Surrogate}\\uFFFD${TURNING}${UNSEEN}]`, 'u');
const BAD_IN_WORDS = /[\p{Surrogate}\uFFFD]|(?!\n)\p{Cc}/u;

/** The first character that text of one line, such as a name, may not hold, as `U+202E`; null where there is none. A line break is one. */
export function strangeInLine(text: string): string | null {
  return codeOf(BAD_IN_LINE.exec(text) ?? JOINER_ASTRAY.exec(text));
}

/** The first character that text of several lines may not hold, as `U+202E`; null where there is none. Lines end in `\n` alone. */
export function strangeInWords(text: string): string | null {
  return codeOf(BAD_IN_WORDS.exec(text) ?? TURNS.exec(text));
}

/** What a text of people outside never needs: marks that nobody sees or that turn others, what is no character, or no common one. */
const NEEDLESS = new RegExp(`[${TURNING}${UNSEEN}\\p{Surrogate}\\p{Co}\\p{Noncharacter_Code_Point}\\uFFFD]`, 'gu');
/** Marks above one another beyond what any script writes. */
const PILED = /(\p{M}{4})\p{M}+/gu;

/** A text of several lines without all that {@link strangeInWords} and {@link strangeInLine} would find in its lines; composed (NFC), no blanks at its ends. */
export function cleanWords(text: string): string {
  const lines = text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map(cleaned);
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same of one line: what breaks it is a blank. */
export function cleanLine(text: string): string {
  return cleaned(text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' ')).trim();
}

function cleaned(line: string): string {
  let text = line
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll(NEEDLESS, '')
    .normalize('NFC')
    .replaceAll(PILED, '$1');
  // A joiner that is astray is taken out one after another: another may stand behind it.
  for (let found = JOINER_ASTRAY.exec(text); found !== null; found = JOINER_ASTRAY.exec(text))
    text = text.slice(0, found.index) + text.slice(found.index + 1);
  return text.trimEnd();
}

function codeOf(found: RegExpExecArray | null): string | null {
  const code = found?.[0].codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
