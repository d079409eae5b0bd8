import { expectedFound, inEnglish, type Told, WestgateError } from '@westgate/base';

/** The error for a sheet that cannot be read: what was expected where, and what came. `where` is the file, or a part or cell of it. */
export function sheetUnreadable(where: Told, expected: Told, found: Told): WestgateError {
  const details = { where: inEnglish(where), expected: inEnglish(expected), found: inEnglish(found) };
  return new WestgateError('WG_SHEET_UNREADABLE', expectedFound(where, expected, found), details);
}
