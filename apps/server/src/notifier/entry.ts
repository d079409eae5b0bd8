import type { DayString, InstantString } from '@westgate/base';
import type { noticeSchema } from '@westgate/contract';
import type { OwedNotice, Recipient, RecordNotice } from '@westgate/domain';
import type { Periods } from '../running/periods.ts';
import type { FaultShown } from './sending-fault.ts';

/** A notice of a report as it is kept until it is sent: which one it is, and nothing of what it says. */
type ReportMark = Pick<RecordNotice, 'kind' | 'id' | 'name' | 'first' | 'dueOn'>;
/** The same of what waits for someone. */
export type OwedMark = Pick<OwedNotice, 'kind' | 'id' | 'mark'>;
export type Mark = ReportMark | OwedMark;

/**
 * What becomes of an entry. `waiting`: it is to be sent. `sending`: it is being handed over. `sent`. `failed`: it was refused too often.
 * `unknown`: the connection broke when it may have been taken; it is not sent again by itself. `dropped`: nothing in it needs to be told any more.
 */
export type EntryState = (typeof noticeSchema.SENDING_STATES)[number];

/** One digest of one day for one recipient. What it says is written when it is sent, from what the one who is told may know then. */
export interface Entry {
  readonly to: Recipient;
  readonly day: DayString;
  readonly marks: readonly Mark[];
  readonly state: EntryState;
  readonly tries: number;
  /** When it got into this state; null for one that was never tried. */
  readonly at: InstantString | null;
  /** Not before this instant; null: at once. */
  readonly nextAt: InstantString | null;
  /** Why the last try failed. */
  readonly fault: FaultShown | null;
}

/** Tries until one gives up: over about a day and a half. */
const MOST_TRIES = 10;

/** A new entry. */
export function newEntry(to: Recipient, day: DayString, marks: readonly Mark[]): Entry {
  return { to, day, marks, state: 'waiting', tries: 0, at: null, nextAt: null, fault: null };
}

/** An entry in another state. */
export function inState(entry: Entry, state: EntryState, now: Date, fault: FaultShown | null = null): Entry {
  return { ...entry, state, at: instantOf(now), nextAt: null, fault };
}

/** An entry whose try was refused: it waits twice as long each time, and is given up in the end. */
export function afterRefusal(
  entry: Entry,
  now: Date,
  {
    fault,
    periods: { noticeFirstWaitMs, noticeLongestWaitMs },
  }: { readonly fault: FaultShown; readonly periods: Pick<Periods, 'noticeFirstWaitMs' | 'noticeLongestWaitMs'> },
): Entry {
  const tries = entry.tries + 1;
  if (tries >= MOST_TRIES) return { ...inState(entry, 'failed', now, fault), tries };
  const wait = Math.min(noticeFirstWaitMs * 2 ** (tries - 1), noticeLongestWaitMs);
  return { ...inState(entry, 'waiting', now, fault), tries, nextAt: instantOf(new Date(now.getTime() + wait)) };
}

/** Whether an entry is to be tried now. */
export function isReady({ state, nextAt }: Entry, now: Date): boolean {
  return state === 'waiting' && (nextAt === null || nextAt <= now.toISOString());
}

/** Whether the process that handed it over ended before it could say what became of it. */
export function isCutOff({ state, at }: Entry, now: Date, { noticeCutOffMs }: Pick<Periods, 'noticeCutOffMs'>): boolean {
  return state === 'sending' && Date.parse(at ?? '') + noticeCutOffMs <= now.getTime();
}

/** A notice as a text that is no other's. */
export function markName(mark: Mark): string {
  return isOwed(mark) ? `${mark.kind}=${mark.id} ${mark.mark}` : `${mark.kind}:${mark.id} ${mark.name} ${mark.first}`;
}

/** True for what waits for someone, false for a report. */
export function isOwed(mark: Mark): mark is OwedMark {
  return 'mark' in mark;
}

function instantOf(now: Date): InstantString {
  return now.toISOString() as InstantString;
}
