import { type Bilingual, noSuch, type Said, WestgateError } from '@westgate/base';
import type { AnyRow, Change, Register, Row, TableName } from '@westgate/domain';
import { readFields } from '../folder/check-register.ts';
import { FaultList } from '../folder/fault.ts';
import { ChangeSet } from './change-set.ts';
import { checkWhole, refuseFaults } from './revise.ts';

const NO_CHANGE = { zh: '没有任何改动：与现有的内容相同', en: 'expected something that differs from what is there' };

/** That a field was to hold a day. */
export function dayOn(field: string, found: string): Said {
  const shown = found.slice(0, 40);
  return { zh: `${field}：应为日期，如 2024-03-31，现为“${shown}”`, en: `${field}: expected a day such as 2024-03-31, found "${shown}"` };
}

/** The project of that id. Throws `WG_NOT_FOUND` where there is none. */
export function projectRow(register: Register, id: string): Row<'project'> {
  return presentRow<'project'>(register.project, 'project', id);
}

/** The row of that key. Throws `WG_NOT_FOUND` where there is none. */
export function presentRow<T extends TableName>(rows: ReadonlyMap<string, Row<T>>, table: T, key: string): Row<T> {
  const row = rows.get(key);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch(table, key), { kind: table, id: key });
  return row;
}

/** Puts rows into a register, their values read as those of a district folder, and checks the whole. Throws `WG_INPUT_INVALID`. */
export function putChanges(
  register: Register,
  rows: readonly (readonly [TableName, Readonly<Record<string, unknown>>])[],
): readonly Change[] {
  const set = new ChangeSet(register);
  const faults = new FaultList();
  const read = rows.map(([table, given]): readonly [TableName, AnyRow] => [table, { ...readFields(table, given, faults), rev: 1 }]);
  refuseFaults(faults.faults);
  for (const [table, row] of read) set.put(table, row);
  if (set.changes.length === 0) throw new WestgateError('WG_INPUT_INVALID', NO_CHANGE);
  checkWhole(register, set.register, new Set(rows.map(([table]) => table)));
  return set.changes;
}

/** A row as it is given to {@link putChanges}. */
export function given(row: AnyRow): Readonly<Record<string, unknown>> {
  const { rev: _, ...fields } = row;
  return fields;
}

/** Whether there is a text in one language at least. */
export function isSaid({ zh, en }: Bilingual): boolean {
  return (zh ?? '').trim() !== '' || (en ?? '').trim() !== '';
}
