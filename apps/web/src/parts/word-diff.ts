import { type ChangeObject, diffArrays } from 'diff';

/** A stretch of a text, and whether the other text has it too. */
export interface DiffPart {
  /** UTF-16 offset in its text. */
  readonly at: number;
  readonly text: string;
  readonly isShared: boolean;
}

type Change = ChangeObject<string[]>;

/** Words beyond which two texts are not compared word by word. */
const MOST_WORDS = 600;
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Two texts cut into stretches that both have and stretches that only one has; the shared ones together are as long as can be. */
export function diffWords(old: string, fresh: string): { readonly old: readonly DiffPart[]; readonly fresh: readonly DiffPart[] } {
  const [a, b] = [wordsOf(old), wordsOf(fresh)];
  const changes =
    Math.max(a.length, b.length) > MOST_WORDS
      ? [onlyIn('removed', a), onlyIn('added', b)].filter(({ count }) => count > 0)
      : diffArrays(a, b);
  return { old: partsOf(changes.filter(({ added }) => !added)), fresh: partsOf(changes.filter(({ removed }) => !removed)) };
}

function wordsOf(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

function onlyIn(side: 'added' | 'removed', value: string[]): Change {
  return { value, added: side === 'added', removed: side === 'removed', count: value.length };
}

function partsOf(changes: readonly Change[]): readonly DiffPart[] {
  let end = 0;
  return changes.map(({ value, added, removed }) => {
    const [at, text] = [end, value.join('')];
    end += text.length;
    return { at, text, isShared: !added && !removed };
  });
}
