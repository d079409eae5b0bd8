import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { ALLOWED, cutOffTexts } from './matrix/cut-off.ts';
import { axeFaults, Gathered, goWithin, settled } from './matrix/look.ts';
import { addressIn } from './matrix/modes.ts';
import { movingThings, SIDEWAYS_ALLOWED, sideScrolls, unseenStates } from './matrix/narrow.ts';
import { SCREENS, type TestedScreen } from './matrix/screens.ts';
import { openPage, type WatchedPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const ONLY = process.env.WESTGATE_SCREEN ?? '';
const LANGUAGES = ['zh', 'en'] as const;
const SCREENS_HERE = SCREENS.filter(({ name, refuses }) => !refuses && name.en.includes(ONLY));
/** 1280 × 1024 at 400 %. */
const MAGNIFIED = { width: 320, height: 256 };
const NARROW = { width: 320, height: 800 };

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

test('320 px wide and at 400 % zoom every screen reflows: nothing is lost, and only maps and tables scroll two ways', async () => {
  const watched = await openPage(browser, running.address, '/plan', NARROW);
  const { page } = watched;
  const faults = new Gathered();
  for (const screen of SCREENS_HERE) {
    await page.setViewportSize(NARROW);
    await openScreen(watched, screen);
    for (const lang of LANGUAGES) {
      for (const type of [null, 'large'] as const) {
        await page.setViewportSize(NARROW);
        await goWithin(page, addressIn(screen.path, { lang, theme: 'light', type }));
        await settled(page, lang);
        for (const size of [NARROW, MAGNIFIED]) {
          await page.setViewportSize(size);
          const allowed = ALLOWED.map(({ selector }) => selector);
          const seen = [...(await page.evaluate(cutOffTexts, allowed)), ...(await page.evaluate(sideScrolls, SIDEWAYS_ALLOWED))];
          for (const fault of seen)
            faults.add(`${screen.name.en}: ${fault}`, `${size.width} × ${size.height} ${lang} ${type ?? ''}`.trim());
        }
      }
    }
  }
  await watched.close();
  assert.deepEqual(faults.lines(), []);
});

test('in the contrast theme axe finds nothing, under forced colours what is chosen can still be told, and who asks for no motion gets none', async () => {
  const watched = await openPage(browser, running.address, '/plan');
  const { page } = watched;
  const faults = new Gathered();
  for (const screen of SCREENS_HERE) {
    await openScreen(watched, screen, 'theme=contrast');
    await settled(page, 'en');
    for (const fault of await page.evaluate(movingThings)) faults.add(`${screen.name.en}: ${fault}`, 'reduced motion');
    for (const fault of await axeFaults(page)) faults.add(`${screen.name.en}: ${fault}`, 'contrast');
    await page.emulateMedia({ forcedColors: 'active' });
    for (const fault of await page.evaluate(unseenStates)) faults.add(`${screen.name.en}: ${fault}`, 'forced colours');
    await page.emulateMedia({ forcedColors: 'none' });
  }
  await watched.close();
  assert.deepEqual(faults.lines(), []);
});

async function openScreen({ page }: WatchedPage, screen: TestedScreen, query = 'theme=light'): Promise<void> {
  await page.goto(`${running.address}${screen.path}${screen.path.includes('?') ? '&' : '?'}lang=en&${query}`, { waitUntil: 'load' });
  await page.locator(screen.ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await screen.open?.(page);
}
