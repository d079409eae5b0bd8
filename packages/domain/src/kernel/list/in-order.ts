import type { SortValue } from './column.ts';

/** A row as it is put in order: by its values, and by its id where these are alike. */
export interface Entry {
  readonly values: readonly SortValue[];
  readonly id: string;
}

/** Orders two texts as a reader of a language looks for them. */
export type Collate = (a: string, b: string) => number;

/**
 * Negative: the first stands before the second. Each value runs up or down; what is not known stands last either way. Rows that are alike stand by
 * their ids, the way the first value runs where it is known.
 */
export function comparisonOf(down: readonly boolean[], collate: Collate): (a: Entry, b: Entry) => number {
  return (a, b) => {
    for (const [index, isDown] of down.entries()) {
      const [left, right] = [a.values[index] ?? null, b.values[index] ?? null];
      if (left === null && right === null) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const order = typeof left === 'number' && typeof right === 'number' ? left - right : collate(String(left), String(right));
      if (order !== 0) return isDown ? -order : order;
    }
    const isBackwards = down[0] === true && (a.values[0] ?? null) !== null;
    return (isBackwards ? -1 : 1) * byLetters(a.id, b.id);
  };
}

/** Ids by their letters: no two are alike. */
function byLetters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
