import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { invariant } from '@westgate/base';
import { type Term, vocabulary } from '@westgate/domain';
import { readCsv } from '../../folder/csv.ts';
import { FaultList } from '../../folder/fault.ts';

const FOLDER = fileURLToPath(new URL('../../../../vocabulary/', import.meta.url));
const FILES = ['verbs.csv', 'words.csv', 'amounts.csv', 'dates.csv'];
const COLUMNS = ['kind', 'language', 'words', 'meaning'];

let held: readonly Term[] | null = null;

/** The words that plans of every district are read with, in both languages, from packages/desk/vocabulary. Read once. */
export function generalTerms(): readonly Term[] {
  held ??= FILES.flatMap(readTerms);
  return held;
}

function readTerms(file: string): readonly Term[] {
  const faults = new FaultList();
  const { rows } = readCsv(file, readFileSync(`${FOLDER}${file}`, 'utf8'), COLUMNS, faults);
  invariant(faults.total === 0, `the vocabulary is well formed: ${faults.faults[0]?.message}`);
  return rows.map(({ at, values }) => {
    const kind = vocabulary.TERM_KINDS.find((each) => each === values.kind);
    const language = (['zh', 'en'] as const).find((each) => each === values.language);
    invariant(kind !== undefined && language !== undefined, `${file}, row ${at.row}: a kind and a language of the vocabulary`);
    return { kind, language, words: String(values.words), meaning: String(values.meaning ?? ''), origin: 'general' };
  });
}
