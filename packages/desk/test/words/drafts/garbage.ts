import { generalTerms } from '../../../src/words/drafts/general-terms.ts';

const WORDS = generalTerms().map(({ words }) => words);
const MARKS = [
  '，',
  '。',
  '、',
  '；',
  ', ',
  '. ',
  ' and ',
  '; ',
  ' ',
  '\n',
  '\n\n',
  '（',
  '）',
  '“',
  '”',
  '"',
  '2026',
  '3.5',
  '%',
  '区',
  '的',
  'x',
  '😀',
  '\ud800',
  'The ',
  'Town ',
];

/** A text of words of the vocabulary and marks, about `length` long. Seeded: the same on every machine. */
export function garbage(seed: number, length: number): string {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const part = random() < 0.5 ? pick(WORDS) : pick(MARKS);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}
