import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useIsOpen } from '../scope/signed-in.ts';
import { keptOf, useAsk } from './ask.ts';
import { tell } from './client.ts';
import { followHere, useOwnFollows } from './own-follows.ts';

/** The records that are followed, each `kind:id`: kept with the account of who signed in, in an office without accounts in this browser. */
export function useFollows(): {
  readonly items: readonly string[];
  readonly follow: (record: string, isFollowed: boolean) => void;
  /** Why the last press did nothing; null where it did. */
  readonly error: Error | null;
} {
  const isOpen = useIsOpen();
  const client = useQueryClient();
  const here = useOwnFollows();
  const kept = useAsk('follows', {}, !isOpen).data?.items ?? [];
  const send = useMutation({
    mutationFn: (body: { readonly of: string; readonly isFollowed: boolean }) => tell('follow', { body, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: keptOf('follows') }),
  });
  if (isOpen) return { items: here, follow: followHere, error: null };
  return { items: kept, follow: (of, isFollowed) => send.mutate({ of, isFollowed }), error: send.error };
}

/** Of the records followed those that changed after a deed, the last changed first. */
export const useFollowed = (records: readonly string[], after: number) =>
  useAsk('followed', { query: { of: records.join(','), after } }, records.length > 0);
