import { type Kind, OF_IDS } from '../kind.ts';

/** The id of a record of one table. */
export const ref: Kind = {
  ...OF_IDS,
  holds: ({ table }) => `id of a ${table}`,
  examples: () => ['thing-1', 'thing-2'],
  isMade: false,
  isReviewable: true,
  isBilingual: false,
  pointer: ({ table = '' }) => ({ table }),
  filters: ['is', 'in', 'given'],
  groups: true,
  searchWeight: 0,
};
