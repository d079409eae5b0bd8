import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PublicityRow, Published, Publishing, PublishRequest } from '@westgate/contract';
import { API_KEY, useAsk, useAskAll } from './ask.ts';
import { type Params, tellApi } from './client.ts';

/** What would be published now, and what is withheld, counted. */
export const usePublishing = () => useAsk<Publishing>('publishing');
/** All records of the published kinds that are asked for, with how each stands towards the public. */
export const usePublicity = (ask: Params) => useAskAll<PublicityRow>('publishing/records', ask);

/** Makes the pages: an archive to take away, or the folder that the operator named. */
export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ask, key }: { readonly ask: PublishRequest; readonly key: string }) => tellApi<Published>('publishing', ask, key),
    onSuccess: () => client.invalidateQueries({ queryKey: [API_KEY, 'publishing'] }),
  });
}
