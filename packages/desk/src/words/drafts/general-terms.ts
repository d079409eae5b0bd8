import { invariant } from '@westgate/base';
import { type Term, vocabulary } from '@westgate/domain';
import { vocabularyRows } from './vocabulary-rows.ts';

const FILES = ['verbs.csv', 'words.csv', 'amounts.csv', 'dates.csv'];
const COLUMNS = ['kind', 'language', 'words', 'meaning'];

let held: readonly Term[] | null = null;

/** The words that plans of every district are read with, in both languages, from packages/desk/vocabulary. Read once. */
export function generalTerms(): readonly Term[] {
  held ??= FILES.flatMap(readTerms);
  return held;
}

function readTerms(file: string): readonly Term[] {
  return vocabularyRows(file, COLUMNS).map(({ at, values }) => {
    const kind = vocabulary.TERM_KINDS.find((each) => each === values.kind);
    const language = (['zh', 'en'] as const).find((each) => each === values.language);
    invariant(kind !== undefined && language !== undefined, `${file}, row ${at.row}: a kind and a language of the vocabulary`);
    return { kind, language, words: String(values.words), meaning: String(values.meaning ?? ''), origin: 'general' };
  });
}
