/** Words after which a list may go on: `such as`, `and other`, 等, 其他. Not 等 within a word such as 等级 or 平等. */
const OPEN_EN =
  /\b(?:such as|including|includes?|among (?:them|others|which)|and others?|or others?|for (?:example|instance)|e\.g\.|etc\b)/i;
const OPEN_ZH =
  /(?<![平高同均中初对相何我优劣上下头一二三四五])等(?![级于候同待效量额差价闲])|其他|其它|其余|之类|诸如|例如|比如|包括|为代表|一批/;

/** Whether the words of a promise leave its list open, so that what it names is a part of what it promises. */
export function leavesListOpen(...texts: readonly (string | null)[]): boolean {
  return texts.some((text) => text !== null && (OPEN_EN.test(text) || OPEN_ZH.test(text)));
}
