import type { PendingChanges, ProposalReceipt, Receipt } from '@westgate/contract';
import { useAsk } from './ask.ts';
import { type Params, tellApi } from './client.ts';
import { type Told, useWriteAtOnce } from './use-write.ts';

/** Changes that wait for the programme office, and the columns that are changed by a proposal. */
export const usePendingChanges = (asked: Params, isWanted = true) => useAsk<PendingChanges>('pending-changes', asked, isWanted);

/** Proposes another value. The same `key` sent twice does nothing new. */
export const useProposeChange = () => useWriteAtOnce(({ body, key }: Told) => tellApi<ProposalReceipt>('pending-changes', body, key));
/** Accepts or refuses a change that waits. */
export const useDecideChange = (id: string) =>
  useWriteAtOnce(({ body, key }: Told) => tellApi<Receipt>(`pending-changes/${encodeURIComponent(id)}/decision`, body, key));
