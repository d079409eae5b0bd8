import { PLAIN_KINDS, type PlainKind } from '@westgate/domain';

/** The parts of the site that the head of every page leads to. */
export const SECTIONS = ['plan', 'commitments', 'places', 'projects', 'events', 'indicators', 'space', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

/** The part that the records of a plain kind stand in: what is not told otherwise stands beside the indicators; departments, and feedback, stand on a page of their own. */
export function sectionOf(kind: PlainKind): Section {
  if (kind === 'building') return 'space';
  return kind === 'event' ? 'events' : kind === 'department' || kind === 'feedback' ? 'about' : 'indicators';
}

/** The plain kinds that are listed beside the indicators. */
export const BESIDE_INDICATORS = PLAIN_KINDS.filter((kind) => sectionOf(kind) === 'indicators');
