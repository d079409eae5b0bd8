import type { QueryOf } from '@westgate/contract';
import { useAsk } from './ask.ts';

/** Changes that wait for the programme office, and the columns that are changed by a proposal. */
export const usePendingChanges = (asked: QueryOf<'pending-changes'>, isWanted = true) =>
  useAsk('pending-changes', { query: asked }, isWanted);
