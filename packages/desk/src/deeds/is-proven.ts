import { isKeptKey, isKeptText, keptSteps, type Register } from '@westgate/domain';
import type { DeedDraft } from '@westgate/store';

/** A deed of more changes goes the way of imports. */
const MOST_CHANGES = 100_000;
const HASH = /^[0-9a-f]{64}$/;

/** Whether the database takes a deed as it is, where `register` is what it stands on: the words of the deed itself, and all that it changes. Step by step: there may be many changes. */
export function* provenSteps(register: Register, draft: DeedDraft): Generator<undefined, boolean> {
  const { changes } = draft;
  if (changes.length === 0 || changes.length > MOST_CHANGES || !hasKeptWords(draft)) return false;
  return yield* keptSteps(register, changes);
}

/** Whether the database takes the words of a deed as they are. */
export function hasKeptWords({ who, verb, reason, idem }: DeedDraft): boolean {
  if (![who, verb, reason].every(isKeptText)) return false;
  return !idem || (isKeptKey(idem.key) && HASH.test(idem.request));
}
