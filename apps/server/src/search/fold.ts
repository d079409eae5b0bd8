/** A text as it is compared: width, case and accents folded away, white space as single blanks. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset in the original it came from; one more at the end. */
  readonly offsets: readonly number[];
}

const MARK = /\p{M}/u;
const BLANK = /\s/u;
/** Characters that folding leaves alone but for their case. */
const PLAIN =
  /^[\u0021-\u007e\u4e00-\u9fff\u3001-\u3003\u3008-\u3011\u2018-\u201d]+(?: [\u0021-\u007e\u4e00-\u9fff\u3001-\u3003\u3008-\u3011\u2018-\u201d]+)*$/;

/** Folds `original`: compatibility forms taken apart, marks dropped, lower case; runs of white space become one blank. */
export function fold(original: string): Folded {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const letter of original) {
    for (const part of BLANK.test(letter) ? ' ' : letter.normalize('NFKD').toLowerCase()) {
      if (MARK.test(part) || (part === ' ' && (text === '' || text.endsWith(' ')))) continue;
      text += part;
      for (let unit = 0; unit < part.length; unit += 1) offsets.push(at);
    }
    at += letter.length;
  }
  offsets.push(at);
  return { text, offsets };
}

/** The folded text alone, which most texts give without looking at each letter. */
export function foldText(original: string): string {
  return PLAIN.test(original) ? original.toLowerCase() : fold(original).text;
}

/** The offsets in the original of a stretch of the folded text, end exclusive. */
export function originalSpan(folded: Folded, start: number, end: number): { readonly start: number; readonly end: number } {
  const last = folded.offsets[end - 1] ?? 0;
  const after = folded.offsets.find((offset, index) => index >= end && offset > last);
  return { start: folded.offsets[start] ?? 0, end: after ?? folded.offsets.at(-1) ?? 0 };
}
