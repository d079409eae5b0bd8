import { useSyncExternalStore } from 'react';
import { nameSignedIn, useSignedIn } from './signed-in.ts';

const KEY = 'westgate.who';
const listeners = new Set<() => void>();

/** Who records: who is signed in; in an office without accounts the name last written in this browser, the same in every part of the screen. */
export function useWho(): readonly [string, (who: string) => void] {
  const person = useSignedIn();
  const written = useSyncExternalStore(listen, nameWritten);
  return person ? [person.name, () => undefined] : [written, write];
}

/** The same for what is no component; empty while nobody has written a name. */
export function whoWrites(): string {
  return nameSignedIn() || nameWritten().trim();
}

function nameWritten(): string {
  return localStorage.getItem(KEY) ?? '';
}

function write(who: string): void {
  localStorage.setItem(KEY, who);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
