import type { JournalReport, MendAnswer } from '@westgate/contract';
import { useAsk } from './ask.ts';
import { tellApi } from './client.ts';
import { useWriteAtOnce } from './use-write.ts';

/** Whether the journal holds every deed that was done. */
export const useJournal = () => useAsk<JournalReport>('journal');

/** What somebody chooses about a journal that lacks deeds. */
export interface MendAsk {
  readonly way: 'rewrite' | 'give-up';
  readonly who: string;
  readonly reason: string;
}
export const useMend = () => useWriteAtOnce((ask: MendAsk) => tellApi<MendAnswer>('journal/mend', ask, crypto.randomUUID()));
