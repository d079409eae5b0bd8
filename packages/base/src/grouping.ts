/** What the rows of a list may have in common, as keys. */
export interface Attribute<Row> {
  /** Its name in an address. */
  readonly id: string;
  /** The keys of what a row holds of it: none where it is not known; several where it holds several, and then it stands in several groups. */
  readonly keysOf: (row: Row) => readonly string[];
  /** The place of a key in the order of the groups, the least first; absent: the largest group first. */
  readonly rankOf?: (key: string) => number;
}

/** The key of what is not known. */
export const UNKNOWN_KEY = '';

/** Rows with one value of an attribute. */
export interface RowGroup<Row> {
  readonly key: string;
  readonly rows: readonly Row[];
}

/** A narrowing by an attribute: its id and the key of its value. */
export interface Where {
  readonly column: string;
  readonly key: string;
}

/** How many rows, and the sum of a number over those where it is known. */
export interface Tally {
  readonly count: number;
  readonly sum: number;
  readonly known: number;
}

/** What stands where two values meet; null: all values. */
export interface PivotPart extends Tally {
  readonly down: string | null;
  readonly across: string | null;
}

/** Two attributes against each other. Each number counts a row once, also where it stands under several values. */
export interface Pivot {
  readonly down: readonly string[];
  readonly across: readonly string[];
  /** By the keys of both; null: all values. */
  readonly at: (down: string | null, across: string | null) => Tally;
  /** Whether some row stands under several values, so that the parts come to more than the total. */
  readonly isSplit: boolean;
}

/** The keys of a row: what is not known is a key of its own. */
export function keysOf<Row>(row: Row, attribute: Attribute<Row>): readonly string[] {
  const keys = attribute.keysOf(row);
  return keys.length === 0 ? [UNKNOWN_KEY] : keys;
}

/** The rows by the values of an attribute, each group in the order of the rows; what is not known comes last. */
export function groupsBy<Row>(rows: readonly Row[], attribute: Attribute<Row>): readonly RowGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows)
    for (const key of new Set(keysOf(row, attribute))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  return keysInOrder([...groups.keys()], attribute, (key) => groups.get(key)?.length ?? 0).map((key) => ({
    key,
    rows: groups.get(key) ?? [],
  }));
}

/** The keys of groups in their order: by rank where there is one, else the largest group first; what is not known comes last. */
export function keysInOrder(
  keys: readonly string[],
  { rankOf }: Pick<Attribute<never>, 'rankOf'>,
  countOf: (key: string) => number,
): readonly string[] {
  const isUnknown = (key: string): number => (key === UNKNOWN_KEY ? 1 : 0);
  return [...keys].sort(
    (a, b) => isUnknown(a) - isUnknown(b) || (rankOf ? rankOf(a) - rankOf(b) : countOf(b) - countOf(a)) || (a < b ? -1 : 1),
  );
}

/** The place of each key in an order, for attributes whose values are all named. */
export function rankIn(order: readonly string[]): (key: string) => number {
  return (key) => order.indexOf(key);
}

/** Rows in an order; what is not known, null, stands last whichever way `compare` runs. */
export function inOrderOf<Row, Value>(
  rows: readonly Row[],
  orderOf: (row: Row) => Value | null,
  compare: (a: Value, b: Value) => number,
): readonly Row[] {
  return rows
    .map((row) => ({ row, value: orderOf(row) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      return compare(a, b);
    })
    .map(({ row }) => row);
}

/** The sum of a number over rows, with how many of them it is known of. `numberOf` null: rows are counted alone. */
export function tallyOf<Row>(rows: readonly Row[], numberOf: ((row: Row) => number | null) | null): Tally {
  let [sum, known] = [0, 0];
  for (const row of rows) {
    const value = numberOf === null ? null : numberOf(row);
    if (value === null) continue;
    sum += value;
    known += 1;
  }
  return { count: rows.length, sum, known };
}

/** The parts of a pivot, margins and total among them; where two values do not meet there is no part. */
export function pivotParts<Row>(
  rows: readonly Row[],
  down: Attribute<Row>,
  across: Attribute<Row>,
  numberOf: ((row: Row) => number | null) | null,
): readonly PivotPart[] {
  const partOf = (downKey: string | null, acrossKey: string | null, own: readonly Row[]): PivotPart => ({
    down: downKey,
    across: acrossKey,
    ...tallyOf(own, numberOf),
  });
  return [
    partOf(null, null, rows),
    ...groupsBy(rows, across).map(({ key, rows: own }) => partOf(null, key, own)),
    ...groupsBy(rows, down).flatMap((group) => [
      partOf(group.key, null, group.rows),
      ...groupsBy(group.rows, across).map(({ key, rows: own }) => partOf(group.key, key, own)),
    ]),
  ];
}

/** A pivot from its parts, in the order of its margins. */
export function pivotOf(parts: readonly PivotPart[]): Pivot {
  const found = new Map(parts.map(({ down, across, ...tally }) => [placeOf(down, across), tally]));
  const at = (down: string | null, across: string | null): Tally => found.get(placeOf(down, across)) ?? NOTHING;
  const down = parts.flatMap((part) => (part.across === null && part.down !== null ? [part.down] : []));
  const across = parts.flatMap((part) => (part.down === null && part.across !== null ? [part.across] : []));
  const counted = (keys: readonly string[], count: (key: string) => number): number => keys.reduce((sum, key) => sum + count(key), 0);
  const total = at(null, null).count;
  const isSplit = counted(down, (key) => at(key, null).count) > total || counted(across, (key) => at(null, key).count) > total;
  return { down, across, at, isSplit };
}

const NOTHING: Tally = { count: 0, sum: 0, known: 0 };

function placeOf(down: string | null, across: string | null): string {
  return JSON.stringify([down, across]);
}

/** Whether every word of `asked`, parted by blanks, stands in a text; none asked: every text fits. */
export function wordsFinder(asked: string | undefined): (text: string) => boolean {
  const words = (asked ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    const hay = words.length === 0 ? '' : text.toLowerCase();
    return words.every((word) => hay.includes(word));
  };
}

/** The narrowings of an address: `lead:works,kind:project.greenway`; an empty key: not known. */
export function readWhere(text: string | undefined): readonly Where[] {
  return (text ?? '')
    .split(',')
    .filter((part) => part.includes(':'))
    .map((part) => ({ column: part.slice(0, part.indexOf(':')), key: part.slice(part.indexOf(':') + 1) }));
}

/** The same as text; undefined for none. */
export function whereText(all: readonly Where[]): string | undefined {
  return all.map(({ column, key }) => `${column}:${key}`).join(',') || undefined;
}

/** The rows that fit every narrowing; one by an attribute that the list does not have narrows nothing. */
export function rowsWhere<Row>(rows: readonly Row[], all: readonly Where[], attributes: readonly Attribute<Row>[]): readonly Row[] {
  const asked = all.flatMap(({ column, key }) => {
    const attribute = attributes.find(({ id }) => id === column);
    return attribute ? [{ attribute, key }] : [];
  });
  if (asked.length === 0) return rows;
  return rows.filter((row) => asked.every(({ attribute, key }) => keysOf(row, attribute).includes(key)));
}
