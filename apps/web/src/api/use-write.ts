import { useMutation, useQueryClient } from '@tanstack/react-query';
import { API_KEY } from './ask.ts';

/** A write to the API; everything that was asked before is asked anew once it is answered. */
export function useWrite<Ask, Answer>(write: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => client.invalidateQueries({ queryKey: [API_KEY] }) });
}
