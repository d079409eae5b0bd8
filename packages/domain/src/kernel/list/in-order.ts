import { byText } from '@westgate/base';
import type { SortValue } from './column.ts';

/** A row as it is put in order: by its values, and by its id where these are alike. */
export interface Entry {
  readonly values: readonly SortValue[];
  readonly id: string;
}

/** Orders two texts as a reader of a language looks for them. */
type Collate = (a: string, b: string) => number;

/** Which way a value runs, and in which language its texts are looked for. */
export interface Way {
  readonly isDown: boolean;
  readonly collate: Collate;
}

/**
 * Negative: the first stands before the second. Each value runs up or down; what is not known stands last either way. Rows that are alike stand by
 * their ids, the way the first value runs where it is known.
 */
export function comparisonOf(ways: readonly Way[]): (a: Entry, b: Entry) => number {
  return (a, b) => {
    // Walked by index: a list of 100,000 rows is put in order by some two million comparisons.
    for (let index = 0; index < ways.length; index += 1) {
      const [left, right, way] = [a.values[index] ?? null, b.values[index] ?? null, ways[index]];
      if (way === undefined || left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const order = typeof left === 'number' && typeof right === 'number' ? left - right : way.collate(String(left), String(right));
      if (order !== 0) return way.isDown ? -order : order;
    }
    const isBackwards = ways[0]?.isDown === true && (a.values[0] ?? null) !== null;
    return (isBackwards ? -1 : 1) * byText(a.id, b.id);
  };
}
