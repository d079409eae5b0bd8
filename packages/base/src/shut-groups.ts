import { UNKNOWN_KEY } from './grouping.ts';

/** What stands in an address for the group of what is not known, and for all groups. */
const [UNKNOWN_WORD, ALL] = ['~', '*'];

/** Which groups of a list are shut: those named, or all but those. */
export interface ShutGroups {
  readonly isShut: (key: string) => boolean;
  /** The address after one group was opened or shut; undefined: none is shut. */
  readonly toggled: (key: string) => string | undefined;
}

/** Most signs of an address that name shut groups, and as many that name conditions. */
export const LIST_ADDRESS_LIMIT = 1_000;

/** The address when every group is shut. */
export const ALL_SHUT = ALL;

/** Reads `works,parks` (these are shut) or `*,works` (all but these); `~` is the group of what is not known. */
export function readShut(text: string | undefined): ShutGroups {
  const named = (text ?? '').split(',').filter((part) => part !== '');
  const isAllBut = named.includes(ALL);
  const keys = new Set(named.filter((part) => part !== ALL).map((part) => (part === UNKNOWN_WORD ? UNKNOWN_KEY : part)));
  return {
    isShut: (key) => keys.has(key) !== isAllBut,
    toggled(key) {
      const after = new Set(keys);
      if (!after.delete(key)) after.add(key);
      return [...(isAllBut ? [ALL] : []), ...[...after].map((each) => each || UNKNOWN_WORD)].join(',') || undefined;
    },
  };
}
