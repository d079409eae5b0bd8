import { compareTexts, type OldSentence } from '@westgate/domain';
import type { Random } from '../random.ts';

/** A sentence on its way through edits: which old ones it comes from, and whether its text was changed. */
export interface Edited {
  readonly origins: readonly number[];
  readonly text: string;
  readonly isTouched: boolean;
  /** It stays as it is, as a sentence like it was put in: no text could tell which of the two is which otherwise. */
  readonly stays?: boolean;
}

type EditKind = 'delete' | 'insert' | 'reword' | 'swap' | 'split' | 'merge';

/** What a comparison got right and wrong of edits that are known. */
export interface Score {
  /** Ids that stand on a sentence that neither comes from theirs nor has its very text. */
  moved: number;
  /** Ids that stand on an untouched sentence of the very same text that stood elsewhere. */
  exchanged: number;
  untouched: number;
  untouchedKept: number;
  reworded: number;
  rewordedKept: number;
  joins: number;
  joinsRight: number;
  candidates: number;
  candidatesRight: number;
}

/** What a way of comparing says: ids by the position they stand at now, splits and merges, and first candidates of the rest. */
export interface Verdict {
  readonly carried: readonly { readonly old: number; readonly index: number }[];
  readonly joins: readonly { readonly olds: readonly number[]; readonly indexes: readonly number[] }[];
  readonly candidates: readonly { readonly old: number; readonly index: number }[];
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
const chinese = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words and what stands between them, in turn; joined they are the text. */
function piecesOf(text: string): string[] {
  return isChinese(text)
    ? [...chinese.segment(text)].map(({ segment }) => segment)
    : text.split(/(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/u);
}

const isWord = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece);

/** The words of many sentences, to draw from: each language its own. */
export function wordsOf(sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence) => piecesOf(sentence).filter(isWord));
}

/** The text with this share of its words replaced, each by a word drawn from `words`, at random places. */
export function reword(text: string, share: number, words: readonly string[], random: Random): string {
  const pieces = piecesOf(text);
  const places = pieces.flatMap((piece, index) => (isWord(piece) ? [index] : []));
  const count = Math.max(1, Math.round(share * places.length));
  for (const place of shuffled(places, random).slice(0, count)) {
    const others = words.filter((word) => word !== pieces[place] && isChinese(word) === isChinese(text));
    pieces[place] = pick(others, random) ?? 'other';
  }
  return pieces.join('');
}

/** The text with one number or word changed: as two sentences of a list differ. */
export function nearDuplicate(text: string, words: readonly string[], random: Random): string {
  const number = /\d+/.exec(text);
  if (number) return text.replace(number[0], String(Number(number[0]) + 1 + Math.floor(random() * 90)));
  return reword(text, 0, words, random);
}

/** One to six edits of an old text. Sentences that are deleted, reworded, split or merged are others each time; swapped may be any. */
export function editText(old: readonly string[], foreign: readonly string[], random: Random): readonly Edited[] {
  const words = wordsOf([...old, ...foreign]);
  let edited: Edited[] = old.map((text, index) => ({ origins: [index], text, isTouched: false }));
  const kinds: readonly EditKind[] = ['delete', 'insert', 'reword', 'swap', 'split', 'merge'];
  for (let count = 1 + Math.floor(random() * 6); count > 0; count -= 1) {
    const kind = pick(kinds, random) ?? 'swap';
    edited = applyEdit(kind, edited, { foreign, words, random });
  }
  return edited;
}

interface Stock {
  readonly foreign: readonly string[];
  readonly words: readonly string[];
  readonly random: Random;
}

function applyEdit(kind: EditKind, edited: readonly Edited[], { foreign, words, random }: Stock): Edited[] {
  const next = [...edited];
  const at = pick(
    next.flatMap(({ isTouched, stays }, index) => (isTouched || stays ? [] : [index])),
    random,
  );
  const one = at === undefined ? undefined : next[at];
  if (at === undefined || one === undefined || next.length < 3) return next;
  const follower = next[at + 1];
  switch (kind) {
    case 'delete':
      next.splice(at, 1);
      return next;
    case 'insert':
      if (random() < 0.3) {
        next[at] = { ...one, stays: true };
        insertAnywhere(next, nearDuplicate(one.text, words, random), random);
      } else insertAnywhere(next, newSentence(one.text, foreign, words, random), random);
      return next;
    case 'reword':
      next[at] = { ...one, text: reword(one.text, 1 / 3, words, random), isTouched: true };
      return next;
    case 'swap': {
      const other = Math.floor(random() * next.length);
      if (next[other]?.text !== one.text) [next[at], next[other]] = [next[other] ?? one, one];
      return next;
    }
    case 'split': {
      const parts = splitSentence(one.text, random);
      if (parts) next.splice(at, 1, ...parts.map((text) => ({ origins: one.origins, text, isTouched: true })));
      return next;
    }
    case 'merge':
      if (!follower || follower.isTouched || follower.stays) return next;
      next.splice(at, 2, {
        origins: [...one.origins, ...follower.origins],
        text: mergeSentences(one.text, follower.text),
        isTouched: true,
      });
      return next;
  }
}

function insertAnywhere(edited: Edited[], text: string, random: Random): void {
  edited.splice(Math.floor(random() * (edited.length + 1)), 0, { origins: [], text, isTouched: true });
}

/** A sentence of another text, or one as long as `present` made of words from everywhere. */
function newSentence(present: string, foreign: readonly string[], words: readonly string[], random: Random): string {
  const same = foreign.filter((text) => isChinese(text) === isChinese(present));
  return random() < 0.5 ? (pick(same, random) ?? reword(present, 1, words, random)) : reword(present, 1, words, random);
}

function splitSentence(text: string, random: Random): readonly [string, string] | null {
  const marks = [...text.matchAll(/[，；,;]\s?/g)]
    .map(({ index }) => index)
    .filter((at) => at > text.length * 0.15 && at < text.length * 0.85);
  const at = pick(marks, random);
  if (at === undefined) return null;
  const [end, rest] = [isChinese(text) ? '。' : '.', text.slice(at + 1).trim()];
  return [`${text.slice(0, at)}${end}`, `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`];
}

function mergeSentences(first: string, second: string): string {
  const joint = isChinese(first) ? '，' : ', and ';
  return `${first.replace(/[.。]$/, '')}${joint}${isChinese(second) ? second : second.charAt(0).toLowerCase() + second.slice(1)}`;
}

/** How the engine compares. */
export function verdictOf(old: readonly string[], fresh: readonly string[]): Verdict {
  const sentences: OldSentence[] = old.map((text, index) => ({ id: String(index), revision: 1, text }));
  const { kept, reworded, split, merged, removed } = compareTexts(sentences, fresh);
  return {
    carried: [...kept, ...reworded].map(({ id, index }) => ({ old: Number(id), index })),
    joins: [
      ...split.map(({ id, into }) => ({ olds: [Number(id)], indexes: into })),
      ...merged.map(({ ids, index }) => ({ olds: ids.map(Number), indexes: [index] })),
    ],
    candidates: removed.flatMap(({ id, candidates: [first] }) => (first ? [{ old: Number(id), index: first.index }] : [])),
  };
}

/** The baseline: a diff of lines (longest common run of equal sentences), changed lines of a gap paired in order. */
export function verdictOfLineDiff(old: readonly string[], fresh: readonly string[]): Verdict {
  const lengths = old.map(() => new Array<number>(fresh.length + 1).fill(0));
  lengths.push(new Array<number>(fresh.length + 1).fill(0));
  for (let a = old.length - 1; a >= 0; a -= 1) {
    for (let b = fresh.length - 1; b >= 0; b -= 1) {
      const row = lengths[a] ?? [];
      row[b] = old[a] === fresh[b] ? 1 + (lengths[a + 1]?.[b + 1] ?? 0) : Math.max(lengths[a + 1]?.[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  const carried: { old: number; index: number }[] = [];
  let [a, b] = [0, 0];
  let gap: { olds: number[]; indexes: number[] } = { olds: [], indexes: [] };
  const closeGap = (): void => {
    gap.olds.forEach((one, index) => {
      const other = gap.indexes[index];
      if (other !== undefined) carried.push({ old: one, index: other });
    });
    gap = { olds: [], indexes: [] };
  };
  while (a < old.length || b < fresh.length) {
    if (a < old.length && b < fresh.length && old[a] === fresh[b]) {
      closeGap();
      carried.push({ old: a, index: b });
      [a, b] = [a + 1, b + 1];
    } else if (b >= fresh.length || (a < old.length && (lengths[a + 1]?.[b] ?? 0) >= (lengths[a]?.[b + 1] ?? 0))) {
      gap.olds.push(a);
      a += 1;
    } else {
      gap.indexes.push(b);
      b += 1;
    }
  }
  closeGap();
  return { carried, joins: [], candidates: [] };
}

export function emptyScore(): Score {
  return {
    moved: 0,
    exchanged: 0,
    untouched: 0,
    untouchedKept: 0,
    reworded: 0,
    rewordedKept: 0,
    joins: 0,
    joinsRight: 0,
    candidates: 0,
    candidatesRight: 0,
  };
}

/** Adds what `verdict` got right and wrong of `edited`. */
export function addScore(score: Score, old: readonly string[], edited: readonly Edited[], { carried, joins, candidates }: Verdict): void {
  const comesFrom = (index: number, old: number): boolean => edited[index]?.origins.includes(old) ?? false;
  const elsewhere = carried.filter((each) => !comesFrom(each.index, each.old));
  score.exchanged += elsewhere.filter((each) => edited[each.index]?.text === old[each.old]).length;
  score.moved += elsewhere.filter((each) => edited[each.index]?.text !== old[each.old]).length;
  for (const [index, { origins, isTouched }] of edited.entries()) {
    const [origin] = origins;
    if (origin === undefined || origins.length > 1) continue;
    if (isTouched && edited.filter((other) => other.origins.includes(origin)).length > 1) continue;
    const isCarried = carried.some((each) => each.old === origin && each.index === index);
    if (isTouched) score.reworded += 1;
    else score.untouched += 1;
    if (isCarried && isTouched) score.rewordedKept += 1;
    if (isCarried && !isTouched) score.untouchedKept += 1;
  }
  score.joins += joins.length;
  score.joinsRight += joins.filter(({ olds, indexes }) => olds.every((one) => indexes.every((index) => comesFrom(index, one)))).length;
  score.candidates += candidates.length;
  score.candidatesRight += candidates.filter((each) => comesFrom(each.index, each.old)).length;
}

export function shuffled<T>(values: readonly T[], random: Random): T[] {
  const next = [...values];
  for (let index = next.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [one, two] = [next[index], next[other]];
    if (one !== undefined && two !== undefined) [next[index], next[other]] = [two, one];
  }
  return next;
}

export function pick<T>(values: readonly T[], random: Random): T | undefined {
  return values[Math.floor(random() * values.length)];
}
