import { type InstantString, WestgateError } from '@westgate/base';
import type { DeedDraft, Head, Progress } from '../journal/deed.ts';
import { type SealedDeed, sealDeed } from '../journal/journal-line.ts';

/** Deeds that follow one another, each of them shown to be taken as it is on the one before it: the first one on deed `basis`. */
export interface ProvenGroup {
  readonly drafts: readonly DeedDraft[];
  readonly basis: number;
  /** By what whoever asks knows this call, where its deeds are told before it is answered. */
  readonly call?: number | undefined;
}

/** A deed of a group by the call that asked for it: whoever asked has its changes. */
export interface AskedDeed {
  readonly call: number;
  /** Which of the group it is, from 0. */
  readonly index: number;
}

/** The deeds of a group in the form in which they are kept, after `head`; `progressed` hears of a large one how many rows are written. */
export function sealGroup(
  { drafts }: ProvenGroup,
  head: Head,
  at: InstantString,
  progressed: (progress: Progress) => void = () => undefined,
): readonly SealedDeed[] {
  let last = head;
  return drafts.map((draft) => {
    const { idem, changes } = draft;
    const sealed = sealDeed(draft, last, at, (rows) => progressed({ key: idem?.key, rows, of: changes.length }));
    last = sealed.deed;
    return sealed;
  });
}

/** The idempotency keys of a group. Throws WG_STALE_RECORD where one stands twice: the second draft asks for the deed of the first. */
export function keysOf({ drafts }: ProvenGroup): readonly string[] {
  const keys = drafts.flatMap(({ idem }) => (idem ? [idem.key] : []));
  if (new Set(keys).size < keys.length) throw usedKeyError();
  return keys;
}

/** A key of the group was used before: nothing of the group is done, and who asked with it gets that first deed by asking alone. */
export function usedKeyError(): WestgateError {
  return new WestgateError('WG_STALE_RECORD', 'Expected idempotency keys that no deed was done with.');
}

export function overtakenError(basis: number, head: number): WestgateError {
  const message = `Expected deed ${basis} to be the last one; another process has done deed ${head} since.`;
  return new WestgateError('WG_STALE_RECORD', message, { basis, head });
}
