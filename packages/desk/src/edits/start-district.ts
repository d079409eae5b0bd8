import { type AnyRow, type Change, emptyRegister, fieldsOf, type Register, registerOf, TABLE_NAMES, TABLES } from '@westgate/domain';
import { diffRegister } from '../diff.ts';
import { readFields } from '../folder/check-register.ts';
import { FaultList } from '../folder/fault.ts';
import { parseFolder, type RowsByTable } from '../folder/parse.ts';
import { writeFolder } from '../folder/write.ts';
import { refuseFaults } from '../revise.ts';

/**
 * The changes that begin a district with nothing in it but its name, frame, languages, axes and units; every record that was held before goes.
 * Undoing that deed brings them back. Throws `WG_INPUT_INVALID` naming every field that does not fit.
 */
export function startDistrict(register: Register, fields: Readonly<Record<string, unknown>>): readonly Change[] {
  const faults = new FaultList();
  const empty = Object.fromEntries(Object.keys(fieldsOf('district')).map((column) => [column, null]));
  const row = { ...readFields('district', { ...empty, ...fields }, faults), rev: 1 } satisfies AnyRow;
  refuseFaults(faults.faults);
  const rows = onlyDistrict(row);
  const parsed = parseFolder(writeFolder(registerOf(rows)));
  if (parsed.status === 'faulty') refuseFaults(parsed.faults);
  return diffRegister(register, rows);
}

function onlyDistrict(row: AnyRow): RowsByTable {
  const empty = emptyRegister();
  const rows = TABLE_NAMES.map((name) => [name, name === TABLES.district.name ? [row] : [...empty[name].values()]] as const);
  return Object.fromEntries(rows) as unknown as RowsByTable;
}
