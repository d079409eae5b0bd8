import type { Span } from './draft.ts';

/** A word of an English sentence. */
export interface Token extends Span {
  readonly word: string;
  /** It stands in brackets or quotation marks. */
  readonly isInside: boolean;
  /** What stands between the word before and this one, white space left out. */
  readonly mark: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*/gu;

/** The words of a folded sentence, from `from` on. */
export function tokensOf(text: string, from: number, isInside: (at: number) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  let last = from;
  for (const match of text.slice(from).matchAll(WORD)) {
    const start = from + match.index;
    const mark = start - last < 40 ? text.slice(last, start).replace(/\s+/g, '') : '';
    tokens.push({ start, end: start + match[0].length, word: match[0], isInside: isInside(start), mark });
    last = start + match[0].length;
  }
  return tokens;
}

/** The index of the first token that begins at `offset` or behind it, looked for from `index` on. */
export function tokenFrom(tokens: readonly Token[], index: number, offset: number): number {
  let at = index;
  while (at < tokens.length && (tokens[at]?.start ?? 0) < offset) at += 1;
  return at;
}
