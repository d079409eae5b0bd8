import { useSyncExternalStore } from 'react';

const KEY = 'westgate.follows';
/** Records that may be followed at once, as with an account. */
const MOST = 100;
const listeners = new Set<() => void>();
let read: { readonly text: string; readonly items: readonly string[] } | null = null;

/** The records followed in this browser, where nobody signed in: each `kind:id`. */
export function useOwnFollows(): readonly string[] {
  return useSyncExternalStore(listen, items);
}

/** Follows a record in this browser, or no longer. */
export function followHere(record: string, isFollowed: boolean): void {
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
