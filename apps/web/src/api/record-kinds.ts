import type { LinkedKind, TABLES } from '@westgate/domain';

/** The path of each kind of record that has a list, one, links and history. */
export const PATHS = {
  sentence: 'sentences',
  commitment: 'commitments',
  place: 'places',
  project: 'projects',
  indicator: 'indicators',
  event: 'events',
  park: 'parks',
  department: 'departments',
  document: 'documents',
} as const satisfies { readonly [K in LinkedKind]: NonNullable<(typeof TABLES)[K]['address']> };

/** A kind of record with a path of its own. */
export type RecordKind = keyof typeof PATHS;
