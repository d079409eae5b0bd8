import { addDays, type DayString } from '@westgate/base';
import { DAY_COLUMNS, type DayBounds, type DayFaultName, dayFault, daySpanOf, districtOf, PAST_COLUMNS } from './day-span.ts';
import { described } from './described.ts';
import type { DaySpan } from './fields/usual-span.ts';
import { registerMemo } from './memo.ts';
import { unnoted, unnotedSteps } from './reads.ts';
import { type Register, watchedRegister } from './register.ts';
import { type Basis, type BasisChanges, steppedIndex } from './register-index.ts';
import { type AnyRow, fieldsOf, keyOf, type Row, type TableName } from './tables.ts';
import { noteSourceWithheld } from './withheld-source.ts';

/** A held value that names no day that can be: it came in before such days were refused. It stays as it is, is shown, and counts for nothing. */
export interface HeldDayFault {
  readonly table: TableName;
  readonly key: string;
  readonly column: string;
  readonly why: DayFaultName;
  /** The value as it is held. */
  readonly found: string;
}

const NO_FAULTS: readonly HeldDayFault[] = [];

type TableFaults = ReadonlyMap<string, readonly HeldDayFault[]>;

/** The day it was in a time zone when something was written. */
export type DayWritten = (timeZone: string) => DayString;

/** Every day that can be written. */
const ALL: DaySpan = { first: '0000-01-01' as DayString, last: '9999-12-31' as DayString };
let lastBounds = boundsOn(ALL.last);

/** Columns of a row that say something has happened and may have named a day still to come when they were written. Rows never change in place. */
const writtenOf = new WeakMap<AnyRow, ReadonlyMap<string, DayWritten>>();

/**
 * Notes of `after`, written over `before`, when its columns were written that may say that something has happened which was still to come. It is told
 * by the day of the deed and not by today, since what nobody has confirmed does not come true by waiting.
 */
export function noteWritten(table: TableName, before: AnyRow | null, after: AnyRow, on: DayWritten): void {
  const held = before ? writtenOf.get(before) : undefined;
  const written = new Map<string, DayWritten>();
  for (const column of PAST_COLUMNS.get(table) ?? []) {
    const last = before && before[column] === after[column] ? held?.get(column) : on;
    if (last && mayBeAhead(table, column, after, last('UTC'))) written.set(column, last);
  }
  if (written.size > 0) writtenOf.set(after, written);
}

/** Whether what a row has in a column, written on that day in UTC, may have been ahead in some time zone: in none is it more than a day earlier. */
export function mayBeAhead(table: TableName, column: string, row: AnyRow, utc: DayString): boolean {
  if (lastBounds.written !== utc) lastBounds = boundsOn(utc);
  return dayFault(table, column, row, lastBounds) === 'ahead';
}

/** What days may be of something written on a day: all rows of a deed are written on the same one. */
function boundsOn(written: DayString): DayBounds & { readonly written: DayString } {
  return { written, span: ALL, today: addDays(written, -1) };
}

/** Notes that `copy` says what `row` says, written when that was. */
export function noteCopied(row: AnyRow, copy: AnyRow): void {
  const written = writtenOf.get(row);
  if (written) writtenOf.set(copy, written);
}

/** What is wrong with the days of one row, as it is held in this district. */
export function rowDayFaults(table: TableName, row: AnyRow, district: Row<'district'> | undefined): readonly HeldDayFault[] {
  const [span, written] = [daySpanOf(district), writtenOf.get(row)];
  let faults: readonly HeldDayFault[] = NO_FAULTS;
  for (const column of DAY_COLUMNS.get(table) ?? []) {
    const why = dayFault(table, column, row, { span, today: written?.get(column)?.(district?.time_zone ?? 'UTC') ?? null });
    if (why !== null) faults = [...faults, { table, key: keyOf(table, row), column, why, found: String(row[column]) }];
  }
  return faults;
}

const faultsByTable = steppedIndex<ReadonlyMap<TableName, TableFaults>>({
  basis: { ...basisOf(), district: ['time_zone', 'first_day', 'last_day', 'opens_on'] },
  *build(register) {
    const district = districtOf(register);
    const faults = new Map<TableName, TableFaults>();
    for (const table of DAY_COLUMNS.keys()) {
      const found = yield* faultsIn(table, register[table].values(), district);
      if (found.size > 0) faults.set(table, found);
    }
    return faults;
  },
  grow(held, { district: changed, ...changes }, register) {
    if (changed) return null;
    const district = districtOf(register);
    const after = new Map(held);
    for (const [table, rows] of Object.entries(changes) as readonly (readonly [TableName, NonNullable<BasisChanges[TableName]>])[]) {
      const own = new Map(after.get(table) ?? []);
      for (const { key, after: row } of rows) {
        const faults = row ? rowDayFaults(table, row, district) : [];
        if (faults.length > 0) own.set(key, faults);
        else own.delete(key);
      }
      if (own.size > 0) after.set(table, own);
      else after.delete(table);
    }
    return after;
  },
});

function basisOf(): Basis {
  return Object.fromEntries([...DAY_COLUMNS.keys()].map((table) => [table, 'rows']));
}

function* faultsIn(table: TableName, rows: Iterable<AnyRow>, district: Row<'district'> | undefined): Generator<undefined, TableFaults> {
  const found = new Map<string, readonly HeldDayFault[]>();
  for (const row of rows) {
    const faults = rowDayFaults(table, row, district);
    if (faults.length > 0) found.set(keyOf(table, row), faults);
    yield;
  }
  return found;
}

/** Every held value that names no day that can be, table by table. */
export function heldDayFaults(register: Register): readonly HeldDayFault[] {
  return [...faultsByTable.of(register).values()].flatMap((table) => [...table.values()].flat());
}

/**
 * The register that is counted with: a day that cannot be is none, and of what happened on one there is nothing; an outcome stays, to be shown as not
 * counted. The same object where every day can be, and the same map for a table of which every day can.
 */
export function soundRegister(register: Register): Register {
  // Each of its tables notes itself: it rests on the same table as it is held, and on the district.
  return unnoted(() => soundIn(register));
}

/** The same, what takes long of it step by step. */
export function* soundSteps(register: Register): Generator<undefined, Register> {
  yield* unnotedSteps(faultsByTable.steps(register));
  return soundRegister(register);
}

const soundIn = registerMemo((register): Register => {
  const faulty = [...faultsByTable.of(register)];
  if (faulty.length === 0) return register;
  const { first, last } = daySpanOf(districtOf(register));
  const whole = `${first}/${last}`;
  return watchedRegister({
    ...register,
    ...Object.fromEntries(faulty.map(([table, faults]) => [table, soundTable(table, register[table], faults, whole)])),
  });
});

/** Tables made sound, by what they were made of. */
const made = new WeakMap<object, { readonly faults: TableFaults; readonly rows: ReadonlyMap<string, AnyRow> }>();

/** `whole`: the span of the district as a period. */
function soundTable(table: TableName, rows: ReadonlyMap<string, AnyRow>, faults: TableFaults, whole: string): ReadonlyMap<string, AnyRow> {
  const held = made.get(rows);
  if (held?.faults === faults) return held.rows;
  const sound = new Map(
    [...rows].flatMap(([key, row]): readonly (readonly [string, AnyRow])[] => {
      const own = faults.get(key);
      if (!own) return [[key, row]];
      return isNothing(table, own) ? [] : [[key, emptied(table, row, own, whole)]];
    }),
  );
  made.set(rows, { faults, rows: sound });
  return sound;
}

/** Whether nothing is left of a row that could be counted, or shown as what it is: an outcome is shown as long as it names days at all. */
function isNothing(table: TableName, faults: readonly HeldDayFault[]): boolean {
  if (table === 'outcome') return faults.some(({ column, why }) => column === 'dates' && why === 'no-day');
  return described(table).isFact === true && faults.some(({ column }) => !fieldsOf(table)[column]?.optional);
}

/**
 * `row` without the days that cannot be. One that must be said stays where it is a day of the calendar, as its record is shown with it; a period that is
 * none becomes the whole span, of which nothing can be told.
 */
function emptied(table: TableName, row: AnyRow, faults: readonly HeldDayFault[], whole: string): AnyRow {
  if (table === 'outcome') return row;
  const values = faults.flatMap(({ column, why }): readonly (readonly [string, string | null])[] => {
    if (fieldsOf(table)[column]?.optional) return [[column, null]];
    return why === 'no-day' ? [[column, whole]] : [];
  });
  // A part of a project is as far as it is said to be from a day on: without the day nothing is known of it.
  const stage = values.some(([column]) => column === 'stage_on') ? { stage: 'not-known' } : {};
  if (values.length === 0) return row;
  const copy = { ...row, ...stage, ...Object.fromEntries(values) };
  noteSourceWithheld(row, copy);
  return copy;
}
