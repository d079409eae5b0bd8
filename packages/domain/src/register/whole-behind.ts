import type { Register } from './register.ts';

/** What a reader's register was cut from. */
export interface WholeBehind {
  readonly whole: Register;
  /** The reader is the public, not somebody of the district. */
  readonly isPublic: boolean;
}

const behind = new WeakMap<Register, WholeBehind>();

/** Notes of `cut` what it was cut from for a reader. */
export function noteWhole(cut: Register, from: WholeBehind): void {
  behind.set(cut, from);
}

/** What a reader's register was cut from; null where nothing is withheld. Only to tell whether what is said of the cut is true of the whole. */
export function wholeBehind(register: Register): WholeBehind | null {
  return behind.get(register) ?? null;
}
