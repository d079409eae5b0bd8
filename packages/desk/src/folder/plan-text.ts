import { idOf, type Language } from '@westgate/base';
import type { Row } from '@westgate/domain';
import type { FaultList } from './fault.ts';
import type { FolderFiles } from './files.ts';
import { type LoadedTables, wholeRows } from './load.ts';
import { documentOfPath, isPlanTextPath, planTextPath } from './paths.ts';
import { splitPlanText } from './split-shim.ts';

/** A sentence where it stands in one text. */
interface Placed {
  readonly id: string;
  readonly paragraph: number;
  readonly position: number;
  readonly kind: Row<'sentence'>['kind'];
  readonly text: string;
}
/** One text of a document, its sentences by `paragraph.position`. */
interface PlanText {
  readonly language: Language;
  readonly file: string;
  readonly sentences: ReadonlyMap<string, Placed>;
}

/**
 * The sentences of all documents with their texts. Rows of sentences.csv are matched to the texts by paragraph and position; a document
 * without rows there gets its sentences from the text, with ids `p1s1`…, or `<document>-p1s1` where another document has those.
 */
export function readSentences(
  tables: LoadedTables,
  files: FolderFiles,
  languages: readonly Language[],
  faults: FaultList,
): readonly Row<'sentence'>[] {
  checkTextFiles(tables, files, languages, faults);
  const rows = wholeRows(tables, 'sentence').map(({ row }) => row);
  const faultyDocuments = new Set(tables.sentence.filter(({ whole }) => !whole).map(({ row }) => row.document));
  const taken = new Set(tables.sentence.map(({ row }) => row.id));
  const sentences: Row<'sentence'>[] = [];
  for (const { row: document } of wholeRows(tables, 'document')) {
    const own = rows.filter((row) => row.document === document.id);
    const texts = readTexts(document, files, languages, faults);
    if (texts.length === 0 || !isAligned(texts, faults)) sentences.push(...own);
    else if (own.length > 0 || faultyDocuments.has(document.id))
      sentences.push(...matchRows(own, texts, faultyDocuments.has(document.id), faults));
    else sentences.push(...newRows(document.id, texts, taken));
  }
  return sentences;
}

function checkTextFiles(tables: LoadedTables, files: FolderFiles, languages: readonly Language[], faults: FaultList): void {
  const documents = new Map(tables.document.map(({ row }) => [row.id, row.wording]));
  for (const file of files.keys()) {
    if (!isPlanTextPath(file)) continue;
    const document = documentOfPath(file);
    if (!documents.has(document))
      faults.add('unknown-file', { file, row: null }, null, 'the text of a document in words/documents.csv', file);
    else if (documents.get(document) === 'none')
      faults.add('unknown-file', { file, row: null }, null, 'no text, as the wording is none', file);
    else if (!languages.some((language) => file.endsWith(`.${language}.md`))) {
      faults.add('language-not-kept', { file, row: null }, null, `a text in ${languages.join(' or ')}`, file);
    }
  }
}

function readTexts(document: Row<'document'>, files: FolderFiles, languages: readonly Language[], faults: FaultList): readonly PlanText[] {
  if (document.wording === 'none') return [];
  const texts: PlanText[] = [];
  for (const language of languages) {
    const file = planTextPath(document.id, language);
    const text = files.get(file);
    if (text === undefined) continue;
    const bad = /(?:[\p{Surrogate}\uFFFD]|(?![\t\n])\p{Cc})/u.exec(text);
    if (bad) faults.add('encoding', { file, row: null }, null, 'readable characters', `a broken character at ${bad.index}`);
    const sentences = splitPlanText(text).sentences;
    texts.push({
      language,
      file,
      sentences: new Map(sentences.map((sentence) => [spotOf(sentence), { ...sentence, kind: kindOf(sentence.kind) }])),
    });
  }
  if (texts.length === 0) {
    const file = planTextPath(document.id, languages[0] ?? 'en');
    faults.add('missing-file', { file, row: null }, null, `the text of ${document.id}, as its wording is ${document.wording}`, '');
  }
  return texts;
}

/** The languages have the same number of sentences in each paragraph. */
function isAligned(texts: readonly PlanText[], faults: FaultList): boolean {
  const [first, second] = texts;
  if (!first || !second) return true;
  const [counts, others] = [countByParagraph(first), countByParagraph(second)];
  let aligned = true;
  for (const paragraph of new Set([...counts.keys(), ...others.keys()])) {
    const [found, expected] = [counts.get(paragraph) ?? 0, others.get(paragraph) ?? 0];
    if (found === expected) continue;
    aligned = false;
    faults.add(
      'not-aligned',
      { file: first.file, row: paragraph },
      null,
      `${expected} sentences as in ${second.file}`,
      `${found} sentences`,
    );
  }
  return aligned;
}

function countByParagraph({ sentences }: PlanText): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { paragraph } of sentences.values()) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  return counts;
}

function matchRows(
  rows: readonly Row<'sentence'>[],
  texts: readonly PlanText[],
  someRowsAreFaulty: boolean,
  faults: FaultList,
): readonly Row<'sentence'>[] {
  const [text] = texts;
  const matched = new Set<string>();
  for (const row of rows) {
    const spot = spotOf(row);
    if (!text?.sentences.has(spot) || matched.has(spot)) {
      const expected = matched.has(spot) ? 'one row a sentence' : `a sentence that stands in ${text?.file}`;
      faults.add(
        'text-mismatch',
        { file: 'words/sentences.csv', row: null },
        'position',
        expected,
        `${row.id}, paragraph ${row.paragraph} sentence ${row.position}`,
      );
    }
    matched.add(spot);
  }
  for (const [spot, sentence] of text?.sentences ?? []) {
    if (matched.has(spot) || someRowsAreFaulty || !text) continue;
    const at = { file: text.file, row: sentence.paragraph };
    faults.add(
      'text-mismatch',
      at,
      null,
      'a row in words/sentences.csv for each sentence',
      `none for sentence ${sentence.position}: ${sentence.text}`,
    );
  }
  return rows.map((row) => ({ ...row, ...textsAt(texts, spotOf(row)) }));
}

function newRows(document: Row<'document'>['id'], texts: readonly PlanText[], taken: Set<unknown>): readonly Row<'sentence'>[] {
  const placed = [...(texts[0]?.sentences.values() ?? [])];
  const prefix = placed.some(({ id }) => taken.has(id)) ? `${document}-` : '';
  return placed.map((sentence) => {
    const id = idOf<'sentence'>(`${prefix}${sentence.id}`);
    taken.add(id);
    return {
      id,
      document,
      paragraph: sentence.paragraph,
      position: sentence.position,
      ...textsAt(texts, spotOf(sentence)),
      kind: sentence.kind,
      reason_zh: null,
      reason_en: null,
      checked_zh: false,
      checked_en: false,
      tags: [],
      rev: 1,
    };
  });
}

function textsAt(texts: readonly PlanText[], spot: string): Pick<Row<'sentence'>, 'text_zh' | 'text_en'> {
  const textIn = (language: Language) => texts.find((text) => text.language === language)?.sentences.get(spot)?.text ?? null;
  return { text_zh: textIn('zh'), text_en: textIn('en') };
}

function spotOf({ paragraph, position }: { readonly paragraph: number; readonly position: number }): string {
  return `${paragraph}.${position}`;
}

function kindOf(kind: string): Row<'sentence'>['kind'] {
  return kind === 'source' ? 'source' : 'promise';
}

/** The text of a document in one language, so written that reading it gives the same sentences; null where no sentence has one. */
export function writePlanText(sentences: readonly Row<'sentence'>[], language: Language): string | null {
  const paragraphs = new Map<number, string[]>();
  for (const sentence of [...sentences].sort((a, b) => a.paragraph - b.paragraph || a.position - b.position)) {
    const text = language === 'zh' ? sentence.text_zh : sentence.text_en;
    if (text !== null) paragraphs.set(sentence.paragraph, [...(paragraphs.get(sentence.paragraph) ?? []), text]);
  }
  if (paragraphs.size === 0) return null;
  return `${[...paragraphs.values()].map((texts) => joinParagraph(texts, language)).join('\n\n')}\n`;
}

/** English sentences are joined by a blank, Chinese by nothing; where that would be read otherwise (bullets), by a new line. */
function joinParagraph(texts: readonly string[], language: Language): string {
  const joined = texts.join(language === 'zh' ? '' : ' ');
  const read = splitPlanText(joined).sentences;
  return read.length === texts.length && read.every(({ text }, index) => text === texts[index]) ? joined : texts.join('\n');
}
