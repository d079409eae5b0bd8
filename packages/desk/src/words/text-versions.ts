import { noSuch, WestgateError } from '@westgate/base';
import type { AnyRow, Change, Register, Row, TextComparison } from '@westgate/domain';
import type { DeedSummary, Store } from '@westgate/store';
import { inTextOrder } from '../folder/plan-text.ts';
import { withWorkers } from '../jobs/work-needed.ts';
import { comparedTexts } from './compared-texts.ts';
import { type PlacedSentence, placedOf } from './placed-sentence.ts';

/** A text that a plan had: the deed that made it so, and how many sentences it had. */
export interface TextVersion {
  readonly seq: number;
  readonly at: string;
  readonly who: string | null;
  readonly verb: string;
  readonly reason: string;
  readonly sentenceCount: number;
}

/** Two versions of a text, and what became of each sentence of the first in the second. */
export interface VersionDiff {
  readonly comparison: TextComparison;
  readonly before: readonly PlacedSentence[];
  readonly sentences: readonly PlacedSentence[];
}

interface HeldVersion extends TextVersion {
  readonly rows: readonly Row<'sentence'>[];
}

/** Verbs of deeds that leave every text as it is: they need not be looked through. */
const NOT_OF_TEXT: ReadonlySet<string> = new Set(['record-outcome', 'revise', 'withdraw', 'create', 'merge', 'edit', 'erase-person']);
const DEEDS_AT_ONCE = 500;
/** Deeds that are looked through, from the last one back. */
const MOST_DEEDS = 5_000;
const IN_TEXT: readonly string[] = ['paragraph', 'position', 'text_zh', 'text_en', 'in_text'];

/** What the versions are told from: never a whole deed, which may be that of a whole district. */
interface Told extends Pick<Store, 'changesTo'> {
  readonly register: Register;
  readonly seq: number;
  deeds(limit: number, before?: number): Promise<readonly DeedSummary[]>;
}

/** What deeds did to sentences, as far as it was asked for: a deed never changes. */
const knownOf = new WeakMap<Told, Map<number, readonly Change[]>>();

/** The texts a plan has had since it was brought in, the present one first, as far as the last 5,000 deeds tell. Throws `WG_NOT_FOUND`. */
export async function textVersions(desk: Told, document: string): Promise<readonly TextVersion[]> {
  return (await heldVersions(desk, document)).map(({ rows: _rows, ...version }) => version);
}

/** The versions of a plan that the deeds `from` and `to` made, side by side. Throws `WG_NOT_FOUND` where they made none of it. */
export async function diffVersions(desk: Told, document: string, from: number, to: number): Promise<VersionDiff> {
  const versions = await heldVersions(desk, document);
  const rowsAt = (seq: number): readonly Row<'sentence'>[] => {
    const version = versions.find((each) => each.seq === seq);
    if (version) return version.rows;
    throw new WestgateError('WG_NOT_FOUND', `deed ${seq} made no version of ${document}`, { seq, id: document });
  };
  const [old, fresh] = [rowsAt(from), rowsAt(to)];
  const comparison = await withWorkers(() =>
    comparedTexts(
      old.map((row) => ({ id: row.id, revision: row.revision, text: wordsOf(row) })),
      fresh.map(wordsOf),
    ),
  );
  return { comparison, before: old.map(placedOf), sentences: fresh.map(placedOf) };
}

async function heldVersions(desk: Told, document: string): Promise<readonly HeldVersion[]> {
  const { register, seq } = desk;
  if (!register.document.has(document)) throw new WestgateError('WG_NOT_FOUND', noSuch('document', document), { id: document });
  const rows = new Map([...register.sentence].filter(([, row]) => row.document === document));
  const versions: HeldVersion[] = [];
  for (const summary of await deedsOfText(desk, seq)) {
    const changes = (await sentenceChanges(desk, summary.seq)).filter(({ before, after }) => (after ?? before)?.document === document);
    if (changes.some(isOfText)) versions.push(versionOf(summary, [...rows.values()]));
    for (const { key, before } of changes) {
      if (before) rows.set(key, before as unknown as Row<'sentence'>);
      else rows.delete(key);
    }
    if (rows.size === 0) break;
  }
  return versions.filter(({ sentenceCount }) => sentenceCount > 0);
}

function versionOf({ seq, at, who, verb, reason }: DeedSummary, rows: readonly Row<'sentence'>[]): HeldVersion {
  const text = inTextOrder(rows.filter(({ in_text }) => in_text));
  return { seq, at, who, verb, reason, sentenceCount: text.filter(({ kind }) => kind !== 'source').length, rows: text };
}

async function deedsOfText(desk: Told, last: number): Promise<readonly DeedSummary[]> {
  const found: DeedSummary[] = [];
  for (let before = last + 1; before > 1 && last - before < MOST_DEEDS; ) {
    const deeds = await desk.deeds(DEEDS_AT_ONCE, before);
    found.push(...deeds.filter(({ verb }) => !NOT_OF_TEXT.has(verb)));
    const first = deeds.at(-1);
    if (!first || deeds.length < DEEDS_AT_ONCE) break;
    before = first.seq;
  }
  return found;
}

async function sentenceChanges(desk: Told, seq: number): Promise<readonly Change[]> {
  const known = knownOf.get(desk) ?? new Map<number, readonly Change[]>();
  knownOf.set(desk, known);
  const held = known.get(seq);
  if (held) return held;
  const changes = await desk.changesTo('sentence', seq);
  known.set(seq, changes);
  return changes;
}

function isOfText({ before, after }: Change): boolean {
  const shown = (row: AnyRow | null): boolean => row?.in_text === true;
  if (!shown(before) && !shown(after)) return false;
  return IN_TEXT.some((column) => before?.[column] !== after?.[column]);
}

function wordsOf({ text_zh, text_en }: Row<'sentence'>): string {
  return [text_zh, text_en].filter((text) => text !== null).join('\n');
}
