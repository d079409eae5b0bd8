import type { Language } from '@westgate/base';
import { fieldsOf, keyOf, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import type { Check, Ground } from './check.ts';
import { noneBeside, textIn } from './expected.ts';
import type { FaultList, Place } from './fault.ts';
import { type Loaded, type LoadedTables, rowsWith } from './load.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
/** Pairs that must be filled in one language, beside the `named` pair of each table. */
const ALSO_NEEDED: Partial<Record<TableName, string>> = { commitment: 'clause', mention: 'phrase' };

/**
 * Pairs of texts: none in a language the district does not keep, and the needed ones in at least one that it keeps. Reports are passed over:
 * they stay as they were made when the district drops a language.
 */
export const TEXT_CHECKS: readonly Check[] = [
  ...TABLE_NAMES.filter((name) => name !== 'report').map(
    (of): Check => ({ of, look: (rows, { district: { languages } }, faults) => languages && checkTexts(of, rows, languages, faults) }),
  ),
  checkClauses,
];

function checkTexts(name: TableName, rows: readonly Loaded[], languages: readonly Language[], faults: FaultList): void {
  const refused = LANGUAGES.filter((language) => !languages.includes(language));
  const pairs = Object.keys(fieldsOf(name)).flatMap((column) =>
    column.endsWith('_zh') && column !== 'checked_zh' ? [column.slice(0, -3)] : [],
  );
  const definition: { readonly named?: string } = TABLES[name];
  const needed = [definition.named, ALSO_NEEDED[name]];
  for (const { row, at, faulty } of rows) {
    for (const pair of pairs) {
      for (const language of refused) {
        const found = row[`${pair}_${language}`];
        if (found === null) continue;
        faults.add('language-not-kept', at, `${pair}_${language}`, noneBeside(languages), String(found));
      }
      if (!needed.includes(pair) || isFaulty(pair, faulty) || languages.some((language) => row[`${pair}_${language}`] !== null)) continue;
      faults.add('no-text', at, `${pair}_${languages[0] ?? 'en'}`, textIn(languages), '');
    }
  }
}

/**
 * Clauses and phrases stand exactly once in their sentence. Passed over are sentences whose text could not be read, and clauses and phrases
 * that a question of a replaced text still asks for.
 */
function checkClauses(tables: LoadedTables, { texts }: Ground, faults: FaultList): void {
  const asked = askedFor(tables);
  for (const { row, at } of rowsWith(tables, 'commitment', ['id', 'sentence', 'clause_zh', 'clause_en'])) {
    const sentence = texts.get(row.sentence);
    if (!sentence || asked.has(row.id)) continue;
    checkPart(row.clause_zh, sentence.text_zh, { at, field: 'clause_zh' }, faults);
    checkPart(row.clause_en, sentence.text_en, { at, field: 'clause_en' }, faults);
  }
  for (const { row, at } of rowsWith(tables, 'mention', ['sentence', 'thing_kind', 'thing_id', 'phrase_zh', 'phrase_en'])) {
    const sentence = texts.get(row.sentence);
    if (!sentence || asked.has(keyOf('mention', row))) continue;
    checkPart(row.phrase_zh, sentence.text_zh, { at, field: 'phrase_zh' }, faults);
    checkPart(row.phrase_en, sentence.text_en, { at, field: 'phrase_en' }, faults);
  }
}

/** Commitments and mentions (by key) whose words are still looked for. */
function askedFor(tables: LoadedTables): ReadonlySet<string> {
  const questions = rowsWith(tables, 'text_question', ['sentence', 'commitment', 'mention_kind', 'mention_id']);
  return new Set(questions.map(({ row }) => row.commitment ?? `${row.sentence}|${row.mention_kind}|${row.mention_id}`));
}

function isFaulty(pair: string, faulty: ReadonlySet<string>): boolean {
  return LANGUAGES.some((language) => faulty.has(`${pair}_${language}`));
}

function checkPart(
  part: string | null,
  whole: string | null,
  { at, field }: { readonly at: Place; readonly field: string },
  faults: FaultList,
): void {
  if (part === null) return;
  const first = whole?.indexOf(part) ?? -1;
  if (first < 0) {
    const expected = { zh: `句子“${whole ?? ''}”里有的文字`, en: `words that stand in the sentence “${whole ?? ''}”` };
    faults.add('phrase-not-found', at, field, expected, part);
  } else if (whole?.includes(part, first + 1)) {
    faults.add('phrase-ambiguous', at, field, { zh: '句中只出现一次的文字', en: 'words that stand once in the sentence' }, part);
  }
}
