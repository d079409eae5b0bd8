import { described, entriesOf, entryColumns, type FormTie, TABLES, type TableEntry } from '@westgate/domain';
import type { FormTable } from '../../api/form-kinds.ts';

/** What a form asks first, what it asks on demand, and the links a new record is made with. */
export interface FormLayout {
  readonly first: readonly TableEntry[];
  readonly more: readonly TableEntry[];
  readonly ties: readonly FormTie[];
}

/** The form of a kind. A record that is there keeps its id; a new one may be given one. */
export function layoutOf(kind: FormTable, isNew: boolean): FormLayout {
  const { first: asked = [], without = [], ties = [] } = described(kind).form ?? {};
  const isShown = (column: string): boolean => (isNew || column !== 'id') && !without.includes(column);
  const entries = entriesOf(kind).filter((entry) => entryColumns(entry).every(isShown));
  const first = asked.flatMap((name) => entries.filter((entry) => entry.name === name));
  const rest = entries.filter((entry) => !first.includes(entry));
  return {
    first,
    more: [...rest.filter(({ name }) => name !== 'id'), ...rest.filter(({ name }) => name === 'id')],
    ties: isNew ? ties : [],
  };
}

/** The pair of which one language must be filled; null where the table has none. */
export function namedPair(kind: FormTable): string | null {
  return TABLES[kind].named ?? null;
}
