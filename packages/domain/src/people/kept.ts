import { described } from '../register/described.ts';
import { VISIBILITIES, type Visibility } from '../register/fields/vocabulary.ts';
import { subjectsOf } from '../register/pointers.ts';
import type { Register } from '../register/register.ts';
import { type AnyRow, fieldsOf, type TableName } from '../register/tables.ts';
import type { Kept } from './policy.ts';

/**
 * What decides who may know of a row: the row itself first, then every record it hangs on. Who may not read one of them may not read the row.
 * Records that are not held are passed over.
 */
export function keptOf(register: Register, table: TableName, row: AnyRow): readonly Kept[] {
  const hangsOn = recordsBelow(table, row).flatMap(([kind, id]) => {
    const rows: ReadonlyMap<string, AnyRow> | undefined = register[kind];
    const below = rows?.get(id);
    return below ? [keptOf(register, kind, below)] : [];
  });
  const [first] = hangsOn;
  return [
    { visibility: visibilityOf(table, row), department: departmentOf(table, row) ?? first?.[0]?.department ?? null },
    ...hangsOn.flat(),
  ];
}

/** The department a record belongs to by a column of its own; null for none. */
function departmentOf(table: TableName, row: AnyRow): string | null {
  const { owner } = described(table);
  const department = owner === undefined ? null : row[owner];
  return typeof department === 'string' ? department : null;
}

/** The records a row says something of, or is a part of, where who may know of it is told by them: the first decides whose it is. */
export function recordsBelow(table: TableName, row: AnyRow): readonly (readonly [TableName, string])[] {
  return described(table).audience === 'all' ? [] : subjectsOf(table, row);
}

/** What a row says of who may know of it. Rows of tables without a visibility of their own are as widely known as what they hang on. A word nobody knows hides. */
export function visibilityOf(table: TableName, row: AnyRow): Visibility {
  if (!Object.hasOwn(fieldsOf(table), 'visibility')) return 'public';
  const own = VISIBILITIES.find((each) => each === row.visibility) ?? 'confidential';
  return own === 'public' && lacksBasis(table, row) ? 'district' : own;
}

/** Whether a row has a value and not all that it would have to be published with: its unit, its period, its source. It then stays in the district. */
function lacksBasis(table: TableName, row: AnyRow): boolean {
  const [value, ...needs] = described(table).publicWith ?? [];
  return value !== undefined && (row[value] ?? null) !== null && needs.some((column) => (row[column] ?? null) === null);
}
