import type { Page } from 'playwright-core';

/** Does what decides the draft that is shown, and waits until another is, or none. */
export async function toNextDraft(page: Page, decide: () => Promise<void>): Promise<void> {
  const held = await page.locator('.draft-card').textContent();
  await decide();
  await page.waitForFunction((before) => document.querySelector('.draft-card')?.textContent !== before, held);
}
