import { type Language, periodSpan } from '@westgate/base';
import { compareTexts, findWords, type Register, type Row } from '@westgate/domain';
import { bareText } from '../common/flat-text.ts';
import type { SheetRecipe } from '../common/sheet-recipe.ts';

/** A task that looks for the commitment it is. */
export interface SoughtTask {
  /** The id in the sheet, where it has one. */
  readonly id: string | null;
  readonly task: string;
  /** The words of the plan beside it, where the sheet has them. */
  readonly sentence: string | null;
}

/** What was found for a task. */
export interface TaskMatch {
  readonly commitment: Row<'commitment'> | null;
  readonly matchedBy: 'id' | 'words' | 'likeness' | null;
  /** Where there is no commitment: the sentence that holds the words. */
  readonly sentence: Row<'sentence'> | null;
  /** The words of the task, letter by letter as in that sentence. */
  readonly clause: string | null;
  /** Ids of sentences it may be promised in. */
  readonly candidates: readonly string[];
}

/** Pairs of words that are compared for likeness: more would take minutes. */
const MOST_PAIRS = 1_000_000;
/** Sentences times tasks that are searched through letter by letter. */
const MOST_SEARCHES = 400_000;
const NOTHING: TaskMatch = { commitment: null, matchedBy: null, sentence: null, clause: null, candidates: [] };

/**
 * Finds for each task the commitment it is: by the id in the row, else by equal words among the commitments of the recipe's plan (where it names
 * none, of all plans that may be of the sheet's year: the same task of another year is another commitment), else, where the sheet is the plan, by likeness and order. A commitment is found once. For tasks that are new, the
 * sentence of the plan that holds their words.
 */
export function matchTasks(
  register: Register,
  recipe: SheetRecipe,
  tasks: readonly SoughtTask[],
  { language, year }: { readonly language: Language; readonly year: number | null },
): readonly TaskMatch[] {
  const found: TaskMatch[] = tasks.map(() => NOTHING);
  const taken = new Set<string>();
  const take = (index: number, commitment: Row<'commitment'>, matchedBy: TaskMatch['matchedBy']): void => {
    found[index] = { ...NOTHING, commitment, matchedBy };
    taken.add(commitment.id);
  };
  for (const [index, { id }] of tasks.entries()) {
    const commitment = id === null ? undefined : register.commitment.get(id);
    if (commitment && !taken.has(commitment.id)) take(index, commitment, 'id');
  }
  const isOpen = (index: number): boolean => found[index]?.commitment === null && tasks[index]?.id === null;
  const pool = [...register.commitment.values()].filter((each) => {
    const document = documentOf(register, each);
    return recipe.document === null ? isOfYear(register, document, year) : document === recipe.document;
  });
  const byWords = wordIndex(register, pool);
  for (const [index, { task }] of tasks.entries()) {
    const same = isOpen(index) ? byWords.get(bareText(task))?.find(({ id }) => !taken.has(id)) : undefined;
    if (same) take(index, same, 'words');
  }
  if (recipe.document !== null && recipe.addsSentences) {
    const left = pool.filter(({ id }) => !taken.has(id));
    const open = tasks.flatMap((_, index) => (isOpen(index) ? [index] : []));
    if (left.length * open.length <= MOST_PAIRS) {
      const old = left.map((each) => ({ id: each.id, revision: 1, text: each[`clause_${language}`] ?? each[`title_${language}`] ?? '' }));
      for (const { id, index } of compareTexts(
        old,
        open.map((at) => tasks[at]?.task ?? ''),
      ).reworded) {
        const commitment = register.commitment.get(id);
        const at = open[index];
        if (commitment && at !== undefined) take(at, commitment, 'likeness');
      }
    }
  }
  const sentences = sentencesOf(register, recipe.document);
  const isSearched = sentences.length * tasks.length <= MOST_SEARCHES;
  for (const [index, task] of tasks.entries()) {
    if (isOpen(index)) found[index] = sentenceFor(task, sentences, language, isSearched);
  }
  return found;
}

/** True where a plan covers the year of the sheet, or one of them is not known. */
function isOfYear(register: Register, document: string | null, year: number | null): boolean {
  const covers = document === null ? null : (register.document.get(document)?.covers ?? null);
  if (covers === null || year === null) return true;
  const [first, last] = periodSpan(covers);
  return Number(first.slice(0, 4)) <= year && year <= Number(last.slice(0, 4));
}

/** The plan a commitment is promised in. */
export function documentOf(register: Register, commitment: Row<'commitment'>): string | null {
  return register.sentence.get(commitment.sentence)?.document ?? null;
}

/** Commitments by their clauses and titles, and by all words of a paragraph of which they are the only one. */
function wordIndex(register: Register, pool: readonly Row<'commitment'>[]): ReadonlyMap<string, readonly Row<'commitment'>[]> {
  const index = new Map<string, Row<'commitment'>[]>();
  const paragraphs = paragraphWords(register, pool);
  for (const commitment of pool) {
    const { clause_zh, clause_en, title_zh, title_en } = commitment;
    const whole = paragraphs.get(paragraphOf(register.sentence.get(commitment.sentence)));
    const words = new Set([clause_zh, clause_en, title_zh, title_en, whole?.zh, whole?.en].map((text) => bareText(text ?? '')));
    words.delete('');
    for (const key of words) {
      const held = index.get(key);
      if (held) held.push(commitment);
      else index.set(key, [commitment]);
    }
  }
  return index;
}

interface ParagraphWords {
  readonly zh: string;
  readonly en: string;
}

/** The words of the paragraphs that hold one of these commitments and no other. */
function paragraphWords(register: Register, pool: readonly Row<'commitment'>[]): ReadonlyMap<string, ParagraphWords> {
  const counts = new Map<string, number>();
  for (const { sentence } of pool) {
    const key = paragraphOf(register.sentence.get(sentence));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const words = new Map<string, ParagraphWords>();
  for (const sentence of register.sentence.values()) {
    const key = paragraphOf(sentence);
    if (!sentence.in_text || counts.get(key) !== 1) continue;
    const held = words.get(key) ?? { zh: '', en: '' };
    words.set(key, { zh: held.zh + (sentence.text_zh ?? ''), en: held.en + (sentence.text_en ?? '') });
  }
  return words;
}

function paragraphOf(sentence: Row<'sentence'> | undefined): string {
  return sentence ? `${sentence.document} ${sentence.paragraph}` : '';
}

interface HeldSentence {
  readonly row: Row<'sentence'>;
  readonly bare: string;
}

function sentencesOf(register: Register, document: string | null): readonly HeldSentence[] {
  const rows = [...register.sentence.values()].filter(
    (row) => row.in_text && row.kind !== 'source' && (document === null || row.document === document),
  );
  return rows.flatMap((row) => [row.text_zh, row.text_en].flatMap((text) => (text === null ? [] : [{ row, bare: bareText(text) }])));
}

/** The one sentence that the sheet quotes, or that holds the words of the task; else those that are like them. */
function sentenceFor(
  { task, sentence }: SoughtTask,
  sentences: readonly HeldSentence[],
  language: Language,
  isSearched: boolean,
): TaskMatch {
  const quoted = bareText(sentence ?? '');
  const words = bareText(task);
  const byQuote = quoted === '' ? [] : sentences.filter(({ bare }) => bare === quoted);
  const byWords = byQuote.length === 1 || words.length < 6 ? byQuote : sentences.filter(({ bare }) => bare.includes(words));
  const [only] = byWords;
  if (byWords.length === 1 && only) {
    const text = only.row[`text_${language}`] ?? '';
    const place = findWords(text, task, 0.6);
    const there = place === null ? text : text.slice(place.start, place.end);
    const isOnce = there !== '' && text.indexOf(there) === text.lastIndexOf(there);
    return { ...NOTHING, sentence: only.row, clause: isOnce ? there : text };
  }
  if (!isSearched || byWords.length > 1) return { ...NOTHING, candidates: byWords.slice(0, 3).map(({ row }) => row.id) };
  const likes = sentences.flatMap(({ row }) => {
    const place = findWords(row[`text_${language}`] ?? '', task, 0.4);
    return place === null ? [] : [{ id: row.id, similarity: place.similarity }];
  });
  return {
    ...NOTHING,
    candidates: likes
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, 3)
      .map(({ id }) => id),
  };
}
