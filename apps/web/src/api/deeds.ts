import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OutcomeDraft, Receipt } from '@westgate/contract';
import { API_KEY } from './ask.ts';
import { tellApi } from './client.ts';

/** Records that something happened. The draft's `key` makes a repeated press do nothing new. */
export function useRecordOutcome() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }: { draft: OutcomeDraft; key: string }) => tellApi<Receipt>('outcomes', draft, key),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}

/** Takes a deed back by a new one; undoing that one does it again. */
export function useUndo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ seq, who, reason, key }: { seq: number; who: string; reason: string; key: string }) =>
      tellApi<Receipt>(`deeds/${seq}/undo`, { who, reason }, key),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}
