import type { Session, SignedIn } from '@westgate/contract';
import { createContext, useContext, useSyncExternalStore } from 'react';

/** The office and who is signed in; below the gate. */
export const SessionContext = createContext<Session>({ mode: 'open', person: null });

const KEY = 'westgate.who';

const listeners = new Set<() => void>();

/** Who is signed in; null in an office without accounts. */
export function useSignedIn(): SignedIn | null {
  return useContext(SessionContext).person;
}

/** Whether the office is without accounts. */
export function useIsOpen(): boolean {
  return useContext(SessionContext).mode === 'open';
}

/** Whether whoever sits here may do this to the office; in an office without accounts everyone may. */
export function useMay(): (act: SignedIn['may'][number]) => boolean {
  const { mode, person } = useContext(SessionContext);
  return (act) => (person ? person.may.includes(act) : mode === 'open');
}

let signedName = '';

/** The name of who is signed in, for what is no component; empty in an office without accounts. */
function nameSignedIn(): string {
  return signedName;
}

/** Tells what is no component who is signed in, and the style sheet that nobody need be asked. */
export function noteSignedIn(person: SignedIn | null): void {
  signedName = person?.name ?? '';
  if (person) document.documentElement.dataset.signedIn = '';
  else delete document.documentElement.dataset.signedIn;
}

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
