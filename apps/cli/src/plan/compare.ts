import { existsSync } from 'node:fs';
import { type Language, WestgateError } from '@westgate/base';
import { nounSchema } from '@westgate/contract';
import { type PlanReading, planReadJson } from '@westgate/desk';
import { compareTexts, type OldSentence, type TextComparison } from '@westgate/domain';
import { foldersOf } from '../office/folders.ts';
import { type Office, openOffice } from '../office/office.ts';
import { EXIT, type Input, textOption } from '../terminal/command.ts';
import { aligned, note, say, sayJson } from '../terminal/print.ts';
import { readPlanFile } from './read-plan-file.ts';

/** The text of a document as the data folder holds it, in one language, in order. */
interface HeldText {
  readonly document: string;
  readonly sentences: readonly OldSentence[];
}

/** A sentence of the new text: its id there, where it stands in bytes of UTF-8, and its words. */
interface Spot {
  readonly at: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Tells what became of each sentence of a text, of a file or of a held document, in another. */
export async function comparePlans(input: Input, oldName: string, newFile: string): Promise<number> {
  const fresh = await readPlanFile(newFile);
  const old = await oldSentences(input, oldName, fresh.language);
  const spots = spotsOf(fresh);
  const comparison = compareTexts(
    old,
    spots.map(({ text }) => text),
  );
  if (input.options.json) sayJson(asJson(comparison, old, spots));
  else say(inWords(comparison, old, spots));
  return EXIT.ok;
}

/** The sentences of the old text with their ids: those of the data folder where it holds the text. */
async function oldSentences(input: Input, name: string, language: Language): Promise<readonly OldSentence[]> {
  if (!existsSync(name)) {
    const held = (await heldIn(input, language)).find(({ document }) => document === name);
    if (held && held.sentences.length > 0) return held.sentences;
    const message = `expected a file, or a document that holds a text in ${language}, found neither: ${name}`;
    throw new WestgateError('WG_NOT_FOUND', message, { name, language });
  }
  const reading = await readPlanFile(name);
  const own = spotsOf(reading).map(({ at, text }) => ({ id: at, revision: 1, text }));
  return (await heldWhereThereIs(input, reading.language)).find(({ sentences }) => isSameText(sentences, own))?.sentences ?? own;
}

/** What is held where a data folder or database is named or lies there; nothing is made for it. One that cannot be opened is passed over. */
async function heldWhereThereIs(input: Input, language: Language): Promise<readonly HeldText[]> {
  const { dataDir, databaseUrl } = foldersOf(input);
  const isNamed = textOption(input, 'data') !== undefined;
  if (!existsSync(dataDir) && databaseUrl === undefined) return [];
  try {
    return await heldIn(input, language);
  } catch (error) {
    if (isNamed) throw error;
    note(
      `The data in ${dataDir} could not be looked at, so the ids are those of the file: ${error instanceof Error ? error.message : String(error)}`,
    );
    return [];
  }
}

async function heldIn(input: Input, language: Language): Promise<readonly HeldText[]> {
  const office = await openOffice(foldersOf(input));
  try {
    return await heldTexts(office, language);
  } finally {
    await office.close();
  }
}

function isSameText(held: readonly OldSentence[], own: readonly OldSentence[]): boolean {
  if (held.length !== own.length) return false;
  const { kept } = compareTexts(
    held,
    own.map(({ text }) => text),
  );
  return kept.length === own.length && kept.every(({ id, index }) => held[index]?.id === id);
}

function spotsOf(reading: PlanReading): readonly Spot[] {
  const kinds = new Map(reading.sentences.map(({ id, kind }) => [id, kind]));
  return planReadJson(reading)
    .sentences.filter(({ id }) => kinds.get(id) !== 'rule')
    .map(({ id, start, end, text }) => ({ at: id, start, end, text }));
}

function asJson(comparison: TextComparison, old: readonly OldSentence[], spots: readonly Spot[]): unknown {
  const textOf = (id: string): string => old.find((sentence) => sentence.id === id)?.text ?? '';
  const ofNew = ({ index, similarity }: { readonly index: number; readonly similarity: number }) => ({ at: spots[index]?.at, similarity });
  return {
    kept: comparison.kept.map(({ id, index }) => ({ id, ...spots[index] })),
    reworded: comparison.reworded.map(({ id, revision, similarity, index, rivals }) => ({
      id,
      revision,
      similarity,
      ...spots[index],
      before: textOf(id),
      rivals: { ofOld: rivals.ofOld && ofNew(rivals.ofOld), ofNew: rivals.ofNew },
    })),
    split: comparison.split.map(({ id, into, similarity }) => ({
      id,
      similarity,
      into: into.map((index) => spots[index]),
      before: textOf(id),
    })),
    merged: comparison.merged.map(({ ids, index, similarity }) => ({ ids, similarity, ...spots[index] })),
    added: comparison.added.map(({ index, candidates }) => ({ ...spots[index], candidates })),
    removed: comparison.removed.map(({ id, candidates }) => ({ id, text: textOf(id), candidates: candidates.map(ofNew) })),
  };
}

function inWords(comparison: TextComparison, old: readonly OldSentence[], spots: readonly Spot[]): string {
  const { kept, reworded, split, merged, added, removed } = comparison;
  const textOf = (id: string): string => shortened(old.find((sentence) => sentence.id === id)?.text ?? '');
  const newText = (index: number): string => shortened(spots[index]?.text ?? '');
  const at = (index: number): string => spots[index]?.at ?? '';
  const perhaps = (names: readonly string[]): string => (names.length === 0 ? '' : `perhaps ${names.join(', ')}`);
  const rows = [
    ...reworded.map(({ id, revision, index, similarity }) => [
      'reworded',
      id,
      `now ${at(index)}, revision ${revision}, ${similarity}`,
      newText(index),
    ]),
    ...split.map(({ id, into }) => ['split', id, `into ${into.map(at).join(', ')}`, textOf(id)]),
    ...merged.map(({ ids, index }) => ['merged', ids.join(', '), `into ${at(index)}`, newText(index)]),
    ...removed.map(({ id, candidates }) => ['removed', id, perhaps(candidates.map(({ index }) => at(index))), textOf(id)]),
    ...added.map(({ index, candidates }) => ['added', at(index), perhaps(candidates.map(({ id }) => id)), newText(index)]),
  ];
  const counts = `${kept.length} kept, ${reworded.length} reworded, ${split.length} split, ${merged.length} merged, ${added.length} added, ${removed.length} removed`;
  return rows.length === 0 ? counts : `${aligned(rows)}\n${counts}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** Every text that is held in a language. Documents of which a sentence has no words in it are left out. */
async function heldTexts(office: Office, language: Language): Promise<readonly HeldText[]> {
  const texts = new Map<string, (OldSentence | null)[]>();
  let after: string | null = '';
  while (after !== null) {
    const page = nounSchema.sentencePage.parse(
      await office.get(`/api/v1/sentences?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`),
    );
    for (const { id, document, revision, text } of page.items) {
      const words = text[language];
      texts.set(document, [...(texts.get(document) ?? []), words === null ? null : { id, revision, text: words }]);
    }
    after = page.next;
  }
  return [...texts].flatMap(([document, sentences]) => {
    const whole = sentences.filter((sentence) => sentence !== null);
    return whole.length === sentences.length ? [{ document, sentences: whole }] : [];
  });
}
