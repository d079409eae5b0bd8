import { BY_WORDS, type Kind, OF_IDS } from './kind.ts';

/** The id of a record of one table. */
export const ref: Kind = {
  ...OF_IDS,
  holds: ({ table }) => `id of a ${table}`,
  examples: () => ['thing-1', 'thing-2'],
  isMade: false,
  isReviewable: true,
  isShort: true,
  isBilingual: false,
  pointer: ({ table = '' }) => ({ table }),
  filters: BY_WORDS,
  groups: true,
  searchWeight: 0,
};
