/** The states of records in the order in which they want looking at. */
export const STATE_RANKS: readonly string[] = ['late', 'slipped', 'under-way', 'not-started', 'done', 'not-known', 'unmeasurable'];
