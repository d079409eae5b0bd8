import { BY_WORDS, type Kind, OF_IDS } from './kind.ts';

/** The id of a record of the table that another column names. */
export const anyref: Kind = {
  ...OF_IDS,
  holds: ({ kindColumn }) => `id of the record whose kind is in \`${kindColumn}\``,
  examples: () => ['thing-1', 'thing-2'],
  isMade: false,
  isReviewable: false,
  isShort: false,
  isBilingual: false,
  pointer: ({ kindColumn = '' }) => ({ kindColumn }),
  filters: BY_WORDS,
  groups: true,
  searchWeight: 0,
};
