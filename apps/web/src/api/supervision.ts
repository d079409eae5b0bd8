import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MatterDetail, MatterReceipt, Matters, Receipt } from '@westgate/contract';
import { useAsOf } from '../frame/use-view.ts';
import { API_KEY, useAsk } from './ask.ts';
import { type Params, tellApi } from './client.ts';

/** Matters under supervision that fit what is asked. */
export const useMatters = (asked: Params) => useAsk<Matters>('supervision', { ...useAsOf(), ...asked });
/** One matter with its steps. */
export const useMatter = (id: string, isWanted = true) =>
  useAsk<MatterDetail>(`supervision/${encodeURIComponent(id)}`, useAsOf(), isWanted);

interface Sent {
  readonly body: object;
  readonly key: string;
}

/** Puts a record under supervision. The same `key` sent twice does nothing new. */
export const useRegisterMatter = () => useTell<MatterReceipt>('supervision');
/** Takes the next step with a matter. */
export const useTakeStep = (matter: string) => useTell<Receipt>(`supervision/${encodeURIComponent(matter)}/steps`);

function useTell<Answer>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: Sent) => tellApi<Answer>(path, body, key),
    // Not waited for: what is asked anew may take the form off the screen before it could tell of its deed.
    onSettled: () => void client.invalidateQueries({ queryKey: [API_KEY] }),
  });
}
