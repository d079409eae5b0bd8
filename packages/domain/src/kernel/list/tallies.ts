import { type Attribute, keysInOrder, keysOf, type PivotPart, resultAtOnce, WestgateError } from '@westgate/base';
import { attributeOf, columnsNamed, type ListColumn, numberOf } from './column.ts';
import type { ListQuery } from './query.ts';

/** What a column comes to over some rows, and of how many of them it is known. */
interface ColumnSum {
  readonly column: string;
  readonly sum: number;
  readonly known: number;
  /** The day of the oldest value, of a column whose values are of a day; null where no day is known. */
  readonly oldest?: string | null;
}

/** The rows under one key: how many, and what they come to. */
interface GroupTally {
  /** Empty: what is not known. */
  readonly key: string;
  readonly count: number;
  readonly sums: readonly ColumnSum[];
}

/** What is counted and added up over the rows of a list, on whatever page. */
export interface Tallies {
  readonly sums: readonly ColumnSum[];
  /** Null where the list is not grouped. */
  readonly groups: readonly GroupTally[] | null;
  /** How many rows there are where two keys meet, and what the first of the sums comes to there; null in place of a key: all of them. */
  readonly pivot: readonly PivotPart[] | null;
}

/** Rows as they are counted, one after the other: how many, and of each number the sum, how often it is known and of which day the oldest is. */
interface Counted {
  count: number;
  readonly sums: number[];
  readonly known: number[];
  readonly oldest: (string | null)[];
}

type Parts = Map<string, Counted>;

/** Most groups of a list, and most keys that they are crossed by: with more, nobody reads it, and counting it holds others up. */
const MOST_GROUPS = { group: 2_000, pivot: 200 } as const;

/** Counts and sums of rows by what is asked. A row with several values counts under each, and once in all. Throws `WG_INPUT_INVALID` where a column has too many values to group by. */
export function talliesOf<Row, Seen>(
  rows: Iterable<Row>,
  query: Pick<ListQuery, 'group' | 'pivot' | 'sums'>,
  from: { readonly columns: readonly ListColumn<Row, Seen>[]; readonly seen: Seen },
): Tallies {
  return resultAtOnce(tallySteps(rows, query, from));
}

/** The same row by row, for whoever gives others their turn between. */
export function* tallySteps<Row, Seen>(
  rows: Iterable<Row>,
  { group, pivot, sums }: Pick<ListQuery, 'group' | 'pivot' | 'sums'>,
  { columns, seen }: { readonly columns: readonly ListColumn<Row, Seen>[]; readonly seen: Seen },
): Generator<undefined, Tallies> {
  const summed = columnsNamed(columns, sums);
  const numbers = summed.map((column) => numberOf(column, seen));
  const [down, across] = [group, pivot].map((name) => columnsNamed(columns, [name]).map((column) => attributeOf(column, seen))[0]);
  const nothing = (): Counted => ({ count: 0, sums: summed.map(() => 0), known: summed.map(() => 0), oldest: summed.map(() => null) });
  const dayOf = (row: Row, index: number): string | null => summed[index]?.datedOn?.(row, seen) ?? null;
  const all = nothing();
  const groups: Parts = new Map();
  const margins: Parts = new Map();
  const meeting = new Map<string, Parts>();
  for (const row of rows) {
    const values = numbers.map((number, index): Summand => [number(row), dayOf(row, index)]);
    add(all, values);
    yield;
    if (!down) continue;
    const acrossKeys = across ? distinctKeys(row, across) : [];
    for (const key of acrossKeys) add(partOf(margins, key, nothing), values);
    for (const key of distinctKeys(row, down)) {
      add(partOf(groups, key, nothing), values);
      for (const other of acrossKeys)
        add(
          partOf(
            partOf(meeting, key, () => new Map()),
            other,
            nothing,
          ),
          values,
        );
    }
    requireFew('group', groups);
    requireFew('pivot', margins);
  }
  const sumsOf = ({ sums: own, known, oldest }: Counted): readonly ColumnSum[] =>
    summed.map(({ id, datedOn }, index) => ({
      column: id,
      sum: own[index] ?? 0,
      known: known[index] ?? 0,
      ...(datedOn ? { oldest: oldest[index] ?? null } : {}),
    }));
  const downKeys = down ? keysInOrder([...groups.keys()], down, (key) => groups.get(key)?.count ?? 0) : [];
  const acrossKeys = across ? keysInOrder([...margins.keys()], across, (key) => margins.get(key)?.count ?? 0) : [];
  const placeAcross = new Map(acrossKeys.map((key, place) => [key, place]));
  const placeOf = ([key]: readonly [string, Counted]): number => placeAcross.get(key) ?? 0;
  const part = (at: string | null, by: string | null, counted: Counted | undefined): readonly PivotPart[] =>
    counted ? [{ down: at, across: by, count: counted.count, sum: counted.sums[0] ?? 0, known: counted.known[0] ?? 0 }] : [];
  return {
    sums: sumsOf(all),
    groups: down ? downKeys.map((key) => ({ key, count: groups.get(key)?.count ?? 0, sums: sumsOf(groups.get(key) ?? nothing()) })) : null,
    pivot:
      down && across
        ? [
            ...part(null, null, all),
            ...acrossKeys.flatMap((by) => part(null, by, margins.get(by))),
            ...downKeys.flatMap((at) => [
              ...part(at, null, groups.get(at)),
              ...[...(meeting.get(at) ?? [])].sort((a, b) => placeOf(a) - placeOf(b)).flatMap(([by, counted]) => part(at, by, counted)),
            ]),
          ]
        : null,
  };
}

function requireFew(by: keyof typeof MOST_GROUPS, { size }: Parts): void {
  const most = MOST_GROUPS[by];
  if (size <= most) return;
  const message = {
    zh: `${by}：应为不同取值至多 ${most} 个的一栏，请先缩小范围或换一栏`,
    en: `${by}: expected a column with at most ${most} different values; narrow the list or take another column`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: by });
}

/** A number that is added up, and the day it is of; null where that is not known. */
type Summand = readonly [value: number | null, on: string | null];

function add(counted: Counted, values: readonly Summand[]): void {
  counted.count += 1;
  for (const [index, [value, on]] of values.entries()) {
    if (value === null) continue;
    const oldest = counted.oldest[index] ?? null;
    if (on !== null && (oldest === null || on < oldest)) counted.oldest[index] = on;
    counted.sums[index] = (counted.sums[index] ?? 0) + value;
    counted.known[index] = (counted.known[index] ?? 0) + 1;
  }
}

function partOf<Part>(parts: Map<string, Part>, key: string, make: () => Part): Part {
  const known = parts.get(key);
  if (known !== undefined) return known;
  const made = make();
  parts.set(key, made);
  return made;
}

function distinctKeys<Row>(row: Row, attribute: Attribute<Row>): readonly string[] {
  const keys = keysOf(row, attribute);
  return keys.length < 2 ? keys : [...new Set(keys)];
}
