import { type Bilingual, type PivotPart, readShut, readWhere, whereText } from '@westgate/base';
import type { Exceptions } from '@westgate/contract';
import type { ViewSearch } from '../frame/view-search.ts';

/** The groups of a list that the server groups, as it answers them. */
export type ServedGroups = Pick<Exceptions, 'by' | 'values' | 'conditions' | 'pivot' | 'lines'>;

/** What of an address such a list is asked by; what it does not know is left out, so that an older link still opens it. */
export function servedAsk(
  { q, group, pivot, where, shut, sort }: ViewSearch,
  attributes: readonly string[],
  orders: readonly string[],
): Pick<ViewSearch, 'q' | 'group' | 'pivot' | 'where' | 'shut' | 'sort'> {
  const known = (id: string | undefined): string | undefined => (id !== undefined && attributes.includes(id) ? id : undefined);
  const isGrouped = known(group) !== undefined;
  return {
    q,
    group: known(group),
    pivot: isGrouped && pivot !== group ? known(pivot) : undefined,
    where: whereText(readWhere(where).filter(({ column }) => attributes.includes(column))),
    shut: isGrouped ? shut : undefined,
    sort: orders.includes(sort?.replace(/^-/, '') ?? '') ? sort : undefined,
  };
}

/** Rows under one value, with how many have it in all; `key` null: the list is not grouped. */
export interface ServedSection<Item> {
  readonly key: string | null;
  readonly count: number;
  readonly items: readonly Item[];
}

/** The rows that came, by the groups they came in, whatever is asked for by now; a shut group shows its head alone, one whose rows have not come does not show yet. */
export function servedSections<Item extends { readonly group: string | null }>(
  items: readonly Item[],
  { by, values }: Pick<ServedGroups, 'by' | 'values'>,
  shut: string | undefined,
): readonly ServedSection<Item>[] {
  const groups = values.find(({ attribute }) => attribute === by.group)?.values;
  if (!groups) return [{ key: null, count: items.length, items }];
  const { isShut } = readShut(shut);
  return groups.flatMap(({ key, count }) => {
    const own = items.filter((item) => item.group === key);
    return own.length > 0 || isShut(key) ? [{ key, count, items: own }] : [];
  });
}

/** How a value is called that occurs in what fits, or that was asked for; null where words of the screen say it. */
export function nameIn(
  { values, conditions }: Pick<ServedGroups, 'values' | 'conditions'>,
  attribute: string,
  key: string,
): Bilingual | null {
  const occurring = values.find((each) => each.attribute === attribute)?.values.find((each) => each.key === key);
  return (occurring ?? conditions.find((each) => each.attribute === attribute && each.key === key))?.name ?? null;
}

/** The parts of a served pivot: rows are counted, nothing is added up. */
export function servedParts(pivot: NonNullable<ServedGroups['pivot']>): readonly PivotPart[] {
  return pivot.map((part) => ({ ...part, sum: 0, known: 0 }));
}

/** How many different rows stand among the first lines of a list, heads of groups counted as lines. */
export function rowsWithin<Item>(sections: readonly ServedSection<Item>[], lines: number, idOf: (item: Item) => string): number {
  const all = sections.flatMap(({ key, items }) => [...(key === null ? [] : [null]), ...items.map(idOf)]);
  return new Set(all.slice(0, lines).filter((id) => id !== null)).size;
}
