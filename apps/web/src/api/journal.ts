import type { BodyOf } from '@westgate/contract';
import { tell } from './client.ts';
import { useWriteAtOnce } from './use-write.ts';

/** What somebody chooses about a journal that lacks deeds. */
export type MendAsk = BodyOf<'mend-journal'>;
export const useMend = () => useWriteAtOnce((ask: MendAsk) => tell('mend-journal', { body: ask, key: crypto.randomUUID() }));
