import { abbreviationKind, wordBefore } from './abbreviations.ts';
import { beginsHan, beginsLower, columnsOf, isCloser } from './characters.ts';
import { type Line, linesOf } from './lines.ts';

/** Lines that belong together: one paragraph, list item, heading, or a line apart. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
}

const WRAP = {
  /** Columns within which people break lines by hand; a longer line is a paragraph of its own. */
  narrowest: 40,
  widest: 130,
  /** A Chinese line alone above another is taken for a broken one only from this width on: shorter ones are headings. */
  chineseLine: 56,
  /** Columns a Chinese line may fall short of the width, because punctuation must not begin a line. */
  chineseSlack: 2,
} as const;

const JOINING_WORD = /(?:^|\s)(?:a|an|the|of|and|or|in|to|for|with|by|on|at|from|as|that|which|between|into|its|their|new)$/;
const JOINING_MARK = /[,，、（(“「『《]$/;

/**
 * Groups the lines of `text` into paragraphs. A line begins a new one
 * - after an empty line, after a heading, source, table or rule, and when it is one of these, a list item, or begins with a full-width blank;
 * - else also when the line before is complete; a line break inside a paragraph is seen by one of these:
 *   1. the line before has no full stop, and this one begins with a small letter, or the line before ends in a comma, an opening mark
 *      or a word such as "of" that cannot end a line;
 *   2. it stands indented below a list item;
 *   3. the lines around are broken at a width: each so full that the next word had no room (two breaks inside sentences must show it),
 *      or, for Chinese, a wide full line without a full stop above one that ends with a full stop.
 */
export function blocksOf(text: string): readonly Block[] {
  return runsOf(linesOf(text)).flatMap((run) => paragraphsOf(run));
}

/** True when the line ends in a full stop, question or exclamation mark, colon or ellipsis, closing marks aside. */
export function isComplete(body: string): boolean {
  let end = body.length;
  while (end > 0 && isCloser(body.charAt(end - 1))) end -= 1;
  if (!/[.．。｡!?！？…:：]/.test(body.charAt(end - 1))) return false;
  return body.charAt(end - 1) !== '.' || abbreviationKind(wordBefore(body, end - 1)) !== 'before-name';
}

/** Lines that could be one paragraph, by their marks alone. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && before !== null && mayFollow(before, line)) run.push(line);
    else runs.push([line]);
    before = line;
  }
  return runs;
}

function mayFollow(before: Line, line: Line): boolean {
  if (line.afterGap || line.indentedWide || line.kind !== 'words' || line.quoted !== before.quoted) return false;
  return before.kind === 'words' || before.kind === 'item';
}

function paragraphsOf(run: readonly Line[]): Block[] {
  const width = run.reduce((widest, line) => Math.max(widest, line.columns), 0);
  const wrapped = isWrapped(run, width);
  const groups: Line[][] = [];
  for (const line of run) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && (isIndentedBelow(group, line) || breaksInside(before, line, width, wrapped))) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0, lines: group }));
}

function isIndentedBelow(group: readonly Line[], line: Line): boolean {
  const first = group[0];
  return first?.kind === 'item' && line.indent >= first.indent + 2;
}

function breaksInside(before: Line, line: Line, width: number, wrapped: boolean): boolean {
  if (wrapped && isFull(before, line, width)) return true;
  if (isComplete(before.body)) return false;
  if (beginsLower(line.body) || JOINING_MARK.test(before.body) || JOINING_WORD.test(before.body.slice(-12))) return true;
  return isBrokenChinese(before, line, width);
}

function isBrokenChinese(before: Line, line: Line, width: number): boolean {
  if (before.columns < WRAP.chineseLine || width > WRAP.widest) return false;
  return beginsHan(before.body.slice(-1)) && beginsHan(line.body) && isComplete(line.body) && isFull(before, line, width);
}

/** True when more breaks than not stand inside sentences, at the width of the run. */
function isWrapped(run: readonly Line[], width: number): boolean {
  if (run.length < 3 || width < WRAP.narrowest || width > WRAP.widest) return false;
  let shown = 0;
  let against = 0;
  run.slice(1).forEach((line, index) => {
    const before = run[index];
    if (before === undefined || isComplete(before.body)) return;
    if (!isFull(before, line, width)) against += 1;
    else if (beginsLower(line.body) || beginsHan(line.body)) shown += 1;
  });
  return shown >= 2 && shown > 2 * against;
}

/** True when the first word of the next line (in Chinese, its first character) would have gone beyond `width`. */
function isFull(line: Line, next: Line, width: number): boolean {
  if (beginsHan(next.body)) return line.columns + 2 + WRAP.chineseSlack > width;
  return line.columns + 1 + columnsOf(/^\S{0,40}/.exec(next.body)?.[0] ?? '') > width;
}
