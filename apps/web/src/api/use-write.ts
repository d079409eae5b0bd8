import { useMutation, useQueryClient } from '@tanstack/react-query';
import { letGo } from '../parts/let-go.ts';
import { API_KEY } from './ask.ts';

/** A write to the API; everything that was asked before is asked anew once it is answered. It is over when that is here. */
export function useWrite<Ask, Answer>(write: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => client.invalidateQueries({ queryKey: [API_KEY] }) });
}

/** The same, over as soon as it is answered: what is asked anew may take the form off the screen before it could tell of its deed. */
export function useWriteAtOnce<Ask, Answer>(write: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => letGo(() => client.invalidateQueries({ queryKey: [API_KEY] })) });
}

/** What is told to one address. */
export interface Told {
  readonly body: object;
  /** The same sent twice does nothing new. */
  readonly key: string;
}
