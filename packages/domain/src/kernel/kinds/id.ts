import { BY_WORDS, type Kind, OF_IDS } from './kind.ts';

/** The id of the record itself: made from its name where none is said. */
export const id: Kind = {
  ...OF_IDS,
  holds: () => 'id',
  examples: () => ['thing-1', 'thing-2'],
  isMade: true,
  isReviewable: false,
  isShort: false,
  isBilingual: false,
  pointer: null,
  filters: BY_WORDS,
  groups: false,
  searchWeight: 1,
};
