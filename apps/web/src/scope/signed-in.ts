import type { Session, SignedIn } from '@westgate/contract';
import { createContext, useContext } from 'react';

/** The office and who is signed in; below the gate. */
export const SessionContext = createContext<Session>({ mode: 'open', person: null });

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
export function nameSignedIn(): string {
  return signedName;
}

/** Tells what is no component who is signed in, and the style sheet that nobody need be asked. */
export function noteSignedIn(person: SignedIn | null): void {
  signedName = person?.name ?? '';
  if (person) document.documentElement.dataset.signedIn = '';
  else delete document.documentElement.dataset.signedIn;
}
