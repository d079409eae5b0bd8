import { expectedFound, inEnglish, type Told, WestgateError } from '@westgate/base';

/** The error for a plan text that cannot be read: what was expected of which file, and what came. */
export function unreadable(fileName: string, expected: Told, found: Told): WestgateError {
  const details = { file: fileName, expected: inEnglish(expected), found: inEnglish(found) };
  return new WestgateError('WG_TEXT_UNREADABLE', expectedFound(fileName, expected, found), details);
}
