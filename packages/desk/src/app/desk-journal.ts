import type { JournalReport, MendChoice, MendReport, Store, VerifyReport } from '@westgate/store';
import { checkBy } from '../deeds/by.ts';

/** What the desk says of the wholeness of the journal, and lets somebody choose about it. */
export interface DeskJournal {
  /** Checks the journal, the database and the register in memory against each other. */
  verify(): Promise<VerifyReport>;
  /** What the journal lacks and waits for somebody to choose about, and what was chosen before. */
  journalReport(): Promise<JournalReport>;
  /**
   * Does what somebody chose about a journal that lacks deeds. Throws `WG_INPUT_INVALID` where the way does not fit what is found, or a text
   * cannot be read.
   */
  mend(choice: MendChoice): Promise<MendReport>;
}

/** `inTurn` lets a write wait for those before it. */
export function deskJournal(store: Store, inTurn: <T>(write: () => Promise<T>) => Promise<T>): Omit<DeskJournal, 'verify'> {
  return {
    journalReport: () => store.journalReport(),
    mend: (choice) =>
      inTurn(async () => {
        checkBy(choice);
        return store.mend(choice);
      }),
  };
}
