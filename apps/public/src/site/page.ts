import type { Html } from '@westgate/base';
import type { At } from './at.ts';
import type { Section } from './sections.ts';

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
