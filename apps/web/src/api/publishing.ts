import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PublishRequest } from '@westgate/contract';
import { keptOf, useAsk, useAskAll } from './ask.ts';
import { type Params, tell } from './client.ts';

/** What would be published now, and what is withheld, counted. */
export const usePublishing = () => useAsk('publishing');
/** All records of the published kinds that are asked for, with how each stands towards the public. */
export const usePublicity = (ask: Params) => useAskAll('publicity', { query: ask });

/** Makes the pages: an archive to take away, or the folder that the operator named. */
export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ask, key }: { readonly ask: PublishRequest; readonly key: string }) => tell('publish', { body: ask, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: keptOf('publishing') }),
  });
}
