import { WestgateError } from '@westgate/base';

/** The error for a sheet that cannot be read: what was expected where, and what came. `where` is the file, or a part or cell of it. */
export function sheetUnreadable(where: string, expected: string, found: string): WestgateError {
  return new WestgateError('WG_SHEET_UNREADABLE', `${where}: expected ${expected}, found ${found}`, { where, expected, found });
}
