import type { Attribute } from '@westgate/base';

/** An attribute as people meet it: its heading, and its values in words. */
export interface SaidAttribute {
  readonly id: string;
  readonly head: string;
  /** A value in words, by its key; '' is what is not known. */
  readonly say: (key: string) => string;
}

/** An attribute that the rows of a list are grouped by where they are. */
interface ShownAttribute<Row> extends Attribute<Row>, SaidAttribute {}

/** A number that adds up over the rows of a list; null where it is not known. */
interface ShownMeasure<Row> extends SaidMeasure {
  readonly numberOf: (row: Row) => number | null;
}

/** A number that adds up: its heading, and how a sum is said. */
export interface SaidMeasure {
  readonly id: string;
  readonly head: string;
  readonly say: (sum: number) => string;
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
