import type { InstantString } from '@westgate/base';
import { type Change, type Reader, type Register, sameValue } from '@westgate/domain';
import { isSameDayEverywhere } from '../folder/day-in-zone.ts';
import type { SaidChange } from './said-change.ts';

/** Fewer changes are settled faster than they are looked up. */
const FEWEST = 500;

/** What changes were settled on. */
export interface SettledOn {
  readonly register: Register;
  readonly verb: string;
  readonly reader: Reader | null;
  readonly at: InstantString;
}

/** What many changes came to when they were last settled and found to be of their forms: whoever has looked at a large deed need not wait for that once more. */
export class SettledLately {
  readonly #known = new WeakMap<readonly SaidChange[], { readonly on: SettledOn; readonly changes: readonly Change[] }>();

  /** Null where these were not settled on the same. */
  find(given: readonly SaidChange[], { register, verb, reader, at }: SettledOn): readonly Change[] | null {
    const known = this.#known.get(given);
    if (!known || known.on.register !== register || known.on.verb !== verb) return null;
    return sameValue(known.on.reader, reader) && isSameDayEverywhere(known.on.at, at) ? known.changes : null;
  }

  keep(given: readonly SaidChange[], on: SettledOn, changes: readonly Change[]): void {
    if (given.length >= FEWEST) this.#known.set(given, { on, changes });
  }
}
