import type { Language } from '@westgate/base';
import { fieldsOf, type Row, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import type { FaultList, Place } from './fault.ts';
import { type LoadedTables, wholeRows } from './load.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
/** Pairs that must be filled in one language, beside the `named` pair of each table. */
const ALSO_NEEDED: Partial<Record<TableName, string>> = { commitment: 'clause', mention: 'phrase' };

/** Pairs of texts: none in a language the district does not keep, and the needed ones in at least one that it keeps. */
export function checkTexts(tables: LoadedTables, languages: readonly Language[], faults: FaultList): void {
  const refused = LANGUAGES.filter((language) => !languages.includes(language));
  for (const name of TABLE_NAMES) {
    const pairs = Object.keys(fieldsOf(name)).flatMap((column) =>
      column.endsWith('_zh') && column !== 'checked_zh' ? [column.slice(0, -3)] : [],
    );
    const definition: { readonly named?: string } = TABLES[name];
    const needed = [definition.named, ALSO_NEEDED[name]];
    for (const { row, at, whole } of tables[name].rows) {
      for (const pair of pairs) {
        for (const language of refused) {
          const found = row[`${pair}_${language}`];
          if (found === null) continue;
          faults.add(
            'language-not-kept',
            at,
            `${pair}_${language}`,
            `nothing: the district keeps ${languages.join(' and ')}`,
            String(found),
          );
        }
        if (!whole || !needed.includes(pair) || languages.some((language) => row[`${pair}_${language}`] !== null)) continue;
        faults.add('no-text', at, `${pair}_${languages[0] ?? 'en'}`, `a text in ${languages.join(' or ')}`, '');
      }
    }
  }
}

/** Clauses and phrases stand exactly once in their sentence. Sentences whose text could not be read are passed over. */
export function checkClauses(tables: LoadedTables, sentences: ReadonlyMap<string, Row<'sentence'>>, faults: FaultList): void {
  for (const { row, at } of wholeRows(tables, 'commitment')) {
    const sentence = sentences.get(row.sentence);
    if (!sentence || !hasText(sentence)) continue;
    checkPart(row.clause_zh, sentence.text_zh, { at, field: 'clause_zh' }, faults);
    checkPart(row.clause_en, sentence.text_en, { at, field: 'clause_en' }, faults);
  }
  for (const { row, at } of wholeRows(tables, 'mention')) {
    const sentence = sentences.get(row.sentence);
    if (!sentence || !hasText(sentence)) continue;
    checkPart(row.phrase_zh, sentence.text_zh, { at, field: 'phrase_zh' }, faults);
    checkPart(row.phrase_en, sentence.text_en, { at, field: 'phrase_en' }, faults);
  }
}

function hasText({ text_zh, text_en }: Row<'sentence'>): boolean {
  return text_zh !== null || text_en !== null;
}

function checkPart(
  part: string | null,
  whole: string | null,
  { at, field }: { readonly at: Place; readonly field: string },
  faults: FaultList,
): void {
  if (part === null) return;
  const first = whole?.indexOf(part) ?? -1;
  if (first < 0) faults.add('phrase-not-found', at, field, `words that stand in the sentence “${whole ?? ''}”`, part);
  else if (whole?.includes(part, first + 1)) faults.add('phrase-ambiguous', at, field, 'words that stand once in the sentence', part);
}
