import type { Page } from 'playwright-core';

/** A text in both languages. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** A screen of the matrix. */
export interface TestedScreen {
  readonly name: Pair;
  /** The address as the router writes it, `/places/$id`; null for what lies over a screen or has no address of its own. */
  readonly route: string | null;
  readonly path: string;
  /** What must be there before anything is looked at. */
  readonly ready: string;
  /** What is done on the loaded page before it is looked at. */
  readonly open?: (page: Page) => Promise<void>;
  /** The part of the API that is refused, for the look of a refusal. */
  readonly refuses?: string;
}
