import type { Register } from '../register/register.ts';
import { type AnyRow, fieldsOf, type TableName } from '../register/tables.ts';
import { VISIBILITIES, type Visibility } from '../register/vocabulary.ts';
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
  if (table === 'commitment') return textIn(row, 'owner');
  if (table === 'project' || table === 'supervision') return textIn(row, 'lead');
  if (table === 'saved_view') return textIn(row, 'department');
  return null;
}

/** The records a row says something of, or is a part of: the first decides whose it is. */
export function recordsBelow(table: TableName, row: AnyRow): readonly (readonly [TableName, string])[] {
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
    case 'status_update':
    case 'assignment':
    case 'outside_link':
    case 'evidence':
    case 'supervision':
    case 'comment':
    case 'pending_change':
      return named('subject_kind', 'subject_id');
    case 'requirement_answer':
    case 'gate_pass':
    case 'admission':
    case 'milestone':
    case 'component':
    case 'planned_amount':
    case 'monthly_progress':
      return at('project', 'project');
    case 'supervision_department':
    case 'supervision_step':
      return at('supervision', 'supervision');
    case 'comment_department':
      return at('comment', 'comment');
    case 'dependency':
      return [...named('to_kind', 'to_id'), ...named('from_kind', 'from_id')];
    case 'link':
      return [...named('from_kind', 'from_id'), ...named('to_kind', 'to_id')];
    default:
      return [];
  }
}

/** What a row says of who may know of it. Rows of tables without a visibility of their own are as widely known as what they hang on. A word nobody knows hides. */
export function visibilityOf(table: TableName, { visibility }: AnyRow): Visibility {
  if (!Object.hasOwn(fieldsOf(table), 'visibility')) return 'public';
  return VISIBILITIES.find((each) => each === visibility) ?? 'confidential';
}

function textIn(row: AnyRow, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** The kinds of a record are the names of their tables. */
function kindTable(kind: string): TableName {
  return kind as TableName;
}
