import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useIsOpen } from '../scope/signed-in.ts';
import { keptOf, useAsk } from './ask.ts';
import { tell } from './client.ts';

const KEY = 'westgate.follows';

/** Records that may be followed at once, as with an account. */
const MOST = 100;

const listeners = new Set<() => void>();

let read: { readonly text: string; readonly items: readonly string[] } | null = null;

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

/** The records followed in this browser, where nobody signed in: each `kind:id`. */
function useOwnFollows(): readonly string[] {
  return useSyncExternalStore(listen, items);
}

/** Follows a record in this browser, or no longer. */
function followHere(record: string, isFollowed: boolean): void {
  const others = items().filter((each) => each !== record);
  localStorage.setItem(KEY, JSON.stringify(isFollowed ? [...others, record].slice(-MOST) : others));
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The same list as long as the same is kept. */
function items(): readonly string[] {
  const text = localStorage.getItem(KEY) ?? '[]';
  if (read?.text !== text) read = { text, items: wordsIn(text) };
  return read.items;
}

function wordsIn(text: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
