import { refKey, relationsOf } from '../programme/relations.ts';
import { LEADING_KINDS, leadingBasis } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import type { Basis } from '../register/register-index.ts';
import { type Columns, type RowChange, rowChanges } from '../register/row-changes.ts';
import { type Row, TABLE_NAMES, type TableName } from '../register/tables.ts';
import { affectedBetween } from './affected.ts';
import { linksOf } from './links.ts';
import { commitmentOrder, sentenceOrder } from './text-order.ts';

/** The ids of the records of each kind that read otherwise after a deed: themselves, their state, stage, aim, lead, area or links. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

/** Changed rows of one table, and touched records in all, beyond which everything is taken to be touched. */
const FEW = 500;
const FEW_TOUCHED = 3_000;

/** Columns by which a record leads on to others, or gives them its aim. */
const LEADS_ON: Basis = {
  sentence: ['tags'],
  commitment: ['sentence', 'tags'],
  ...leadingBasis(),
};

/**
 * The records that may read otherwise in a list after what led from one register to another; null for perhaps all. Of all others the row,
 * the state, the stage, the aim, the lead, the area and where it stands in the text are the same in both. Of commitments all are named where
 * their order in the text is another one.
 */
export function touchedBetween(before: Register, after: Register): Touched | null {
  const affected = affectedBetween(before, after);
  if (affected === null || sentenceOrder(before) !== sentenceOrder(after)) return null;
  const touched = new Gathered([before, after]);
  for (const table of TABLE_NAMES) {
    const changes = changesOf(before, after, table);
    if (changes === null || (changes.length > 0 && (table === 'district' || table === 'department'))) return null;
    for (const change of changes) {
      touched.add(table, change.key);
      touchFrom(touched, table, change);
    }
  }
  for (const table of ['sentence', 'commitment', ...LEADING_KINDS] as const) {
    for (const { key } of changesOf(before, after, table, LEADS_ON) ?? []) touched.addAround(table, key);
  }
  for (const key of affected) {
    const [kind = '', ...id] = key.split(':');
    touched.addWithPlaces(kind, id.join(':'));
  }
  if (commitmentOrder(before) !== commitmentOrder(after)) touched.addAll('commitment', after.commitment.keys());
  return touched.size > FEW_TOUCHED ? null : touched.byKind;
}

/** The records touched, as they are gathered. */
class Gathered {
  readonly byKind = new Map<string, Set<string>>();
  readonly #registers: readonly Register[];
  readonly #around = new Set<string>();
  size = 0;

  constructor(registers: readonly Register[]) {
    this.#registers = registers;
  }

  add(kind: string, id: string): void {
    const ids = this.byKind.get(kind) ?? new Set();
    this.byKind.set(kind, ids);
    if (!ids.has(id)) this.size += 1;
    ids.add(id);
  }

  addAll(kind: string, ids: Iterable<string>): void {
    for (const id of ids) this.add(kind, id);
  }

  /** A record, and where it is a project the places it stands on. */
  addWithPlaces(kind: string, id: string): void {
    this.add(kind, id);
    if (kind !== 'project') return;
    for (const register of this.#registers) this.addAll('place', relationsOf(register).placesUnder(id));
  }

  /** A record and all that it is linked to before or after. */
  addAround(kind: string, id: string): void {
    if (this.size > FEW_TOUCHED) return;
    if (this.#around.has(refKey(kind, id))) return;
    this.#around.add(refKey(kind, id));
    this.add(kind, id);
    for (const register of this.#registers) {
      for (const links of Object.values(linksOf(register, kind, id))) for (const each of links) this.add(each.kind, each.id);
    }
  }
}

/** What a changed row says of other records. */
function touchFrom<T extends TableName>(touched: Gathered, table: T, change: RowChange<Row<T>>): void {
  for (const row of [change.before, change.after]) {
    if (row === null) continue;
    const cells: Readonly<Record<string, unknown>> = row;
    const id = (column: string): string => String(cells[column]);
    switch (table) {
      case 'project':
        touched.addWithPlaces(table, change.key);
        break;
      case 'link':
        touched.addAround(id('from_kind'), id('from_id'));
        touched.addAround(id('to_kind'), id('to_id'));
        break;
      case 'mention':
        touched.addAround('sentence', id('sentence'));
        touched.addAround(id('thing_kind'), id('thing_id'));
        break;
      case 'outcome':
      case 'figure':
        touched.addWithPlaces(id('subject_kind'), id('subject_id'));
        break;
      case 'feature':
        touched.add('place', id('place'));
        break;
    }
  }
}

function changesOf<T extends TableName>(
  before: Register,
  after: Register,
  table: T,
  basis: Basis = {},
): readonly RowChange<Row<T>>[] | null {
  const columns: Columns<Row<T>> | undefined = basis[table];
  return rowChanges<Row<T>>(before[table], after[table], columns ?? 'rows', FEW);
}
