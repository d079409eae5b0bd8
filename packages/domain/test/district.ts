import { type DayString, dayOf } from '@westgate/base';
import { type AnyRow, fieldsOf, type Register, registerOf, type State, type StateName, stateOf, type TableName } from '@westgate/domain';

type Cells = Readonly<Record<string, unknown>>;

/** A row of a table with every column: the cells given, else empty. */
export function rowOf(table: TableName, cells: Cells): AnyRow {
  const row: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fieldsOf(table))) {
    row[name] =
      field.kind === 'list' ? [] : field.kind === 'boolean' ? name === 'in_text' : field.optional ? null : (field.values?.[0] ?? '');
  }
  return { ...row, ...cells, rev: 1 };
}

/** A register from short rows. */
export function districtOf(rows: Partial<Record<TableName, readonly Cells[]>>): Register {
  const full: Partial<Record<TableName, readonly AnyRow[]>> = {};
  for (const [table, cells] of Object.entries(rows) as [TableName, readonly Cells[]][])
    full[table] = cells.map((cell) => rowOf(table, cell));
  return registerOf(full);
}

/** A plan for 2024 with one sentence, and one commitment `c` of the class, its list closed; further cells of it as given. */
export function promiseOf(verbClass: string | null, rows: Partial<Record<TableName, readonly Cells[]>> = {}, cells: Cells = {}): Register {
  return districtOf({
    document: [{ id: 'plan', title_en: 'Plan', kind: 'plan', covers: '2024' }],
    sentence: [{ id: 's1', document: 'plan', paragraph: 1, position: 1, kind: 'promise' }],
    commitment: [{ id: 'c', sentence: 's1', title_zh: '承诺', title_en: 'Promise', verb_class: verbClass, list_closed: true, ...cells }],
    ...rows,
  });
}

let count = 0;
/** An outcome row. */
export function outcome(subject: string, what: string, dates: string, cells: Cells = {}): Cells {
  const [kind, id] = subject.split(':');
  count += 1;
  return { id: `o${count}`, subject_kind: kind, subject_id: id, what, dates, source: 'S1', confidence: 'high', ...cells };
}

/** `from` relation `to`, each as `kind:id`. */
export function link(from: string, relation: string, to: string): Cells {
  const [fromKind, fromId] = from.split(':');
  const [toKind, toId] = to.split(':');
  return { from_kind: fromKind, from_id: fromId, relation, to_kind: toKind, to_id: toId };
}

/** The state of `kind:id` on a day. */
export function stateOn(register: Register, subject: string, asOf: string): State {
  const [kind, id] = subject.split(':');
  if (kind !== 'commitment' && kind !== 'project' && kind !== 'event') throw new Error(`no state for ${subject}`);
  return stateOf(register, { kind, id: id ?? '' }, dayOf(asOf));
}

/** The name of the state of the commitment `c` on a day. */
export function nameOn(register: Register, asOf: string): StateName {
  return stateOn(register, 'commitment:c', asOf).name;
}

export const day: (text: string) => DayString = dayOf;
