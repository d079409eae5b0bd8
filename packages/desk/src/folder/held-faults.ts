import { inEnglish, type Told } from '@westgate/base';
import { type AnyRow, findWaitingRing, heldDayFaults, keyOf, type Register, type TableName } from '@westgate/domain';
import { readGeometry } from './geometry.ts';

/** A held value that would be refused today: a day that cannot be, a shape that is none, a wait in a ring. */
export interface HeldFault {
  readonly table: TableName;
  readonly key: string;
  readonly column: string;
  readonly why: 'no-day' | 'out-of-span' | 'ahead' | 'bad-shape' | 'ring';
  /** The value, shortened; of a shape what is wrong with it and where. */
  readonly found: string;
  /** The same in Chinese, where it is told in words. */
  readonly foundZh?: string;
}

const SHAPED: readonly TableName[] = ['place', 'feature', 'component'];

/** What was found of a row's shape; rows never change in place. */
const shapes = new WeakMap<AnyRow, Told | null>();

/** Every value of a single row that would be refused today, a step for each shape that is looked at. */
export function* heldRowFaults(register: Register): Generator<undefined, readonly HeldFault[]> {
  const faults: HeldFault[] = [...heldDayFaults(register)];
  for (const table of SHAPED) {
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    for (const [key, row] of rows) {
      if (!shapes.has(row)) yield;
      const found = shapeFound(row);
      if (found === null) continue;
      const inChinese = typeof found === 'string' ? {} : { foundZh: found.zh };
      faults.push({ table, key, column: 'geometry', why: 'bad-shape', found: inEnglish(found), ...inChinese });
    }
  }
  return faults;
}

/** The ring in which records of `register` wait for themselves, naming nothing but what it holds; null where there is none. */
export function heldRing(register: Register): HeldFault | null {
  const ring = findWaitingRing([...register.dependency.values()], [...register.milestone.values()]);
  if (ring === null) return null;
  return { table: 'dependency', key: keyOf('dependency', ring.by), column: 'to_id', why: 'ring', found: ring.members.join(' → ') };
}

function shapeFound(row: AnyRow): Told | null {
  const held = shapes.get(row);
  if (held !== undefined) return held;
  const read = row.geometry === null ? null : readGeometry(row.geometry);
  const found = read && 'found' in read ? read.found : null;
  shapes.set(row, found);
  return found;
}
