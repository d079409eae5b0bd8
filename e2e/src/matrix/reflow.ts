import type { Page } from 'playwright-core';
import { ALLOWED, cutOffTexts } from './cut-off.ts';
import { SIDEWAYS_ALLOWED, sideScrolls } from './narrow.ts';
import { coveredControls, LEAST_A_LINE, squeezedTexts } from './squeezed.ts';

/** 320 px wide, and 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10). */
const SIZES = [
  { width: 320, height: 800 },
  { width: 320, height: 256 },
];

/** What is lost, squeezed to a character or two a line, covered, or must be scrolled two ways, when the window is narrow and when it is magnified. The window has its own size again then. */
export async function reflowFaults(page: Page, own: { readonly width: number; readonly height: number }): Promise<readonly string[]> {
  const faults: string[] = [];
  const allowed = ALLOWED.map(({ selector }) => selector);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const seen = [
      ...(await page.evaluate(cutOffTexts, allowed)),
      ...(await page.evaluate(sideScrolls, SIDEWAYS_ALLOWED)),
      ...(await page.evaluate(squeezedTexts, LEAST_A_LINE)),
      ...(await page.evaluate(coveredControls)),
    ];
    faults.push(...seen.map((fault) => `${size.width} × ${size.height}: ${fault}`));
  }
  await page.setViewportSize(own);
  return faults;
}
