import { columnsOf, isBlank, isWritten, skipBlanks } from './characters.ts';

/** What a line is by the marks it begins with. `rule` has no letter or digit; `source` only names where the text comes from. */
type LineKind = 'words' | 'heading' | 'item' | 'table' | 'source' | 'rule';

/** One line of a text that is not empty. */
export interface Line {
  /** Where its first and after its last character that is not white space stand, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  /** Its text without the `>` of a quotation. */
  readonly body: string;
  /** How deep it is quoted by `>`. */
  readonly quoted: number;
  /** Blanks and tabs before it. */
  readonly indent: number;
  /** Begins with a full-width blank, as Chinese paragraphs do. */
  readonly indentedWide: boolean;
  /** An empty line stands before it. */
  readonly afterGap: boolean;
  /** Width of the body in columns. */
  readonly columns: number;
}

const LINE_BREAK = /\r\n|[\n\r\f\v\u2028\u2029]/g;
const QUOTED = /^(?:>\s?)+/;
const HEADING = /^#{1,6}(?=\s)/;
const BULLET = /^(?:[-*+–—](?=\s)|[•·●○■□◆◇▪▫‣⁃※★☆◦►▶])/;
const NUMBERED = new RegExp(
  [
    '[(（](?:\\d{1,3}|[一二三四五六七八九十百]{1,4}|[a-zA-Z]|[ivx]{1,5})[)）]',
    '\\d{1,3}[)）、．]',
    '\\d{1,2}\\.(?!\\d)',
    '\\d{1,2}(?:\\.\\d{1,2}){1,4}[.、]?(?=\\s)',
    '[①-⑳⑴-⒇㈠-㈩]',
    '[一二三四五六七八九十百]{1,4}[、．.]',
    '[一二三四五六七八九]是',
    '[a-zA-Z][)）]',
    '第[一二三四五六七八九十百零\\d]{1,5}[章节条篇]',
  ]
    .map((form) => `^${form}`)
    .join('|'),
);
const SOURCE_NAME = '(?:sources?|来源|(?:资料|信息|数据|稿件|文章|图片)来源|出处)\\s*[:：]';
const SOURCE_LINE = new RegExp(`^${SOURCE_NAME}`, 'i');
const SOURCE_IN_BRACKETS = new RegExp(`^[*_]*[(（【[][*_]*\\s*${SOURCE_NAME}[^\\n]*[)）】\\]][.。*_]*$`, 'i');
/** A longer line that begins like a source is prose. */
const LONGEST_SOURCE = 300;

/** The lines of `text` that are not empty. A byte order mark at the very start counts as white space. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = text.startsWith('\ufeff') ? 1 : 0;
  let afterGap = false;
  const take = (to: number): void => {
    const line = lineOf(text, from, to, afterGap);
    afterGap = line === null;
    if (line !== null) lines.push(line);
  };
  for (const match of text.matchAll(LINE_BREAK)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return lines;
}

/** True for words in brackets that name a source: `(Source: …)`, `（来源：…）`. */
export function isSourceInBrackets(text: string): boolean {
  return text.length <= LONGEST_SOURCE && SOURCE_IN_BRACKETS.test(text);
}

function lineOf(text: string, from: number, to: number, afterGap: boolean): Line | null {
  const start = skipBlanks(text, from, to);
  let end = to;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  if (start === end) return null;
  const lead = text.slice(from, start);
  const words = text.slice(start, end);
  const quote = QUOTED.exec(words)?.[0] ?? '';
  const body = words.slice(quote.length);
  return {
    start,
    end,
    kind: kindOf(body),
    body,
    quoted: quote.split('>').length - 1,
    indent: lead.length,
    indentedWide: lead.includes('\u3000'),
    afterGap,
    columns: columnsOf(body),
  };
}

function kindOf(body: string): LineKind {
  if (!isWritten(body)) return 'rule';
  if (isSourceInBrackets(body) || (body.length <= LONGEST_SOURCE && SOURCE_LINE.test(body))) return 'source';
  if (HEADING.test(body)) return 'heading';
  if (body.startsWith('|')) return 'table';
  return BULLET.test(body) || NUMBERED.test(body) ? 'item' : 'words';
}
