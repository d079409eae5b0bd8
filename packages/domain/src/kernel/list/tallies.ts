import { groupsBy, type PivotPart, pivotParts, tallyOf } from '@westgate/base';
import { attributeOf, type ListColumn, numberOf } from './column.ts';
import type { ListQuery } from './query.ts';

/** What a column comes to over some rows, and of how many of them it is known. */
export interface ColumnSum {
  readonly column: string;
  readonly sum: number;
  readonly known: number;
}

/** The rows under one key: how many, and what they come to. */
export interface GroupTally {
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

/** Counts and sums of rows by what is asked. A row with several values counts under each, and once in all. */
export function talliesOf<Row, Seen>(
  rows: readonly Row[],
  { group, pivot, sums }: Pick<ListQuery, 'group' | 'pivot' | 'sums'>,
  { columns, seen }: { readonly columns: readonly ListColumn<Row, Seen>[]; readonly seen: Seen },
): Tallies {
  const named = (id: string | null): ListColumn<Row, Seen> | undefined => columns.find((column) => column.id === id);
  const summed = sums.flatMap((id) => named(id) ?? []);
  const sumsOf = (own: readonly Row[]): readonly ColumnSum[] =>
    summed.map((column) => {
      const { sum, known } = tallyOf(own, numberOf(column, seen));
      return { column: column.id, sum, known };
    });
  const [down, across] = [named(group), named(pivot)].map((column) => column && attributeOf(column, seen));
  const [first] = summed;
  return {
    sums: sumsOf(rows),
    groups: down ? groupsBy(rows, down).map(({ key, rows: own }) => ({ key, count: own.length, sums: sumsOf(own) })) : null,
    pivot: down && across ? pivotParts(rows, down, across, first ? numberOf(first, seen) : null) : null,
  };
}
