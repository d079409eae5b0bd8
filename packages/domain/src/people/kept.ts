import type { Register } from '../register/register.ts';
import type { AnyRow, TableName } from '../register/tables.ts';
import type { Visibility } from '../register/vocabulary.ts';
import type { Kept } from './policy.ts';

/** What is known in the whole district and belongs to no department. */
const OF_THE_DISTRICT: Kept = { visibility: 'district', department: null };

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
  return [{ visibility: visibilityOf(row), department: departmentOf(table, row) ?? first?.[0]?.department ?? null }, ...hangsOn.flat()];
}

/** The department a record belongs to by a column of its own; null for none. */
function departmentOf(table: TableName, row: AnyRow): string | null {
  if (table === 'commitment') return textIn(row, 'owner');
  if (table === 'project') return textIn(row, 'lead');
  return null;
}

/** The records a row says something of, or is a part of: the first decides whose it is. */
function recordsBelow(table: TableName, row: AnyRow): readonly (readonly [TableName, string])[] {
  const at = (kind: TableName, column: string): readonly (readonly [TableName, string])[] => {
    const id = textIn(row, column);
    return id === null ? [] : [[kind, id]];
  };
  const named = (kindColumn: string, column: string): readonly (readonly [TableName, string])[] => {
    const kind = textIn(row, kindColumn);
    return kind === null ? [] : at(kindTable(kind), column);
  };
  switch (table) {
    case 'sentence':
    case 'text_question':
      return at('document', 'document');
    case 'commitment':
    case 'draft_refusal':
      return at('sentence', 'sentence');
    case 'mention':
      return [...at('sentence', 'sentence'), ...named('thing_kind', 'thing_id')];
    case 'feature':
      return at('place', 'place');
    case 'indicator_value':
      return at('indicator', 'indicator');
    case 'figure':
    case 'outcome':
      return named('subject_kind', 'subject_id');
    case 'link':
      return [...named('from_kind', 'from_id'), ...named('to_kind', 'to_id')];
    default:
      return [];
  }
}

function visibilityOf(row: AnyRow): Visibility {
  const { visibility } = row;
  return visibility === 'public' || visibility === 'department' || visibility === 'confidential' ? visibility : OF_THE_DISTRICT.visibility;
}

function textIn(row: AnyRow, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** The kinds of a record are the names of their tables. */
function kindTable(kind: string): TableName {
  return kind as TableName;
}
