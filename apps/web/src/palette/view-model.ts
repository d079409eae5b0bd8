import { inLanguage, type Language, onlyMark } from '@westgate/base';
import type { SearchResult } from '@westgate/contract';
import { LINKED_KINDS } from '@westgate/domain';
import type { RecordKind } from '../api/form-kinds.ts';

/** A result of the search. */
export type Hit = SearchResult['items'][number];

/** The kinds that may be searched alone, in the order of their counts; `null` = all. */
export const SCOPES: readonly (RecordKind | null)[] = [null, ...LINKED_KINDS];

/** The scope after `scope`, before it when `step` is negative; round at the ends. */
export function scopeAfter(scope: RecordKind | null, step: 1 | -1): RecordKind | null {
  const index = SCOPES.indexOf(scope);
  return SCOPES[(index + step + SCOPES.length) % SCOPES.length] ?? null;
}

/** Hits in a scope, 0 included. */
export function scopeCount(counts: SearchResult['counts'], scope: RecordKind | null): number {
  return scope === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : (counts[scope] ?? 0);
}

/** A title cut where the search matched it. */
export interface MarkedTitle {
  readonly before: string;
  readonly found: string;
  readonly after: string;
  /** What matched, where that is not the title shown: another language, another field. */
  readonly beside: string | null;
}

const LONGEST = 64;
const LEAD = 18;

/** The name of a hit with the match marked in it; a long text is cut so that the match is seen. */
export function markedTitle(hit: Hit, language: Language): MarkedTitle {
  const title = inLanguage(hit.thing.name, language) ?? hit.thing.id;
  const mark = onlyMark(hit.thing.name, language);
  const { text, start, end } = hit.match;
  if (text !== title) return { before: `${shortened(title)}${mark}`, found: '', after: '', beside: text };
  const from = end > LONGEST ? Math.max(0, start - LEAD) : 0;
  const after = text.slice(end, Math.max(from + LONGEST, end));
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
    found: text.slice(start, end),
    after: end + after.length < text.length ? `${after}…${mark}` : `${after}${mark}`,
    beside: null,
  };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The row after `row` among `count` rows, kept inside. */
export function rowAfter(row: number, step: number, count: number): number {
  return Math.min(Math.max(row + step, 0), Math.max(count - 1, 0));
}

/** Something that may be done or made, found by its name. */
export interface Command {
  readonly id: string;
  /** The kind of record that it makes; null where it does something here. */
  readonly kind: RecordKind | 'source' | null;
  /** What it is called on the screen. */
  readonly text: string;
  readonly act: () => void;
}

/** The commands whose name holds every word typed; all of them while nothing is typed. */
export function commandsFor<C extends Pick<Command, 'text'>>(all: readonly C[], typed: string): readonly C[] {
  const words = typed.toLowerCase().split(/\s+/);
  return all.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
}
