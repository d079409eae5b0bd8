import { pairsOf } from '../pairs.ts';

/** Says of each offset of a sentence whether it lies inside brackets or quotation marks, the marks included. */
export function insidePairs(sentence: string): (at: number) => boolean {
  const inside = new Uint8Array(sentence.length);
  for (const { open, close } of pairsOf(sentence)) inside.fill(1, open, close + 1);
  return (at) => inside[at] === 1;
}
