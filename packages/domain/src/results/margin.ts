import { markedAmount } from './cautions.ts';
import { type Said, say, sayAmount, sayNumber } from './say.ts';

/** Room for a tail: this many Chinese characters, a letter or digit taking half of one. */
const WIDTH_ZH = 14;
const LENGTH_EN = 26;

/** True when both texts fit a margin. */
export function fitsMargin(tail: Said): boolean {
  return widthOf(tail.zh) <= WIDTH_ZH && tail.en.length <= LENGTH_EN;
}

/** A value for a margin, with whether it is final; without its unit where that is too long. */
export function valueTail({ value, status }: { readonly value: number; readonly status: string | null }, unit: Said): Said {
  const full = markedAmount(sayAmount(value, unit), status);
  return fitsMargin(full) ? full : markedAmount(say(sayNumber(value), sayNumber(value)), status);
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
