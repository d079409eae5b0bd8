import type { Said } from '@westgate/base';
import { targetOf } from '../kernel/field.ts';
import { countSaid } from '../register/described.ts';
import { COLUMN_NAMES } from '../register/fields/column-names.ts';
import { registerMemo } from '../register/memo.ts';
import { pointersOf } from '../register/pointers.ts';
import type { Register } from '../register/register.ts';
import { type AnyRow, FOLDER_TABLES, fieldsOf, type Row, TABLE_NAMES, type TableName } from '../register/tables.ts';
import { MAPPING } from './mapping/mapping.ts';

/** What of a project the standard has no field for. */
export interface Unsaid {
  /** Columns of the project that hold something and are not written; of a pair the first. */
  readonly columns: readonly { readonly column: string; readonly name: Said }[];
  /** Records of the project: none of them is written, or each of them in part. */
  readonly records: readonly { readonly table: TableName; readonly said: Said; readonly count: number; readonly how: 'none' | 'part' }[];
}

/** Columns that say no fact of a project. */
const KEPT_BACK: ReadonlySet<string> = new Set(['id', 'rev', 'visibility', 'cadence', 'asked_from']);

const SAID = saidByMapping();

/** What of a project OC4IDS cannot say, as its mapping and its records tell. */
export function unsaidOf(register: Register, project: Row<'project'>): Unsaid {
  const said = SAID.get('project') ?? new Set();
  const row: AnyRow = project;
  const columns = Object.keys(fieldsOf('project')).flatMap((column) => {
    if (KEPT_BACK.has(column) || said.has(column) || isNothing(row[column])) return [];
    return [{ column, name: nameOf(column) }];
  });
  const named = columns.filter(({ name }, at) => columns.findIndex((each) => each.name.en === name.en) === at);
  const own = countedByProject(register).get(project.id) ?? new Map<TableName, number>();
  const records = TABLE_NAMES.flatMap((table) => {
    const count = own.get(table) ?? 0;
    return count === 0
      ? []
      : [{ table, said: countSaid(table, count), count, how: SAID.has(table) ? ('part' as const) : ('none' as const) }];
  });
  return { columns: named, records };
}

/** How many rows of each table point to each project. */
const countedByProject = registerMemo((register): ReadonlyMap<string, ReadonlyMap<TableName, number>> => {
  const counted = new Map<string, Map<TableName, number>>();
  // Originals are what was said in the standard; what no folder holds is no fact of the district.
  for (const table of FOLDER_TABLES.filter((name) => name !== 'oc4ids_original')) {
    const pointers = pointersOf(table).filter(({ tables }) => tables.includes('project'));
    if (pointers.length === 0) continue;
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    for (const row of rows.values()) {
      const ids = new Set(
        pointers.flatMap(({ column, pointer }) =>
          targetOf(pointer, row) === 'project' && typeof row[column] === 'string' ? row[column] : [],
        ),
      );
      for (const id of ids) {
        const own = counted.get(id) ?? new Map<TableName, number>();
        own.set(table, (own.get(table) ?? 0) + 1);
        counted.set(id, own);
      }
    }
  }
  return counted;
});

function saidByMapping(): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Map<string, Set<string>>();
  for (const { says } of MAPPING) {
    for (const [table, columns] of Object.entries(says)) {
      const own = said.get(table) ?? new Set<string>();
      for (const column of columns ?? []) own.add(column);
      said.set(table, own);
    }
  }
  return said;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** What a column is called; those of a pair alike. */
function nameOf(column: string): Said {
  const own = fieldsOf('project')[column]?.label;
  if (own) return own;
  const names: Readonly<Record<string, Said>> = COLUMN_NAMES;
  const stem = column.replace(/_(?:zh|en)$/, '');
  return names[`project.${stem}`] ?? names[stem] ?? { zh: column, en: column };
}
