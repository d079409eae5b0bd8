import { described, type Field, type FormTie, fieldsOf, kindOf, TABLES } from '@westgate/domain';
import type { FormTable } from './form-kinds.ts';

/** One entry of a form: a column, or the two columns of a pair, side by side. */
export type FormEntry =
  | { readonly kind: 'one'; readonly name: string; readonly column: string; readonly field: Field }
  | { readonly kind: 'pair'; readonly name: string; readonly zh: string; readonly en: string; readonly field: Field };

/** What a form asks first, what it asks on demand, and the links a new record is made with. */
export interface FormLayout {
  readonly first: readonly FormEntry[];
  readonly more: readonly FormEntry[];
  readonly ties: readonly FormTie[];
}

/** The form of a kind. A record that is there keeps its id; a new one may be given one. */
export function layoutOf(kind: FormTable, isNew: boolean): FormLayout {
  const fields = fieldsOf(kind);
  const { first: asked = [], without = [], ties = [] } = described(kind).form ?? {};
  const isShown = (column: string): boolean => (isNew || column !== 'id') && !without.includes(column);
  const shown = Object.keys(fields).filter(isShown);
  const entries = shown.flatMap((column) => entryOf(fields, column));
  const first = asked.flatMap((name) => entries.filter((entry) => entry.name === name));
  const rest = entries.filter((entry) => !first.includes(entry));
  return {
    first,
    more: [...rest.filter(({ name }) => name !== 'id'), ...rest.filter(({ name }) => name === 'id')],
    ties: isNew ? ties : [],
  };
}

/** The columns an entry holds. */
export function columnsOf(entry: FormEntry): readonly string[] {
  return entry.kind === 'pair' ? [entry.zh, entry.en] : [entry.column];
}

/** The pair of which one language must be filled; null where the table has none. */
export function namedPair(kind: FormTable): string | null {
  return TABLES[kind].named ?? null;
}

function entryOf(fields: Readonly<Record<string, Field>>, column: string): readonly FormEntry[] {
  const field = fields[column];
  if (!field) return [];
  const stem = /^(.+)_(?:zh|en)$/.exec(column)?.[1];
  const isPair = stem !== undefined && `${stem}_zh` in fields && `${stem}_en` in fields && kindOf(field).isBilingual;
  if (!isPair) return [{ kind: 'one', name: column, column, field }];
  return column.endsWith('_zh') ? [{ kind: 'pair', name: stem, zh: `${stem}_zh`, en: `${stem}_en`, field }] : [];
}
