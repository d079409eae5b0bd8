import { lostBasis } from '../programme/gates/lost-basis.ts';
import { type CutBefore, cutRegister, type TableCut } from '../register/cut-register.ts';
import { described } from '../register/described.ts';
import { VISIBILITIES } from '../register/fields/vocabulary.ts';
import type { Register } from '../register/register.ts';
import type { AnyRow, Row, TableName } from '../register/tables.ts';
import { keysTouched } from '../register/touched-keys.ts';
import { noteWhole } from '../register/whole-behind.ts';
import { keptOf, visibilityOf } from './kept.ts';
import { mayTouch, type Reader, reachesAll } from './policy.ts';

/**
 * What `reader` may know of the district, and nothing else: without the rows above the reader's right, without all that hangs on them, with
 * columns emptied that are narrower than their record or lead to what is hidden. References hold in it as in the whole. The same object where
 * nothing is hidden; a table of which nothing is hidden is the same map, and one that nothing touched since `before` is as it was there.
 */
export function registerFor(register: Register, reader: Reader, before: CutBefore | null = null): Register {
  if (reachesAll(reader, 'read')) return register;
  const isPublic = reader.roles.length === 0;
  const cutOf = (table: TableName): TableCut | null => {
    if (isPublic && isOfTheOffice(table)) return null;
    const cut = cutFor(register, table, reader, before?.whole[table]);
    return isPublic && table === 'gate_pass' ? { ...cut, keeps: (row) => isCounting(register, row) && (cut.keeps?.(row) ?? true) } : cut;
  };
  // Which passes count is told by rows that the public does not see.
  const seen = cutRegister(register, cutOf, { before, isSteady: (table) => !isPublic || table !== 'gate_pass' });
  if (seen !== register) noteWhole(seen, { whole: register, isPublic });
  return seen;
}

/** Whether what a pass rested on is there; for whom that is hidden only the passes that count are told. */
function isCounting(register: Register, { project, gate }: AnyRow): boolean {
  const passes: ReadonlyMap<string, Row<'gate_pass'>> = register.gate_pass;
  const pass = passes.get(`${project}|${gate}`);
  return pass === undefined || pass.became !== 'stands' || lostBasis(register, pass).length === 0;
}

/** Whether a table is the office's own work, which nobody sees who did not sign in. */
export function isOfTheOffice(table: TableName): boolean {
  return described(table).audience === 'office';
}

/** The columns of `table` that `reader` may not know of, whoever the row belongs to. */
export function hiddenColumns(table: TableName, reader: Reader): readonly string[] {
  const isKnown = mayTouch(reader, 'read', { visibility: 'district', department: null });
  return isKnown ? [] : (described(table).forDistrict ?? []);
}

/** What `reader` may know of a table. What a row hangs on is told by its columns: only whose it is must be looked up. */
function cutFor(register: Register, table: TableName, reader: Reader, before: ReadonlyMap<string, AnyRow> | undefined): TableCut {
  const isOpen = [...visibilitiesIn(table, register[table], before)].every((visibility) => isForAny(reader, visibility));
  const isKnown = (row: AnyRow): boolean =>
    isForAny(reader, saidVisibility(table, row)) ||
    keptOf(register, table, row)
      .slice(0, 1)
      .every((kept) => mayTouch(reader, 'read', kept));
  return { keeps: isOpen ? null : isKnown, emptied: hiddenColumns(table, reader) };
}

/** Whether `reader` may know of any record of this visibility, whoever it belongs to; rows without one are as widely known as what they hang on. */
function isForAny(reader: Reader, visibility: unknown): boolean {
  if (visibility === undefined) return true;
  const known = VISIBILITIES.find((each) => each === visibility);
  return known !== undefined && mayTouch(reader, 'read', { visibility: known, department: null });
}

/** What a row says of who may know of it; undefined where it says nothing. */
function saidVisibility(table: TableName, row: AnyRow): unknown {
  return row.visibility === undefined ? undefined : visibilityOf(table, row);
}

const visibilities = new WeakMap<ReadonlyMap<string, AnyRow>, ReadonlySet<unknown>>();

/** The visibilities that rows of a table have, perhaps others that they had `before`; undefined for rows without one. */
function visibilitiesIn(table: TableName, rows: ReadonlyMap<string, AnyRow>, before?: ReadonlyMap<string, AnyRow>): ReadonlySet<unknown> {
  const held = visibilities.get(rows);
  if (held) return held;
  const known = before && visibilities.get(before);
  const touched = before && known ? keysTouched(before, rows) : null;
  const found = new Set<unknown>(touched ? known : []);
  const note = (row: AnyRow | undefined): unknown => row && found.add(saidVisibility(table, row));
  if (touched) for (const key of touched) note(rows.get(key));
  else for (const row of rows.values()) note(row);
  visibilities.set(rows, found);
  return found;
}
