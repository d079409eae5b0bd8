import type { Page } from 'playwright-core';
import { axeFaults, goWithin, settled } from './look.ts';
import { movingThings, unseenStates } from './narrow.ts';

/** What axe finds in the contrast theme, what is chosen and cannot be told under forced colours, and what moves for one who asked for no motion. */
export async function contrastFaults(page: Page, path: string): Promise<readonly string[]> {
  await goWithin(page, `${path}${path.includes('?') ? '&' : '?'}lang=en&theme=contrast`);
  await settled(page, 'en');
  const moving = await page.evaluate(movingThings);
  const found = await axeFaults(page, 'colours');
  await page.emulateMedia({ forcedColors: 'active' });
  const unseen = await page.evaluate(unseenStates);
  await page.emulateMedia({ forcedColors: 'none' });
  return [...moving, ...found, ...unseen];
}
