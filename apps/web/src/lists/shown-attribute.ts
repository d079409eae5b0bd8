import type { Attribute } from '@westgate/base';
import type { SaidAttribute, SaidMeasure } from '../list/pivot-table.tsx';

/** An attribute that the rows of a list are grouped by where they are. */
interface ShownAttribute<Row> extends Attribute<Row>, SaidAttribute {}

/** A number that adds up over the rows of a list; null where it is not known. */
interface ShownMeasure<Row> extends SaidMeasure {
  readonly numberOf: (row: Row) => number | null;
}

/** What a list can be put in order by; null where it is not known. */
export interface SortKey<Row> {
  readonly id: string;
  readonly head: string;
  readonly orderOf: (row: Row) => string | number | null;
}

/** A value of an attribute that occurs, and how often. */
export interface ValueCount {
  readonly key: string;
  readonly count: number;
}

/** What a list can be grouped and narrowed by, what adds up in it, and what it can be put in order by. */
export interface Aspects<Row> {
  readonly attributes: readonly ShownAttribute<Row>[];
  readonly measures: readonly ShownMeasure<Row>[];
  readonly sorts: readonly SortKey<Row>[];
}
