import { resultAtOnce } from '@westgate/base';
import { kindOf } from '../kernel/field.ts';
import { isKeptKey } from '../kernel/kinds/texts.ts';
import { isPointedTo, pointersOf } from './pointers.ts';
import type { Change, Register } from './register.ts';
import { type AnyRow, fieldsOf, type TableName } from './tables.ts';

/** Tables of whose rows the database asks more than their fields say: a rule between two columns, or that a row is never written again. */
export const ASKING_MORE: ReadonlySet<TableName> = new Set<TableName>(['supervision', 'report']);
/** PostgreSQL `integer`. */
const LAST_REV = 2_147_483_647;

/**
 * Whether the database takes all `changes` to the rows of `register`, as they are and letter by letter: each begins with the row that is held, and
 * types, words, references and keys are what its tables ask for. Says no where that is in doubt, as for a row that goes to which others may point; never
 * says yes of what the database would refuse.
 */
export function areKept(register: Register, changes: readonly Change[]): boolean {
  return resultAtOnce(keptSteps(register, changes));
}

/** The same step by step, for whoever gives others their turn between. */
export function* keptSteps(register: Register, changes: readonly Change[]): Generator<undefined, boolean> {
  const made = new Map<string, Set<unknown>>();
  for (const { table, key } of changes) {
    const keys = made.get(table) ?? new Set();
    if (keys.has(key)) return false;
    made.set(table, keys.add(key));
  }
  for (const change of changes) {
    if (!isKept(register, change, made)) return false;
    yield;
  }
  return true;
}

function isKept(register: Register, { table, key, before, after }: Change, made: ReadonlyMap<string, ReadonlySet<unknown>>): boolean {
  if (ASKING_MORE.has(table) || !isKeptKey(key)) return false;
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  if ((rows.get(key) ?? null) !== before) return false;
  if (after === null) return before !== null && !isPointedTo(table);
  if (!(Number.isInteger(after.rev) && after.rev > (before?.rev ?? 0) && after.rev <= LAST_REV)) return false;
  const areValues = Object.entries(fieldsOf(table)).every(([column, field]) => {
    const value = after[column];
    return value === null ? field.optional : kindOf(field).isKept(value, field);
  });
  return areValues && pointersOf(table).every(({ column, pointer }) => !('table' in pointer) || isThere(pointer.table, after[column]));

  function isThere(target: string, id: unknown): boolean {
    if (id === null) return true;
    const held: ReadonlyMap<unknown, AnyRow> = register[target as TableName];
    return held.has(id) || made.get(target)?.has(id) === true;
  }
}
