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
