import { type Attribute, groupsBy, inOrderOf, pivotParts, readShut, readWhere, rowsWhere, wordsFinder } from '@westgate/base';

/** How a list is asked for that is grouped where it lies. */
export interface GroupedAsk {
  readonly q?: string | undefined;
  readonly group?: string | undefined;
  readonly pivot?: string | undefined;
  readonly where?: string | undefined;
  readonly shut?: string | undefined;
  readonly sort?: string | undefined;
  readonly limit: number;
  readonly skip: number;
}

type Name = { zh: string | null; en: string | null };
/** What a list is grouped by, and how its values are called where words of the screen do not say them. */
export interface Groupable<Row> {
  readonly attributes: readonly Attribute<Row>[];
  /** What words are looked for in. */
  readonly hayOf: (row: Row) => string;
  readonly orderOf: (order: string) => (row: Row) => string | number | null;
  readonly nameOf: (attribute: string, key: string) => Name | null;
}

/** The rows that fit the conditions asked for, in the order asked for. */
export function rowsAsked<Row>(
  rows: readonly Row[],
  { attributes, orderOf, hayOf }: Omit<Groupable<Row>, 'nameOf'>,
  { q, where, sort }: Pick<GroupedAsk, 'q' | 'where' | 'sort'>,
): readonly Row[] {
  const narrowed = rowsWhere(rows, readWhere(where), attributes);
  const hasWords = wordsFinder(q);
  return inOrder(q === undefined ? narrowed : narrowed.filter((row) => hasWords(hayOf(row))), sort, orderOf);
}

/** A page of a list by its groups; what it counts is over all that fits, on whatever page. */
export function groupedList<Row>(rows: readonly Row[], groupable: Groupable<Row>, ask: GroupedAsk) {
  const { attributes, nameOf } = groupable;
  const fitting = rowsAsked(rows, groupable, ask);
  const [down, across] = [ask.group, ask.pivot].map((asked) => attributes.find(({ id }) => id === asked));
  const { isShut } = readShut(ask.shut);
  const lines = down
    ? groupsBy(fitting, down).flatMap(({ key, rows: own }) => (isShut(key) ? [] : own.map((row) => ({ row, group: key }))))
    : fitting.map((row) => ({ row, group: null }));
  const parts = down && across && down !== across ? pivotParts(fitting, down, across, null) : null;
  return {
    by: { group: down?.id ?? null, pivot: parts && across ? across.id : null },
    total: fitting.length,
    shown: lines.slice(ask.skip, ask.skip + ask.limit),
    lines: lines.length,
    values: attributes.map((attribute) => ({
      attribute: attribute.id,
      values: groupsBy(fitting, attribute).map(({ key, rows: own }) => ({ key, name: nameOf(attribute.id, key), count: own.length })),
    })),
    conditions: readWhere(ask.where).map(({ column, key }) => ({ attribute: column, key, name: nameOf(column, key) })),
    pivot: parts?.map(({ down: at, across: by, count }) => ({ down: at, across: by, count })) ?? null,
  };
}

/** Rows in an order; what is not known stands last either way. */
function inOrder<Row>(rows: readonly Row[], sort: string | undefined, orderOf: Groupable<Row>['orderOf']): readonly Row[] {
  if (sort === undefined) return rows;
  const direction = sort.startsWith('-') ? -1 : 1;
  return inOrderOf(rows, orderOf(sort.replace(/^-/, '')), (a, b) => (a === b ? 0 : a < b ? -direction : direction));
}
