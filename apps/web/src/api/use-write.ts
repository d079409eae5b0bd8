import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, ChangeName, WriteName } from '@westgate/contract';
import { letGo } from '../scope/let-go.ts';
import { API_KEY } from './ask.ts';
import { type Sent, tell } from './client.ts';

/**
 * A write to the API; everything that was asked before is asked anew once it is answered. It is over when that is here. `onDone` is done then
 * where it succeeded, also where what came in took the part that wrote off the screen: an `onSuccess` of `mutate` is not.
 */
export function useWrite<Ask, Answer>(write: (ask: Ask) => Promise<Answer>, onDone?: () => unknown) {
  const client = useQueryClient();
  const onSettled = async (_answer: unknown, error: Error | null): Promise<void> => {
    const again = (): Promise<void> => client.invalidateQueries({ queryKey: [API_KEY] });
    // A refusal is told at once: what is asked anew may not come.
    if (error !== null) return letGo(again);
    await again();
    if (onDone) letGo(onDone);
  };
  return useMutation({ mutationFn: write, onSettled });
}

/** The same, over as soon as it is answered: what is asked anew may take the form off the screen before it could tell of its deed. */
export function useWriteAtOnce<Ask, Answer>(write: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => letGo(() => client.invalidateQueries({ queryKey: [API_KEY] })) });
}

/** The same of one endpoint. */
export function useTell<N extends WriteName | ChangeName>(name: N): UseMutationResult<AnswerOf<N>, Error, Sent<N>> {
  return useWriteAtOnce((sent: Sent<N>) => tell(name, sent));
}

/** The same of one endpoint, over when what was asked before is here anew, and `onDone` done. */
export function useTellAndSee<N extends WriteName | ChangeName>(
  name: N,
  onDone?: () => unknown,
): UseMutationResult<AnswerOf<N>, Error, Sent<N>> {
  return useWrite((sent: Sent<N>) => tell(name, sent), onDone);
}
