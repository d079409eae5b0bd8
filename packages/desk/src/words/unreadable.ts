import { WestgateError } from '@westgate/base';

/** The error for a plan text that cannot be read: what was expected of which file, and what came. */
export function unreadable(fileName: string, expected: string, found: string): WestgateError {
  return new WestgateError('WG_TEXT_UNREADABLE', `${fileName}: expected ${expected}, found ${found}`, { file: fileName, expected, found });
}
