import { type InstantString, WestgateError } from '@westgate/base';
import type { DeedSummary } from '../journal/deed.ts';
import { type Finding, isAllProven } from './finding.ts';
import { parseSpans, type Span, spansInWords, spansText } from './span.ts';

/** The verb of the deed that records what was chosen about a damaged journal: it changes no row, and cannot be taken back. */
export const MEND_JOURNAL = 'mend-journal';

/** `rewrite`: write again what is proven. `give-up`: the same, and go on without the deeds that nothing holds. `give-up-names`: without keys of persons. */
export type MendWay = 'rewrite' | 'give-up' | 'give-up-names';

/** What somebody chooses. */
export interface MendChoice {
  readonly way: MendWay;
  /** As it is stored. */
  readonly who: string;
  /** In the words of the person; not empty. */
  readonly reason: string;
}

/** A choice that was made, as its deed tells it for good. */
export interface Mended {
  readonly seq: number;
  readonly at: InstantString;
  /** Null where that person was erased since. */
  readonly who: string | null;
  readonly reason: string;
  readonly way: MendWay;
  readonly rewritten: readonly Span[];
  /** Deeds that were given up, those among them that rested on lost ones. */
  readonly givenUp: readonly Span[];
}

/** The idempotency key of the deed for a choice: what was done, in a form that {@link mendedIn} reads. */
export function mendKey(way: MendWay, finding: Pick<Finding, 'at' | 'fromDatabase' | 'lost' | 'resting'>): string {
  const givenUp = [...finding.lost, ...finding.resting].sort((a, b) => a.from - b.from);
  return `${MEND_JOURNAL} ${way} rewritten:${spansText(finding.fromDatabase)} given-up:${spansText(givenUp)} found:${finding.at}`;
}

/** What a deed chose about the journal; null for every other deed. */
export function mendedIn({ seq, at, who, verb, reason, idem }: DeedSummary): Mended | null {
  if (verb !== MEND_JOURNAL || idem === null) return null;
  const parts = /^mend-journal (rewrite|give-up|give-up-names) rewritten:([\d,-]*) given-up:([\d,-]*) found:/.exec(idem);
  if (!parts) return null;
  const way = parts[1] === 'rewrite' ? 'rewrite' : parts[1] === 'give-up' ? 'give-up' : 'give-up-names';
  return { seq, at, who, reason, way, rewritten: parseSpans(parts[2] ?? ''), givenUp: parseSpans(parts[3] ?? '') };
}

/** What is to be told for good of deeds that were given up; null where none were. */
export function givenUpInWords({ seq, at, who, givenUp, way }: Mended): string | null {
  const by = `chosen by ${who ?? 'an erased person'} on ${at.slice(0, 10)} (deed ${seq})`;
  if (way === 'give-up-names') return `Names of persons are lost with their keys: ${by}.`;
  return givenUp.length === 0 ? null : `Lost: ${spansInWords(givenUp)}, ${by}.`;
}

/** Refuses a way that does not fit what was found, and a choice without a reason. */
export function requireFitting(way: MendWay, reason: string, finding: Finding | null): asserts finding is Finding {
  if (reason.trim() === '')
    throw new WestgateError('WG_INPUT_INVALID', 'expected a reason: it stands in the journal for good', { field: 'reason' });
  if (!finding) throw new WestgateError('WG_INPUT_INVALID', 'the journal holds every deed: there is nothing to mend');
  if (way === 'rewrite' && !isAllProven(finding)) {
    const message = `${spansInWords([...finding.lost, ...finding.resting])} cannot be written again: restore a backup that holds them, or choose give-up`;
    throw new WestgateError('WG_INPUT_INVALID', message, { lost: finding.lost, resting: finding.resting });
  }
  if (way === 'give-up' && isAllProven(finding)) {
    throw new WestgateError('WG_INPUT_INVALID', 'every deed is proven: choose rewrite, and none is lost');
  }
}
