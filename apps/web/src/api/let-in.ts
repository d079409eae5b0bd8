import type { Session } from '@westgate/contract';

/** Whether somebody is let in: everyone in an office without accounts, else who is signed in. */
export function isLetIn({ mode, person }: Session): boolean {
  return mode === 'open' || (mode === 'accounts' && person !== null);
}
