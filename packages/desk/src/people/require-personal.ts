import { isMailAddress, looksOf, mixesScripts, strangeInLine, WestgateError } from '@westgate/base';
import { isReservedName } from '@westgate/store';

/** What is kept of a person, as it is given. */
interface Personal {
  readonly name: string;
  readonly signIn: string;
  readonly mail?: string | null | undefined;
}

/**
 * Throws `WG_INPUT_INVALID` naming the field where a person could be taken for another: a name with characters that nobody sees, put together
 * from scripts that are drawn alike, of a program or a body outside, or that of another in `others`, by which both would sign; and for a mail
 * address that is none.
 */
export function requirePersonal({ name, signIn, mail = null }: Personal, others: readonly Personal[]): void {
  for (const [field, text] of Object.entries({ name, signIn })) requireShown(field, text);
  if (isReservedName(name)) refuse('name', 'expected the name of a person, found one that Westgate signs with itself');
  if (mail !== null && !isMailAddress(mail)) refuse('mail', 'expected an address such as name@district.example');
  if (others.some((other) => looksOf(other.signIn) === looksOf(signIn)))
    refuse('signIn', 'expected a name to sign in with that nobody has yet');
  if (others.some((other) => looksOf(other.name) === looksOf(name)))
    refuse('name', 'expected a name that nobody else has here, however it is written; add the unit, as in “Wang Wei (planning)”');
}

/** Throws where a name of `field` is not what it seems. */
export function requireShown(field: string, text: string): void {
  const found = strangeInLine(text);
  if (found !== null) refuse(field, `expected one line of characters that can be seen, without ${found}`);
  if (mixesScripts(text)) refuse(field, 'expected each word in letters of one script');
}

function refuse(field: string, message: string): never {
  throw new WestgateError('WG_INPUT_INVALID', `${field}: ${message}`, { field });
}
