import { tell } from './client.ts';
import { useWriteAtOnce } from './use-write.ts';

/** What somebody chooses about a journal that lacks deeds. */
export interface MendAsk {
  readonly way: 'rewrite' | 'give-up';
  readonly who: string;
  readonly reason: string;
}
export const useMend = () => useWriteAtOnce((ask: MendAsk) => tell('mend-journal', { body: ask, key: crypto.randomUUID() }));
