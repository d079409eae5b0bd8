import { useAsk } from './ask.ts';
import type { Params } from './client.ts';

/** Changes that wait for the programme office, and the columns that are changed by a proposal. */
export const usePendingChanges = (asked: Params, isWanted = true) => useAsk('pending-changes', { query: asked }, isWanted);
