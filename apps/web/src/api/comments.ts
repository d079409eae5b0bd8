import type { CommentReceipt, Comments, Receipt } from '@westgate/contract';
import { usePlanShown } from '../frame/use-scope.ts';
import { useAsk } from './ask.ts';
import { tellApi } from './client.ts';
import { type Told, useWriteAtOnce } from './use-write.ts';

/** The comments on a record. */
export const useComments = (kind: string, id: string) => useAsk<Comments>('comments', { of: `${kind}:${id}` });
/** Comments on what belongs to the plan shown that mention whoever is signed in, or the department. */
export const useMentions = (department: string | undefined) => useAsk<Comments>('mentions', { ...usePlanShown(), department });

/** Comments on a record. The same `key` sent twice does nothing new. */
export const useComment = () => useWriteAtOnce(({ body, key }: Told) => tellApi<CommentReceipt>('comments', body, key));
/** Withdraws a comment of one's own. */
export const useWithdrawComment = (id: string) =>
  useWriteAtOnce(({ body, key }: Told) => tellApi<Receipt>(`comments/${encodeURIComponent(id)}/withdrawal`, body, key));
