import { type DayString, resultAtOnce } from '@westgate/base';
import { type AnyRow, type DayWritten, mayBeAhead, noteWritten, PAST_COLUMNS, type Register, type TableName } from '@westgate/domain';
import type { Deed, Store } from '@westgate/store';
import { dayInZone } from '../folder/day-in-zone.ts';

/** Rows whose deeds are asked for at once: fewer than the changes of one deed that are told. */
const AT_ONCE = 500;

/**
 * Notes which of the rows held at the opening say that something has happened which, when it was written, was still to come. Of every row of which that
 * may be so, all deeds that changed it up to `last` are gone through: no day before that of the first deed can be ahead.
 */
export async function noteHeldAhead(store: Pick<Store, 'deed' | 'touching'>, register: Register, last: number): Promise<void> {
  const first = await store.deed(1, 0);
  if (!first) return;
  const began = writtenAt(first)('UTC');
  const open = [...PAST_COLUMNS].flatMap(([table, columns]) => {
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    const isOpen = (row: AnyRow): boolean => columns.some((column) => mayBeAhead(table, column, row, began));
    return [...rows].flatMap(([key, row]) => (isOpen(row) ? [{ table, key, row }] : []));
  });
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const part = open.slice(from, from + AT_ONCE);
    const refs = part.map(({ table, key }) => ({ table, key }));
    const held = writtenBy([...(await store.touching(refs, last, last + 1))].reverse());
    for (const { table, key, row } of part) {
      const written = held.get(nameOf(table, key));
      if (written) noteWritten(table, written, row, writtenAt(first));
    }
  }
}

/** The rows as `deeds` left them, the first deed first, with what is noted of each. */
function writtenBy(deeds: readonly Pick<Deed, 'at' | 'changes'>[]): ReadonlyMap<string, AnyRow> {
  const held = new Map<string, AnyRow>();
  for (const deed of deeds) {
    const on = writtenAt(deed);
    for (const { table, key, after } of deed.changes) {
      const name = nameOf(table, key);
      if (after) noteWritten(table, held.get(name) ?? null, after, on);
      if (after) held.set(name, after);
      else held.delete(name);
    }
  }
  return held;
}

/** Notes the same of the rows that a deed writes over those of `register`. */
export function noteDeedAhead(register: Register, deed: Pick<Deed, 'at' | 'changes'>): void {
  resultAtOnce(deedAheadSteps(register, deed));
}

/** The same step by step, for whoever gives others their turn between. */
export function* deedAheadSteps(register: Register, deed: Pick<Deed, 'at' | 'changes'>): Generator<undefined, void> {
  const on = writtenAt(deed);
  for (const { table, key, after } of deed.changes) {
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    if (after !== null) noteWritten(table, rows.get(key) ?? null, after, on);
    yield;
  }
}

/** The day of a deed in a time zone, found once for each. */
function writtenAt({ at }: Pick<Deed, 'at'>): DayWritten {
  const days = new Map<string, DayString>();
  return (timeZone) => {
    const day = days.get(timeZone) ?? dayInZone(timeZone, new Date(at));
    days.set(timeZone, day);
    return day;
  };
}

function nameOf(table: TableName, key: string): string {
  return `${table} ${key}`;
}
