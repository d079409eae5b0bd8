import { expectedFound, inEnglish, type Said, type Told, WestgateError } from '@westgate/base';

/** What is found where there is nothing, and where there is too much. */
export const NONE: Said = { zh: '没有', en: 'none' };
export const MORE: Said = { zh: '更多', en: 'more' };

/** The error for a sheet that cannot be read: what was expected where, and what came. `where` is the file, or a part or cell of it. */
export function sheetUnreadable(where: Told, expected: Told, found: Told): WestgateError {
  const details = { where: inEnglish(where), expected: inEnglish(expected), found: inEnglish(found) };
  return new WestgateError('WG_SHEET_UNREADABLE', expectedFound(where, expected, found), details);
}
