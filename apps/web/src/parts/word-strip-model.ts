/** A word of a sentence, or what stands between words. */
export interface StripWord {
  /** UTF-16 offsets in the sentence, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** False for blanks and punctuation: they are taken along between words, but never begin or end a selection. */
  readonly isWord: boolean;
}

/** Words from `anchor` to `focus`, in either order. */
export interface StripSelection {
  readonly anchor: number;
  readonly focus: number;
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** A sentence cut into words, Chinese ones too. Every character is in one of them. */
export function wordsIn(text: string): readonly StripWord[] {
  return [...SEGMENTER.segment(text)].map(({ segment, index, isWordLike }) => ({
    start: index,
    end: index + segment.length,
    text: segment,
    isWord: isWordLike ?? false,
  }));
}

/** The word `steps` words after `at`, over what stands between; it stops at both ends. */
export function wordAfter(words: readonly StripWord[], at: number, steps: number): number {
  const step = Math.sign(steps);
  let [place, left] = [at, Math.abs(steps)];
  for (let next = at + step; left > 0 && next >= 0 && next < words.length; next += step) {
    if (!words[next]?.isWord) continue;
    place = next;
    left -= 1;
  }
  return place;
}

/** The part of the sentence that is selected; null where nothing is. */
export function partOf(
  words: readonly StripWord[],
  selection: StripSelection | null,
): { readonly start: number; readonly end: number } | null {
  if (!selection) return null;
  const [from, to] = [words[Math.min(selection.anchor, selection.focus)], words[Math.max(selection.anchor, selection.focus)]];
  return from && to ? { start: from.start, end: to.end } : null;
}

/** The words that a part of the sentence touches; null where it touches none. */
export function selectionOf(
  words: readonly StripWord[],
  part: { readonly start: number; readonly end: number } | null,
): StripSelection | null {
  if (!part) return null;
  const touched = words.flatMap((word, at) => (word.isWord && word.start < part.end && word.end > part.start ? [at] : []));
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? null : { anchor: first, focus: last };
}
