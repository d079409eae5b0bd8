import { WestgateError } from '@westgate/base';

/** The first place where the journal is not as it was written. */
export interface Damage {
  /** The file, as seen from the data folder: `journal/000002.ndjson`. */
  readonly file: string;
  /** Line number in that file, from 1. */
  readonly line: number;
  /** Byte of that file at which the line begins. */
  readonly offset: number;
  /** The deed that stands there, or should. */
  readonly seq: number;
  /** What is wrong with it, as the end of a sentence. */
  readonly why: string;
}

/** Where it is and what it is, a sentence. */
export function damageInWords({ file, line, offset, seq, why }: Damage): string {
  return `Line ${line} of ${file} (byte ${offset}, deed ${seq}) is damaged: ${why}.`;
}

/** WG_JOURNAL_DAMAGED with the place, and what to do about it. */
export class DamagedError extends WestgateError {
  readonly damage: Damage;

  constructor(damage: Damage) {
    const message =
      `${damageInWords(damage)} Nothing more is written; what can be read is shown. ` +
      'See what can be written again (westgate mend), or restore a backup into a new data folder (westgate restore).';
    super('WG_JOURNAL_DAMAGED', message, { ...damage });
    this.damage = damage;
  }
}

/** WG_JOURNAL_DAMAGED for a deed of a database whose columns are not what its hash was reckoned over. */
export function alteredError(seq: number): WestgateError {
  const message = `Deed ${seq} is not what its hash says: it was altered. Run westgate verify, and restore an older backup.`;
  return new WestgateError('WG_JOURNAL_DAMAGED', message, { seq });
}
