import { type AnyRow, type Change, type Field, fieldsOf, keyOf, kindOf, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';

/** The change that creates `row`. */
export function created(table: TableName, row: AnyRow): Change {
  return { table, key: keyOf(table, row), before: null, after: row };
}

/** The change that gives some columns of `before` other values. */
export function changed(table: TableName, before: AnyRow, values: Readonly<Record<string, unknown>>): Change {
  return { table, key: keyOf(table, before), before, after: { ...before, ...values, rev: before.rev + 1 } };
}

/** A source, with a title that says which. */
export function sourceRow(id: string, title = `Source ${id}`): AnyRow {
  return { ...sampleRow('source', 1), id, title };
}

/** Two rows of every table that point to each other's first rows: every column filled in one, all that may be empty in the other. */
export function sampleRows(): readonly (readonly [TableName, AnyRow])[] {
  return TABLE_NAMES.flatMap((table) => [1, 2].map((n) => [table, sampleRow(table, n)] as const));
}

function sampleRow(table: TableName, n: number): AnyRow {
  const values = Object.entries(fieldsOf(table)).map(([column, field]) => [
    column,
    sampleValue(column, field, { n, isKey: isKey(table, column) }),
  ]);
  return { ...Object.fromEntries(values), rev: 1 };
}

/** The first column of a key differs from row to row where no other column of the key does by itself. */
function isKey(table: TableName, column: string): boolean {
  const { key } = TABLES[table];
  return key[0] === column && key.every((each) => ['ref', 'day', 'enum', 'integer'].includes(fieldsOf(table)[each]?.kind ?? ''));
}

function sampleValue(column: string, field: Field, { n, isKey }: { readonly n: number; readonly isKey: boolean }): unknown {
  if (field.optional && n === 2) return null;
  const [first, second] = kindOf(field).examples(field);
  switch (field.kind) {
    case 'ref':
    case 'day':
      return isKey && n === 2 ? second : first;
    case 'text':
      return `${column} “${n}”, 首先\n; it's \\ "so"`;
    case 'enum':
      // What asks for something of a gate is about a project.
      if (column === 'subject_kind' && field.values?.includes('project') && !isKey) return 'project';
      return isKey && n === 2 ? second : first;
    case 'list':
      return n === 1 ? ['aim:fly', 'a "b", {c}', '', 'NULL'] : [];
    default:
      return n === 1 ? first : second;
  }
}
