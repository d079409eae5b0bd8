import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PublishRequest } from '@westgate/contract';
import { keptOf } from './ask.ts';
import { tell } from './client.ts';

/** Makes the pages: an archive to take away, or the folder that the operator named. */
export function usePublish() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ask, key }: { readonly ask: PublishRequest; readonly key: string }) => tell('publish', { body: ask, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: keptOf('publishing') }),
  });
}
