import { type AnyRow, type Field, fieldsOf, keyOf, type Row, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import { columnsOf, readCsv } from './csv.ts';
import { readDistrictJson } from './district-json.ts';
import type { FaultList, Place } from './fault.ts';
import type { FolderFiles } from './files.ts';
import { readGeoJson } from './geojson.ts';
import { readGeometry } from './geometry.ts';
import { type RawRow, type RawTable, UNREAD } from './raw-row.ts';
import { readTextCell } from './text-cell.ts';
import { readValue } from './values.ts';

/** A row with where it was read. `whole`: every value of it could be read, so that its type can be relied on. */
export interface Loaded {
  readonly row: AnyRow;
  readonly at: Place;
  readonly whole: boolean;
}

/** A table as read. `isComplete`: every row of its file is here. */
export interface LoadedTable {
  readonly rows: readonly Loaded[];
  readonly isComplete: boolean;
}

export type LoadedTables = { readonly [T in TableName]: LoadedTable };

/** Columns of a table that its file does not hold: the sentences' texts are in the plan texts. */
export function columnsElsewhere(name: TableName): readonly string[] {
  return name === 'sentence' ? ['text_zh', 'text_en'] : [];
}

/** Reads every table file. A row with faults is kept for the sake of references to it; rows of a key seen before are left out. */
export function loadTables(files: FolderFiles, faults: FaultList): LoadedTables {
  const tables: Partial<Record<TableName, LoadedTable>> = {};
  for (const name of TABLE_NAMES) tables[name] = loadTable(name, files.get(TABLES[name].file), faults);
  return tables as LoadedTables;
}

/** The rows of a table that could be read whole, as what they are. */
export function wholeRows<T extends TableName>(tables: LoadedTables, name: T): { readonly row: Row<T>; readonly at: Place }[] {
  return tables[name].rows.filter((loaded) => loaded.whole).map(({ row, at }) => ({ row: row as unknown as Row<T>, at }));
}

function loadTable(name: TableName, text: string | undefined, faults: FaultList): LoadedTable {
  const raw = text === undefined ? UNREAD : readRaw(name, text, faults);
  const seen = new Map<string, Place>();
  const loaded: Loaded[] = [];
  for (const rawRow of raw.rows) {
    const entry = loadRow(name, rawRow, faults);
    const key = keyOf(name, entry.row);
    const first = seen.get(key);
    if (first && entry.whole)
      faults.add('duplicate-key', rawRow.at, TABLES[name].key.join('+'), `a key of its own, not that of row ${first.row}`, key);
    if (first) continue;
    if (entry.whole) seen.set(key, rawRow.at);
    loaded.push(entry);
  }
  return { rows: loaded, isComplete: raw.isComplete };
}

function readRaw(name: TableName, text: string, faults: FaultList): RawTable {
  const { file } = TABLES[name];
  const columns = columnsOf(fieldsOf(name), columnsElsewhere(name));
  if (name === 'district') return readDistrictJson(text, faults);
  return file.endsWith('.geojson') ? readGeoJson(file, text, columns, faults) : readCsv(file, text, columns, faults);
}

function loadRow(name: TableName, { at, values }: RawRow, faults: FaultList): Loaded {
  const row: Record<string, unknown> & { rev: number } = { rev: 1 };
  const elsewhere = columnsElsewhere(name);
  const isCsv = at.file.endsWith('.csv');
  let whole = true;
  for (const [column, field] of Object.entries(fieldsOf(name))) {
    const raw = values[column];
    const reading = elsewhere.includes(column) ? { ok: true as const, value: null } : readValue(field, isCsv ? cellOf(field, raw) : raw);
    row[column] = reading.ok ? reading.value : null;
    if (reading.ok) continue;
    whole = false;
    faults.add(reading.code, at, column, reading.expected, shownRaw(raw));
  }
  if (at.file.endsWith('.geojson') && row.geometry !== null) {
    const reading = readGeometry(row.geometry);
    if ('geometry' in reading) row.geometry = reading.geometry;
    else {
      whole = false;
      faults.add('bad-geometry', at, 'geometry', reading.expected, reading.found);
    }
  }
  return { row, at, whole };
}

function cellOf(field: Field, raw: unknown): unknown {
  return field.kind === 'text' && typeof raw === 'string' ? readTextCell(raw.trim()) : raw;
}

function shownRaw(raw: unknown): string {
  if (raw === undefined || raw === null) return '';
  return typeof raw === 'string' ? raw : JSON.stringify(raw);
}
