import { type DayString, idOf } from '@westgate/base';
import { type AnyRow, dayExpected, dayFault, daySpanOf, districtOf, type Register, type Row, sameValue } from '@westgate/domain';
import type { SaidChange } from '../../deeds/said-change.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { FieldState, SheetFault } from '../common/sheet-field.ts';
import { cellName } from '../file/sheet-book.ts';
import { MOST_FAULTS, type ReadValues, type ValueSaid, type ValueSheet } from './value-sheet.ts';

/** What holds for values of which the sheet does not say it. */
export interface ValueStandards {
  readonly source: string | null;
  readonly status: Row<'place_value'>['status'];
  readonly confidence: Row<'place_value'>['confidence'];
}

/** A value of a sheet, and what it becomes. */
export interface ValueLine {
  readonly cell: string;
  readonly state: Exclude<FieldState, 'unclear' | 'faulty'>;
  readonly table: 'indicator_value' | 'place_value';
  readonly key: string;
  readonly indicator: string;
  /** Null for the whole district. */
  readonly place: string | null;
  readonly kind: Row<'indicator_value'>['kind'];
  readonly period: string;
  readonly value: number;
  /** What is held now; null for a new one. */
  readonly before: number | null;
  /** How final the one before is. */
  readonly beforeStatus: Row<'indicator_value'>['status'];
  readonly status: Row<'place_value'>['status'];
  readonly source: string;
  readonly confidence: Row<'place_value'>['confidence'];
}

/** How many cells become what. */
export type ValueCounts = Readonly<Record<'new' | 'changed' | 'same' | 'faulty', number>>;

/** What taking a sheet of values changes. */
export interface ValuesCompared {
  readonly changes: readonly SaidChange[];
  readonly counts: ValueCounts;
  /** The first of those that are new or changed. */
  readonly lines: readonly ValueLine[];
  readonly faults: readonly SheetFault[];
  readonly faultCount: number;
}

/** Values compared before others have their turn. */
const AT_A_STEP = 500;
/** Lines that are told. */
const MOST_LINES = 500;

/** What a sheet says of the columns of its row; those that it does not say are left as they are held. */
interface Given {
  readonly value: number;
  readonly weight?: number;
  readonly said: ValueSaid;
}

/**
 * Compares the values of a sheet with what is held, step by step: each is new, another value than is held of the same indicator, place, period and source, or the same. A value of
 * which no source is said is that of the one source it is held by, else of the standard one.
 */
export function* compareSteps(
  register: Register,
  { sheet, values, faults: readFaults, faultCount: read }: ValueSheet,
  standards: ValueStandards,
  today: DayString,
): Generator<undefined, ValuesCompared> {
  const bounds = { span: daySpanOf(districtOf(register)), today };
  const changes: SaidChange[] = [];
  const lines: ValueLine[] = [];
  const faults: SheetFault[] = [...readFaults];
  let faultCount = read;
  const counts = { new: 0, changed: 0, same: 0 };
  const seen = new Set<string>();
  const soleSources = soleSourcesOf(register);
  const days = new Map<string, ReturnType<typeof dayFault>>();
  const refuse = (fault: SheetFault): void => {
    faultCount += 1;
    if (faults.length < MOST_FAULTS) faults.push(fault);
  };
  const fit = fitIn(register);
  for (let at = 0; at < values.row.length; at += 1) {
    if (at % AT_A_STEP === AT_A_STEP - 1) yield;
    const cell = cellName(sheet, values.row[at] ?? 0, values.column[at] ?? 0);
    const { indicator, place, period, said } = valueAt(values, at);
    const kind = said.kind ?? 'actual';
    const table = place === null ? ('indicator_value' as const) : ('place_value' as const);
    const misfit = fit({ table, indicator, place, kind, said, weight: values.weight[at] ?? Number.NaN }, cell);
    if (misfit !== null) {
      refuse(misfit);
      continue;
    }
    const source = said.source ?? soleSources(table, indicator, place ?? kind, period) ?? standards.source;
    if (source === null) {
      refuse(faultAt('faulty', 'no-source', cell, 'a source, in the sheet or chosen for all of it', ''));
      continue;
    }
    if (!hasKey(register.source, source)) {
      refuse(faultAt('faulty', 'unknown-source', cell, 'a source of the district, by id or title', source));
      continue;
    }
    const key = place === null ? `${indicator}|${kind}|${period}|${source}` : `${indicator}|${place}|${period}|${source}`;
    if (seen.has(`${table} ${key}`)) {
      refuse(faultAt('faulty', 'duplicate-value', cell, 'each indicator, place and period once', period));
      continue;
    }
    seen.add(`${table} ${key}`);
    const given: Given = {
      value: values.value[at] ?? 0,
      said,
      ...(Number.isNaN(values.weight[at]) ? {} : { weight: values.weight[at] as number }),
    };
    const rows: ReadonlyMap<string, Row<'place_value'> | Row<'indicator_value'>> = register[table];
    const held = rows.get(key) ?? null;
    const dayKey = `${table} ${kind} ${period}`;
    let wrong = days.get(dayKey);
    if (wrong === undefined) {
      wrong = dayFault(table, 'period', { kind, period }, bounds);
      days.set(dayKey, wrong);
    }
    if (wrong !== null && held === null) {
      refuse(faultAt('faulty', 'period-cannot-be', cell, dayExpected(wrong, bounds).en, period));
      continue;
    }
    const row = held === null ? rowOf({ table, indicator, place, kind, period, source }, given, standards) : corrected(held, given);
    const state = held === null ? 'new' : row === held ? 'same' : 'changed';
    counts[state] += 1;
    if (state === 'same') continue;
    changes.push({ table, key, before: held, after: row, said: saidColumns(given) });
    if (lines.length < MOST_LINES)
      lines.push({
        cell,
        state,
        table,
        key,
        indicator,
        place,
        kind,
        period,
        value: given.value,
        before: held?.value ?? null,
        beforeStatus: held?.status ?? null,
        status: said.status ?? (held === null ? statusOfNew(kind, standards) : held.status),
        source,
        confidence: said.confidence ?? held?.confidence ?? standards.confidence,
      });
  }
  return { changes, counts: { ...counts, faulty: faultCount }, lines, faults, faultCount };
}

function valueAt(
  { indicators, places, periods, saids, indicator, place, period, said }: ReadValues,
  at: number,
): { readonly indicator: string; readonly place: string | null; readonly period: string; readonly said: ValueSaid } {
  return {
    indicator: indicators[indicator[at] ?? -1] ?? '',
    place: places[place[at] ?? -1] ?? null,
    period: periods[period[at] ?? -1] ?? '',
    said: saids[said[at] ?? -1] ?? {},
  };
}

interface Fitting {
  readonly table: 'indicator_value' | 'place_value';
  readonly indicator: string;
  readonly place: string | null;
  readonly kind: string;
  readonly said: ValueSaid;
  readonly weight: number;
}

/** What does not fit a value of its kind, at its cell. */
function fitIn(register: Register): (of: Fitting, cell: string) => SheetFault | null {
  return ({ indicator, place, kind, said, weight }, cell) => {
    const known = (register.indicator as ReadonlyMap<string, Row<'indicator'>>).get(indicator);
    if (!known) return faultAt('faulty', 'unknown-indicator', cell, 'an indicator of the district, by id or name', indicator);
    if (place !== null && !hasKey(register.place, place))
      return faultAt('faulty', 'unknown-place', cell, 'a place of the district, by id or name', place);
    if (known.formula !== null && (place !== null || kind !== 'target'))
      return faultAt('faulty', 'calculated-indicator', cell, 'an indicator without a formula', indicator);
    if (place !== null && (kind !== 'actual' || said.qualifier !== undefined || said.breaks === true))
      return faultAt('faulty', 'not-of-place', cell, 'a measured value alone, for a place', said.qualifier ?? kind);
    if (place === null && !Number.isNaN(weight))
      return faultAt('faulty', 'not-of-place', cell, 'no weight, for a value of the whole', String(weight));
    return weight < 0 ? faultAt('faulty', 'weight-below-zero', cell, 'a number from 0 on', String(weight)) : null;
  };
}

function hasKey(rows: ReadonlyMap<string, unknown>, key: string): boolean {
  return rows.has(key);
}

/** The one source by which a value is held of an indicator, place (or kind) and period; null where there is none, or several. */
function soleSourcesOf(register: Register): (table: Fitting['table'], indicator: string, of: string, period: string) => string | null {
  let known: ReadonlyMap<string, string | null> | null = null;
  const build = (): ReadonlyMap<string, string | null> => {
    const all = new Map<string, string | null>();
    const note = (key: string, source: string): void => {
      all.set(key, all.has(key) ? null : source);
    };
    for (const { indicator, place, period, source } of register.place_value.values())
      note(`place_value|${indicator}|${place}|${period}`, source);
    for (const { indicator, kind, period, source } of register.indicator_value.values())
      note(`indicator_value|${indicator}|${kind}|${period}`, source);
    return all;
  };
  return (table, indicator, of, period) => {
    // Most sheets say it.
    known ??= build();
    return known.get(`${table}|${indicator}|${of}|${period}`) ?? null;
  };
}

/** The columns that a sheet says by name, of the value and of what it rests on. */
function saidColumns({ weight, said }: Given): ReadonlySet<string> {
  return new Set([
    'source',
    'confidence',
    ...(weight === undefined ? [] : ['weight']),
    ...(said.status === undefined ? [] : ['status']),
    ...(said.noteZh === undefined ? [] : ['note_zh']),
    ...(said.noteEn === undefined ? [] : ['note_en']),
  ]);
}

/** The held row with what the sheet says of it; itself where that is the same. */
function corrected(held: AnyRow, { value, weight, said }: Given): AnyRow {
  const told: Record<string, unknown> = {
    value,
    ...(weight === undefined ? {} : { weight }),
    ...(said.status === undefined ? {} : { status: said.status }),
    ...(said.qualifier === undefined ? {} : { qualifier: said.qualifier }),
    ...(said.breaks === undefined ? {} : { breaks_series: said.breaks }),
    ...(said.confidence === undefined ? {} : { confidence: said.confidence }),
    ...(said.noteZh === undefined ? {} : { note_zh: said.noteZh }),
    ...(said.noteEn === undefined ? {} : { note_en: said.noteEn }),
  };
  for (const column in told) if (!sameValue(held[column], told[column])) return { ...held, ...told, rev: held.rev + 1 };
  return held;
}

/** A target is neither final nor provisional. */
function statusOfNew(kind: string, { status }: ValueStandards): ValueStandards['status'] {
  return kind === 'actual' ? status : null;
}

function rowOf(
  of: {
    readonly table: Fitting['table'];
    readonly indicator: string;
    readonly place: string | null;
    readonly kind: string;
    readonly period: string;
    readonly source: string;
  },
  { value, weight, said }: Given,
  standards: ValueStandards,
): AnyRow {
  const shared = {
    status: said.status ?? statusOfNew(of.kind, standards),
    source: idOf<'source'>(of.source),
    confidence: said.confidence ?? standards.confidence,
    note_zh: said.noteZh ?? null,
    note_en: said.noteEn ?? null,
    rev: 1,
  };
  if (of.place !== null) return { indicator: of.indicator, place: of.place, period: of.period, value, weight: weight ?? null, ...shared };
  const { status, ...rest } = shared;
  return {
    indicator: of.indicator,
    kind: of.kind,
    period: of.period,
    value,
    qualifier: said.qualifier ?? null,
    status,
    breaks_series: said.breaks ?? false,
    ...rest,
  };
}
