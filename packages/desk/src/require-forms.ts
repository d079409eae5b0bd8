import { WestgateError } from '@westgate/base';
import { type Change, fieldsOf, TABLES, wrongForm } from '@westgate/domain';

/** Faults that one message names. */
const MOST_NAMED = 20;

/**
 * Throws `WG_INPUT_INVALID` naming every new value that is not of the form of its column: an address that leads to no page, a name with a line
 * break or a character that nobody sees. Every deed passes here, wherever its values come from; what is held stays as it is.
 */
export function requireForms(changes: readonly Change[]): void {
  const faults = changes.flatMap(({ table, key, before, after }) => {
    if (!after) return [];
    return Object.keys(fieldsOf(table)).flatMap((column) => {
      const expected = after[column] === before?.[column] ? null : wrongForm(table, column, after[column]);
      return expected === null ? [] : [{ file: TABLES[table].file, key, field: column, message: `${column}: expected ${expected}` }];
    });
  });
  if (faults.length === 0) return;
  const named = faults.slice(0, MOST_NAMED).map(({ file, key, message }) => `${file}, ${key}: ${message}`);
  throw new WestgateError('WG_INPUT_INVALID', named.join('; '), { field: faults[0]?.field, faults: faults.slice(0, 100) });
}
