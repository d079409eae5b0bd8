/** The kinds of records of which each has a feed of its own. */
export const FOLLOWED_KINDS = ['commitment', 'project', 'place', 'indicator'] as const;
