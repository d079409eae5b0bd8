import type { Html } from '@westgate/base';
import { PLAIN_KINDS, type PlainKind } from '@westgate/domain';
import type { At } from './at.ts';

/** The parts of the site that the head of every page leads to. */
export const SECTIONS = ['plan', 'commitments', 'places', 'projects', 'events', 'indicators', 'about'] as const;
export type Section = (typeof SECTIONS)[number];

/** The part that the records of a plain kind stand in: what is not told otherwise stands beside the indicators; departments stand on a page of their own. */
export function sectionOf(kind: PlainKind): Section {
  return kind === 'event' ? 'events' : kind === 'department' ? 'about' : 'indicators';
}

/** The plain kinds that are listed beside the indicators. */
export const BESIDE_INDICATORS = PLAIN_KINDS.filter((kind) => sectionOf(kind) === 'indicators');

/** What stands on a page, in one edition. */
export interface Content {
  /** Its name in the browser and on a share card. */
  readonly title: string;
  /** One or two sentences for a share card. */
  readonly description: string;
  readonly main: Html;
  /** Beside it, or behind it on a phone. */
  readonly aside: Html | null;
}

/** A page of the site: one path, written once in each edition. */
export interface Page {
  readonly path: string;
  readonly section: Section | null;
  readonly write: (at: At) => Content;
}
