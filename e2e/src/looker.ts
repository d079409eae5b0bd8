import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { faultsOf, settled } from './matrix/look.ts';

/** Where pictures of the pages of a walk are put, when someone wants to see them. */
const SHOTS = process.env.WESTGATE_SHOTS;

/** Gives what a walk looks at its pages with: nothing is cut off, axe finds nothing, each as the page stands, scrolled to its beginning. */
export function lookerOf(walk: string): (page: Page, lang: 'zh' | 'en', name: string) => Promise<void> {
  return async (page, lang, name) => {
    await settled(page, lang);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${walk}-${name}-${lang}.png`, fullPage: true });
    // A control that is scrolled half out of sight counts as too small a target.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) element.scrollTo(0, 0);
    });
    assert.deepEqual(await faultsOf(page, lang), [], `${name} ${lang}`);
  };
}
