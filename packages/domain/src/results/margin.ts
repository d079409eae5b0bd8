import { vocabularyName } from '../register/vocabulary-names.ts';
import { markedAmount, sayMarks } from './cautions.ts';
import { type Said, say, sayNumber } from './say.ts';

/** Room for a tail: this many Chinese characters, a letter or digit taking half of one. */
const WIDTH_ZH = 14;
const LENGTH_EN = 26;

/** True when both texts fit a margin. */
function fitsMargin(tail: Said): boolean {
  return widthOf(tail.zh) <= WIDTH_ZH && tail.en.length <= LENGTH_EN;
}

/** What a margin tells of a value. */
export interface Marked {
  readonly value: number;
  readonly status: string | null;
  /** How old it is, where it is out of date. */
  readonly age: Said | null;
}

/**
 * A value for a margin, with whether it is final and out of date: the first of its texts that fits, else the number, else its marks alone. A number never stands there
 * without them.
 */
export function valueTail({ value, status, age }: Marked, texts: readonly Said[]): Said {
  const short = age && vocabularyName('indicatorStanding', 'stale');
  const number = say(sayNumber(value), sayNumber(value));
  const told = [...texts, number].map((text) => markedAmount(text, status, short));
  return told.find(fitsMargin) ?? sayMarks(status, short) ?? number;
}

/** The tail, cut at the end where it does not fit. */
export function cutToMargin(tail: Said): Said {
  if (fitsMargin(tail)) return tail;
  let zh = tail.zh;
  while (widthOf(zh) > WIDTH_ZH) zh = `${zh.slice(0, -2)}…`;
  return say(zh, tail.en.length <= LENGTH_EN ? tail.en : `${tail.en.slice(0, LENGTH_EN - 1)}…`);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '⺀' ? 1 : 0.5;
  return width;
}
