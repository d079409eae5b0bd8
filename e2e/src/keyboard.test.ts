import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { mapDrawn, openPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

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

test('Plan by keyboard: arrows walk the sentences, Enter selects, Escape clears, ? tells the keys', async () => {
  const { page, close } = await openPage(browser, running.address, '/plan?lang=en');
  await page.locator('[data-sentence]').first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-sentence') ?? null);
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'p1s1');
  await page.keyboard.press('j');
  assert.equal(await focused(), 'p2s1');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sel=sentence:p1s1/);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !location.search.includes('sel='));
  await page.keyboard.press('?');
  await page.locator('[role=dialog]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await close();
});

test('Atlas by keyboard: T opens the table, arrows and Enter select, Escape clears', async () => {
  const { page, close } = await openPage(browser, running.address, '/atlas?lang=en');
  await mapDrawn(page);
  await page.keyboard.press('t');
  const row = page.locator('tr[data-place]').first();
  await row.waitFor();
  await row.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sel=place:/);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !location.search.includes('sel='));
  await close();
});

test('every control of a screen is reached by Tab, with a focus that shows', async () => {
  for (const path of [
    '/plan?lang=en&sel=sentence:p2s4',
    '/commitments/p4s4-3?lang=en',
    '/register?lang=en&noun=place',
    '/reports?lang=en',
    '/brief?lang=en',
  ]) {
    const { page, close } = await openPage(browser, running.address, path);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const missed = await missedByTab(page);
    assert.deepEqual(missed, [], path);
    await close();
  }
});

/** Links, buttons and fields that Tab did not stop at, and stops whose focus cannot be seen. */
async function missedByTab(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    for (const [index, element] of [
      ...document.querySelectorAll('a[href], button:not([disabled]), input, select, textarea, summary'),
    ].entries()) {
      element.setAttribute('data-walk', String(index));
    }
  });
  const reached = new Set<string>();
  const unseen: string[] = [];
  // A date field is several stops: Tab stays in it for the day, the month, the year and the calendar.
  let last = '';
  // Tab begins where the page has brought its reader, not always at the top: behind its last stop it leaves the page and comes back above.
  let isOutside = false;
  for (let step = 0; step < 1500; step += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || !document.hasFocus()) return null;
      const style = getComputedStyle(element);
      const isSeen = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      return { id: element.getAttribute('data-walk') ?? '', isSeen, html: element.outerHTML.slice(0, 100) };
    });
    if (!at && isOutside) break;
    isOutside = !at;
    if (!at) continue;
    if (reached.has(at.id) && at.id !== last) break;
    last = at.id;
    if (at.id !== '') reached.add(at.id);
    if (!at.isSeen) unseen.push(`focus not seen: ${at.html}`);
  }
  const all = await page.evaluate(() =>
    [...document.querySelectorAll('[data-walk]')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        const isGroup = element.matches('[tabindex="-1"], input[type=radio]:not(:checked)');
        return (
          box.width > 0 && box.height > 0 && !isGroup && element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
        );
      })
      .map((element) => ({ id: element.getAttribute('data-walk') ?? '', html: element.outerHTML.slice(0, 100) })),
  );
  return [...unseen, ...all.filter(({ id }) => !reached.has(id)).map(({ html }) => `not reached: ${html}`)];
}
