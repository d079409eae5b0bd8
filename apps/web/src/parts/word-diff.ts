/** A stretch of a text, and whether the other text has it too. */
export interface DiffPart {
  /** UTF-16 offset in its text. */
  readonly at: number;
  readonly text: string;
  readonly isShared: boolean;
}

/** Words beyond which two texts are not compared word by word. */
const MOST_WORDS = 600;
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** Two texts cut into stretches that both have and stretches that only one has; the shared ones together are as long as can be. */
export function diffWords(old: string, fresh: string): { readonly old: readonly DiffPart[]; readonly fresh: readonly DiffPart[] } {
  const [a, b] = [wordsOf(old), wordsOf(fresh)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return { old: whole(old), fresh: whole(fresh) };
  const longest = commonLengths(a, b);
  const [inOld, inFresh] = [a.map(() => false), b.map(() => false)];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      inOld[i] = true;
      inFresh[j] = true;
      i += 1;
      j += 1;
    } else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return { old: joined(a, inOld), fresh: joined(b, inFresh) };
}

function wordsOf(text: string): readonly string[] {
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}

/** For each pair of places how long the longest common run of words from there on is. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (!row) continue;
      row[j] = a[i] === b[j] ? (rows[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}

function joined(words: readonly string[], shared: readonly boolean[]): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let at = 0;
  for (const [index, text] of words.entries()) {
    const isShared = shared[index] ?? false;
    const last = parts.at(-1);
    if (last && last.isShared === isShared) parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push({ at, text, isShared });
    at += text.length;
  }
  return parts;
}

function whole(text: string): readonly DiffPart[] {
  return text === '' ? [] : [{ at: 0, text, isShared: false }];
}
