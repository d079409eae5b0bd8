import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TextAnswer } from '@westgate/contract';
import { API_KEY } from '../../../api/ask.ts';
import { tell } from '../../../api/client.ts';

/** Decides what a replaced text left open. The same question is answered once, however often the button is pressed. */
export function useAnswer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, answer, key }: { readonly id: string; readonly answer: TextAnswer; readonly key: string }) =>
      tell('answer-question', { params: { id }, body: answer, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}
