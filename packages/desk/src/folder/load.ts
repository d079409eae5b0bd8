import {
  type AnyRow,
  type Field,
  FOLDER_TABLES,
  fieldsOf,
  isBaseMapPath,
  keyOf,
  kindOf,
  type Reading,
  type Row,
  sourceOfPath,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { columnsOf, readCsv } from './csv.ts';
import { readDistrictJson } from './district-json.ts';
import type { FaultCode, FaultList, Place } from './fault.ts';
import type { FolderFiles } from './files.ts';
import { readGeoJson } from './geojson.ts';
import { readGeometry } from './geometry.ts';
import { addedColumns, mayLackFile } from './older-folders.ts';
import type { RawRow, RawTable } from './raw-row.ts';

/** A row with where it was read. `faulty`: the columns that could not be read; they hold null. */
export interface Loaded {
  readonly row: AnyRow;
  readonly at: Place;
  readonly faulty: ReadonlySet<string>;
}

/** A table as read. */
interface LoadedTable {
  readonly rows: readonly Loaded[];
  /** The keys of its rows. */
  readonly keys: Pick<ReadonlySet<string>, 'has'>;
  /** False where a part of the file could not be read. */
  readonly isComplete: boolean;
  /** The record may stand in the part that could not be read. */
  readonly mayHold: (id: string) => boolean;
}

export type LoadedTables = { readonly [T in TableName]: LoadedTable };

/** Reads every table file, step by step. A row with faults is kept for the sake of references to it; rows of a key seen before are left out. */
export function* loadSteps(files: FolderFiles, faults: FaultList): Generator<undefined, LoadedTables> {
  const tables: Partial<Record<TableName, LoadedTable>> = {};
  for (const name of TABLE_NAMES) tables[name] = yield* tableSteps(name, filesOf(name, files), faults);
  return tables as LoadedTables;
}

interface TableFile {
  readonly file: string;
  readonly text: string;
}

/** The files that hold rows of a table: one, and of features one more for each source that must be named. */
function filesOf(name: TableName, files: FolderFiles): readonly TableFile[] {
  if (!FOLDER_TABLES.includes(name)) return [];
  const more = name === 'feature' ? [...files.keys()].filter(isBaseMapPath).sort() : [];
  return [TABLES[name].file, ...more].flatMap((file) => {
    const text = files.get(file);
    return text === undefined ? [] : [{ file, text }];
  });
}

/** The rows of a table of which these columns could be read, as what they are. */
export function rowsWith<T extends TableName, C extends keyof Row<T> & string>(
  tables: LoadedTables,
  name: T,
  columns: readonly C[],
): { readonly row: Pick<Row<T>, C>; readonly at: Place }[] {
  return readable<T, C>(tables[name].rows, columns);
}

/** Of some rows those of which these columns could be read. */
export function readable<T extends TableName, C extends keyof Row<T> & string>(
  rows: readonly Loaded[],
  columns: readonly C[],
): { readonly row: Pick<Row<T>, C>; readonly at: Place }[] {
  return rows
    .filter(({ faulty }) => !columns.some((column) => faulty.has(column)))
    .map(({ row, at }) => ({ row: row as unknown as Pick<Row<T>, C>, at }));
}

function* tableSteps(name: TableName, files: readonly TableFile[], faults: FaultList): Generator<undefined, LoadedTable> {
  if (files.length === 0) return { rows: [], keys: new Set(), isComplete: mayLackFile(name), mayHold: () => !mayLackFile(name) };
  const raw: RawTable[] = [];
  for (const file of files) {
    raw.push(readRaw(name, file, faults));
    yield;
  }
  const isComplete = raw.every((each) => each.isComplete);
  const { key: keyColumns } = TABLES[name];
  const seen = new Map<string, Place>();
  const rows: Loaded[] = [];
  for (const rawRow of raw.flatMap((each) => each.rows)) {
    const loaded = loadRow(name, rawRow, faults);
    const hasKey = !keyColumns.some((column) => loaded.faulty.has(column));
    const key = keyOf(name, loaded.row);
    const first = hasKey ? seen.get(key) : undefined;
    if (first) {
      const expected = { zh: `自己的编号，不与第 ${first.row} 行相同`, en: `a key of its own, not that of row ${first.row}` };
      faults.add('duplicate-key', rawRow.at, keyColumns.join('+'), expected, key);
    } else rows.push(loaded);
    if (hasKey && !first) seen.set(key, rawRow.at);
    yield;
  }
  const keys = new Set(rows.map(({ row }) => keyOf(name, row)));
  return { rows, keys, isComplete, mayHold: (id) => !isComplete && files.some(({ text }) => text.includes(id)) };
}

function readRaw(name: TableName, { file, text }: TableFile, faults: FaultList): RawTable {
  const columns = columnsOf(fieldsOf(name));
  if (name === 'district') return readDistrictJson(text, faults);
  const read = file.endsWith('.geojson') ? readGeoJson : readCsv;
  const source = sourceOfPath(file);
  return read(file, text, columns, faults, source === null ? addedColumns(name) : { ...addedColumns(name), source });
}

function loadRow(name: TableName, { at, values, lacks }: RawRow, faults: FaultList): Loaded {
  const row: Record<string, unknown> & { rev: number } = { rev: 1 };
  const faulty = new Set(lacks);
  const form = at.file.endsWith('.csv') ? 'csv' : 'json';
  for (const [column, field] of Object.entries(fieldsOf(name))) {
    row[column] = null;
    if (faulty.has(column)) continue;
    const raw = values[column];
    const reading = readField(field, raw, form);
    if (reading.ok) row[column] = reading.value;
    else {
      faulty.add(column);
      faults.add(reading.code, at, column, reading.expected, reading.found ?? shownRaw(raw));
    }
  }
  return { row, at, faulty };
}

/** The value of a column, of JSON or of a CSV cell, a geometry checked as a shape. */
export function readField(field: Field, raw: unknown, form: 'json' | 'csv' = 'json'): Reading<FaultCode> {
  const kind = kindOf(field);
  const reading = form === 'csv' && typeof raw === 'string' ? kind.readText(raw, field) : kind.readJson(raw, field);
  if (field.shape !== 'geometry' || !reading.ok || reading.value === null) return reading;
  const shape = readGeometry(reading.value);
  return 'geometry' in shape ? { ok: true, value: shape.geometry } : { ok: false, code: 'bad-geometry', ...shape };
}

function shownRaw(raw: unknown): string {
  if (raw === undefined || raw === null) return '';
  return typeof raw === 'string' ? raw : JSON.stringify(raw);
}
