import { idOf, type Language, type Said } from '@westgate/base';
import {
  alignTexts,
  documentOfPath,
  isPlanTextPath,
  type PieceKind,
  type PlanSentence,
  type PlanText,
  planTextPath,
  type Row,
  splitPlanText,
} from '@westgate/domain';
import { textIn } from './expected.ts';
import type { FaultList, Place } from './fault.ts';
import type { FolderFiles } from './files.ts';
import { type LoadedTables, rowsWith } from './load.ts';

/** A document's text in one language, its sentences by {@link spotOf}. Lines that are only a rule hold no sentence and are left out. */
interface Version {
  readonly language: Language;
  readonly file: string;
  readonly split: PlanText;
  readonly sentences: ReadonlyMap<string, PlanSentence>;
}

export type SentenceTexts = Pick<Row<'sentence'>, 'text_zh' | 'text_en'>;
/** The texts of the sentences that have a row, by sentence id, and rows for the sentences of documents that have none. */
export interface SentencesRead {
  readonly texts: ReadonlyMap<string, SentenceTexts>;
  readonly newRows: readonly Row<'sentence'>[];
}

const PLACING = ['id', 'document', 'paragraph', 'position', 'kind', 'text_zh', 'text_en', 'in_text'] as const;
const OF_A_DOCUMENT: Said = { zh: 'words/documents.csv 里有的文件的文本', en: 'the text of a document in words/documents.csv' };
const NO_TEXT: Said = { zh: '没有文本，因为该文件的 wording 是 none', en: 'no text, as the wording of the document is none' };
type PlacedRow = Pick<Row<'sentence'>, (typeof PLACING)[number]>;

/**
 * Finds the text of each sentence. Rows of sentences.csv are matched to the texts by paragraph and position; a document without rows
 * there gets its sentences from the text, with ids `p1s1`…, or `<document>-p1s1` where another document has those. Sentences that are
 * no longer in the text have their words in their row; so has a language of which the document holds no whole text.
 */
export function readSentences(tables: LoadedTables, files: FolderFiles, languages: readonly Language[], faults: FaultList): SentencesRead {
  checkTextFiles(tables, files, languages, faults);
  const rows = rowsWith(tables, 'sentence', PLACING);
  const unplaced = tables.sentence.isComplete ? tables.sentence.rows.length - rows.length : Number.POSITIVE_INFINITY;
  const taken = new Set(tables.sentence.rows.map(({ row }) => row.id));
  const texts = new Map<string, SentenceTexts>();
  const newRows: Row<'sentence'>[] = [];
  for (const { row: document, at } of rowsWith(tables, 'document', ['id', 'wording'])) {
    const own = rows.filter(({ row }) => row.document === document.id && row.in_text);
    for (const { row } of rows) if (row.document === document.id && !row.in_text) texts.set(row.id, row);
    if (document.wording === 'none') {
      const expected = { zh: `不为 none，因为它有 ${own.length} 个句子`, en: `a wording, as ${own.length} sentences stand in it` };
      if (own.length > 0) faults.add('text-mismatch', at, 'wording', expected, 'none');
      continue;
    }
    const versions = readVersions(document, files, languages, faults);
    if (versions.length === 0 || !isAligned(versions, faults)) continue;
    if (own.length === 0 && unplaced === 0) newRows.push(...rowsFor(document.id, versions, taken));
    else for (const [id, text] of matchRows(own, versions, unplaced, faults)) texts.set(id, text);
  }
  return { texts, newRows };
}

function checkTextFiles(tables: LoadedTables, files: FolderFiles, languages: readonly Language[], faults: FaultList): void {
  const wordings = new Map(tables.document.rows.map(({ row }) => [row.id, row.wording]));
  for (const file of files.keys()) {
    if (!isPlanTextPath(file)) continue;
    const at = { file, row: null };
    const document = documentOfPath(file);
    if (!wordings.has(document)) {
      if (tables.document.isComplete) faults.add('unknown-file', at, null, OF_A_DOCUMENT, file);
    } else if (wordings.get(document) === 'none') {
      faults.add('unknown-file', at, null, NO_TEXT, file);
    } else if (!languages.some((language) => file.endsWith(`.${language}.md`))) {
      faults.add('language-not-kept', at, null, textIn(languages), file);
    }
  }
}

function readVersions(
  document: Pick<Row<'document'>, 'id' | 'wording'>,
  files: FolderFiles,
  languages: readonly Language[],
  faults: FaultList,
): readonly Version[] {
  const versions: Version[] = [];
  for (const language of languages) {
    const file = planTextPath(document.id, language);
    const text = files.get(file);
    if (text === undefined) continue;
    const bad = /[\p{Surrogate}\uFFFD]|(?![\t\n])\p{Cc}/u.exec(text);
    if (bad) {
      const found = { zh: `位置 ${bad.index} 的字符损坏`, en: `a broken character at ${bad.index}` };
      faults.add('encoding', { file, row: null }, null, { zh: '读得出的字符', en: 'readable characters' }, found);
    }
    const split = splitPlanText(text);
    const sentences = split.sentences.filter(({ kind }) => kind !== 'rule');
    if (sentences.length === 0) faults.add('no-text', { file, row: null }, null, { zh: '至少一个句子', en: 'at least one sentence' }, text);
    versions.push({ language, file, split, sentences: new Map(bySpot(sentences)) });
  }
  if (versions.length === 0) {
    const file = planTextPath(document.id, languages[0] ?? 'en');
    const { id, wording } = document;
    const expected = { zh: `${id} 的文本，因为它的 wording 是 ${wording}`, en: `the text of ${id}, as its wording is ${wording}` };
    faults.add('missing-file', { file, row: null }, null, expected, '');
  }
  return versions;
}

/** The languages have the same number of sentences in each paragraph. */
function isAligned(versions: readonly Version[], faults: FaultList): boolean {
  const zh = versions.find(({ language }) => language === 'zh');
  const en = versions.find(({ language }) => language === 'en');
  if (!zh || !en) return true;
  const alignment = alignTexts(zh.split, en.split);
  if (alignment.status === 'aligned') return true;
  for (const fault of alignment.faults) {
    const at = { file: zh.file, row: fault.paragraph };
    const expected = { zh: `${fault.en} 句，与 ${en.file} 一致`, en: `${fault.en} sentences as in ${en.file}` };
    const where = fault.paragraph === null ? '全文的来源行' : `第 ${fault.paragraph} 段`;
    const found = { zh: `${fault.zh} 句：${where}中文 ${fault.zh} 句，英文 ${fault.en} 句`, en: `${fault.zh}: ${fault.message}` };
    faults.add('not-aligned', at, null, expected, found);
  }
  return false;
}

/** The texts of a document's rows. `unplaced` rows could not be read: as many sentences may lack a row without being a fault of their own. */
function matchRows(
  own: readonly { readonly row: PlacedRow; readonly at: Place }[],
  versions: readonly Version[],
  unplaced: number,
  faults: FaultList,
): readonly (readonly [string, SentenceTexts])[] {
  const [first] = versions;
  const matched = new Set<string>();
  const texts = bySpot(own.map(({ row, at }) => ({ ...row, at }))).map(([spot, row]): readonly [string, SentenceTexts] => {
    if (!first?.sentences.has(spot) || matched.has(spot)) {
      const expected = matched.has(spot)
        ? { zh: '每个句子一行', en: 'one row a sentence' }
        : { zh: `${first?.file} 里有的句子`, en: `a sentence that stands in ${first?.file}` };
      const { id, paragraph, position } = row;
      const found = { zh: `${id}，第 ${paragraph} 段第 ${position} 句`, en: `${id}, paragraph ${paragraph} sentence ${position}` };
      faults.add('text-mismatch', row.at, 'position', expected, found);
    }
    matched.add(spot);
    for (const { language, file } of versions) checkOnce(row, language, file, faults);
    return [row.id, { ...ownTexts(row, versions), ...textsAt(versions, spot) }];
  });
  const missing = [...(first?.sentences ?? [])].filter(([spot]) => !matched.has(spot));
  for (const [, { paragraph, position, text }] of missing.length > unplaced ? missing : []) {
    const at = { file: first?.file ?? '', row: paragraph };
    const expected = { zh: 'words/sentences.csv 里有一行', en: 'a row in words/sentences.csv' };
    faults.add('text-mismatch', at, null, expected, {
      zh: `第 ${position} 句没有：“${text}”`,
      en: `none for sentence ${position}: ${text}`,
    });
  }
  return texts;
}

/** The words of a sentence stand in the text or in its row, not in both. */
function checkOnce(row: PlacedRow & { readonly at: Place }, language: Language, file: string, faults: FaultList): void {
  const field = `text_${language}` as const;
  if (row[field] !== null)
    faults.add('text-mismatch', row.at, field, { zh: `空，因为文本在 ${file} 里`, en: `nothing, as ${file} holds the text` }, row[field]);
}

/** The words that a row has itself, in the languages of which there is no text. */
function ownTexts(row: PlacedRow, versions: readonly Version[]): SentenceTexts {
  const isElsewhere = (language: Language): boolean => versions.some((version) => version.language === language);
  return { text_zh: isElsewhere('zh') ? null : row.text_zh, text_en: isElsewhere('en') ? null : row.text_en };
}

function rowsFor(document: Row<'document'>['id'], versions: readonly Version[], taken: Set<unknown>): readonly Row<'sentence'>[] {
  const placed = [...(versions[0]?.sentences ?? [])];
  const prefix = placed.some(([, { id }]) => taken.has(id)) ? `${document}-` : '';
  return placed.map(([spot, sentence]) => {
    const id = idOf<'sentence'>(`${prefix}${sentence.id}`);
    taken.add(id);
    return {
      id,
      document,
      paragraph: sentence.paragraph,
      position: sentence.position,
      text_zh: null,
      text_en: null,
      ...textsAt(versions, spot),
      kind: sentence.kind === 'source' ? 'source' : 'promise',
      reason_zh: null,
      reason_en: null,
      checked_zh: false,
      checked_en: false,
      tags: [],
      revision: 1,
      in_text: true,
      rev: 1,
    };
  });
}

/** The words of the sentence at a place, in the languages of which there is a text. */
function textsAt(versions: readonly Version[], spot: string): Partial<SentenceTexts> {
  const texts = versions.map(({ language, sentences }) => [`text_${language}`, onOneLine(sentences.get(spot)?.text ?? null)]);
  return Object.fromEntries(texts);
}

/** A sentence as its row holds it: where its line was broken stands a blank, between Chinese characters nothing. */
export function onOneLine<T extends string | null>(text: T): T | string {
  return text?.replaceAll(/(?<=\p{Script=Han}|[，、；：。])\s*\n\s*(?=\p{Script=Han})/gu, '').replaceAll(/\s*\n\s*/g, ' ') ?? text;
}

interface Spotted {
  readonly paragraph: number;
  readonly position: number;
  readonly kind: PieceKind | Row<'sentence'>['kind'];
}

/** Each sentence with its place in the text: paragraph and position; sources, which no paragraph counts, are numbered in their order. */
function bySpot<S extends Spotted>(sentences: readonly S[]): (readonly [string, S])[] {
  let sources = 0;
  return sentences.map((sentence) => {
    if (sentence.kind === 'source') sources += 1;
    return [sentence.kind === 'source' ? `source ${sources}` : `${sentence.paragraph}.${sentence.position}`, sentence];
  });
}

/** True where each of a document's sentences that are in the text has words in the language: then a file holds them, else their rows do. */
export function isWhole(sentences: readonly Row<'sentence'>[], language: Language): boolean {
  const present = sentences.filter((sentence) => sentence.in_text);
  return present.length > 0 && present.every((sentence) => sentence[`text_${language}`] !== null);
}

/**
 * The text of a document in one language, so written that reading it gives the same sentences; null where there is no whole one.
 * Paragraphs stand between empty lines; a source stands alone, before its paragraph or, when it was met within it, behind.
 */
export function writePlanText(sentences: readonly Row<'sentence'>[], language: Language): string | null {
  if (!isWhole(sentences, language)) return null;
  const blocks = new Map<string, string[]>();
  const inOrder = inTextOrder(sentences.filter((sentence) => sentence.in_text));
  for (const [index, sentence] of inOrder.entries()) {
    const text = language === 'zh' ? sentence.text_zh : sentence.text_en;
    const block = sentence.kind === 'source' ? `source ${index}` : `${sentence.paragraph}`;
    if (text !== null) blocks.set(block, [...(blocks.get(block) ?? []), text]);
  }
  return `${[...blocks.values()].map((texts) => joinParagraph(texts, language)).join('\n\n')}\n`;
}

/** Sentences of one document in the order of its text: by paragraph and position, a source before its paragraph or behind it. */
export function inTextOrder(sentences: readonly Row<'sentence'>[]): readonly Row<'sentence'>[] {
  return [...sentences].sort((a, b) => a.paragraph - b.paragraph || stageOf(a) - stageOf(b) || a.position - b.position);
}

function stageOf({ kind, position }: Row<'sentence'>): number {
  if (kind !== 'source') return 1;
  return position === 1 ? 0 : 2;
}

/** English sentences are joined by a blank, Chinese by nothing; by whatever is read back as the same sentences where these are not. */
function joinParagraph(texts: readonly string[], language: Language): string {
  const joints = language === 'zh' ? ['', ' ', '\n'] : [' ', '', '\n'];
  const isReadBack = (joint: string) => {
    const read = splitPlanText(texts.join(joint)).sentences;
    return read.length === texts.length && read.every(({ text }, index) => text === texts[index]);
  };
  return texts.join(joints.find(isReadBack) ?? '\n');
}
