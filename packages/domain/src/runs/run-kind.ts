import type { Said } from '@westgate/base';
import type { OfficeAction } from '../people/policy.ts';
import type { Fields } from '../register/fields/fields.ts';

/**
 * Long work that somebody asks for and that goes on by itself: a job in a process of its own. What is asked for it, who may, and what screens say of it follow
 * from this; what is given to its worker stands where runs are done.
 */
export interface RunKind {
  /** What it is called. */
  readonly label: Said;
  /** What it does, for who asks for it by the API. */
  readonly about: Said;
  /** Who may ask for it, see its runs, end them and take what they made. */
  readonly right: OfficeAction;
  /** Counts up whenever the same inputs would give something else than before. */
  readonly version: number;
  /** What is asked. */
  readonly fields: Fields;
  /** What it goes through, in order, by the name that its worker tells. */
  readonly stages: Readonly<Record<string, Said>>;
  /** The numbers and words that come of it, by name, beside a file. */
  readonly result: Readonly<Record<string, RunResult>>;
}

/** A part of a result. `bytes` are told as a size; what is smaller or larger is said where two runs are compared. */
export interface RunResult {
  readonly label: Said;
  readonly is: 'count' | 'bytes' | 'words';
}

/** A kind of run, its types kept. */
export function runKind<const K extends RunKind>(definition: K): K {
  return definition;
}
