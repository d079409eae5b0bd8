import {
  type AnyRow,
  FOLDER_TABLES,
  fieldsOf,
  keyOf,
  type Register,
  registerMemo,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { checkDistrict } from './check-district.ts';
import { checkGeometry } from './check-geometry.ts';
import { checkReferences } from './check-references.ts';
import { checkTables } from './check-tables.ts';
import type { Fault, FaultList } from './fault.ts';
import { type FaultTally, isWithin, listBeyond, tallyOf } from './fault-tally.ts';
import { type LoadedTables, readField } from './load.ts';

/** Nothing: the columns of a row in memory could all be read. */
const NONE: ReadonlySet<string> = new Set();

/**
 * The faults of a register as a district folder would have them: what its records say of each other. Not looked at are the forms of single
 * values, for which there is {@link readFields}, and the files of the plan texts.
 */
const tallyIn = registerMemo((register): FaultTally => tallyOf((faults) => checkRegister(register, faults)));

function checkRegister(register: Register, faults: FaultList): void {
  const tables = tablesOf(register);
  checkReferences(tables, faults);
  const district = checkDistrict(tables, faults);
  const texts = new Map([...register.sentence].map(([id, { text_zh, text_en }]) => [id, { text_zh, text_en }]));
  checkTables(tables, { district, texts, today: null }, faults);
  checkGeometry(tables, district.frame, faults);
}

/**
 * The faults of a register that the one before it had not, the first 1,000 of them. What is held from before, whatever its faults, keeps nobody from
 * writing; it is told among the faults that are held.
 */
export function newFaults(before: Register, after: Register): readonly Fault[] {
  const tally = tallyIn(after);
  if (tally.size === 0 || isWithin(tally, tallyIn(before))) return [];
  const faults = listBeyond(tallyIn(before));
  checkRegister(after, faults);
  return faults.faults;
}

/** The values of some columns, read as those of a folder; the faults of those that could not be go to `faults`. */
export function readFields(
  name: TableName,
  given: Readonly<Record<string, unknown>>,
  faults: FaultList,
): Readonly<Record<string, unknown>> {
  const at = { file: TABLES[name].file, row: null };
  const fields = fieldsOf(name);
  const values: Record<string, unknown> = {};
  for (const [column, raw] of Object.entries(given)) {
    const field = Object.hasOwn(fields, column) ? fields[column] : undefined;
    if (!field) {
      faults.add('unknown-column', at, column, { zh: '表里有的栏', en: `a column of ${name}` }, column);
      continue;
    }
    const reading = readField(column, field, raw);
    if (reading.ok) values[column] = reading.value;
    else faults.add(reading.code, at, column, reading.expected, reading.found ?? (typeof raw === 'string' ? raw : JSON.stringify(raw)));
  }
  return values;
}

function tablesOf(register: Register): LoadedTables {
  const tables: Partial<Record<TableName, LoadedTables[TableName]>> = {};
  for (const name of TABLE_NAMES) {
    const { file } = TABLES[name];
    // What is the office's own has rules of its own, and may say what no folder does: it keeps nobody from writing in the district.
    const rows = FOLDER_TABLES.includes(name)
      ? [...register[name].values()].map((row: AnyRow) => ({ row, at: { file, row: null, key: keyOf(name, row) }, faulty: NONE }))
      : [];
    tables[name] = { rows, isComplete: true, mayHold: () => false };
  }
  return wholeTables(tables);
}

function wholeTables(tables: Partial<Record<TableName, LoadedTables[TableName]>>): LoadedTables {
  return tables as LoadedTables;
}
