import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommentReceipt, Comments, Receipt } from '@westgate/contract';
import { API_KEY, useAsk } from './ask.ts';
import { tellApi } from './client.ts';

/** The comments on a record. */
export const useComments = (kind: string, id: string) => useAsk<Comments>('comments', { of: `${kind}:${id}` });
/** Comments that mention whoever is signed in, or the department. */
export const useMentions = (department: string | undefined) => useAsk<Comments>('mentions', { department });

interface Sent {
  readonly body: object;
  readonly key: string;
}

/** Comments on a record. The same `key` sent twice does nothing new. */
export const useComment = () => useTell<CommentReceipt>('comments');
/** Withdraws a comment of one's own. */
export const useWithdrawComment = (id: string) => useTell<Receipt>(`comments/${encodeURIComponent(id)}/withdrawal`);

function useTell<Answer>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: Sent) => tellApi<Answer>(path, body, key),
    // Not waited for: what is asked anew may take the form off the screen before it could tell of its deed.
    onSettled: () => void client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}
