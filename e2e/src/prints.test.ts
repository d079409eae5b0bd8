import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Brief, GateBoard } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** A3 across, less its margins, in CSS pixels. */
const SHEET = { width: 1496, height: 1032 };
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ district: 'data/practice' })]);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

/** Pages of the sheet as it goes to the printer. */
const pagesOn = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ format: 'A3', landscape: true, preferCSSPageSize: true });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)].length;
};

for (const lang of ['zh', 'en'] as const) {
  test(`on A3, ${lang}: the brief is one sheet that says what it leaves out, the board holds every project, and no tool of the screen is printed`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/brief?lang=${lang}`, SHEET);
    await page.locator('.brief').waitFor();
    await page.emulateMedia({ media: 'print' });
    const brief = await getJson<Brief>(running.address, '/api/v1/brief');
    const changed = await page.locator('.brief-changed > ul > li').count();
    const said = (await page.locator('.brief-changed > p').allInnerTexts()).join(' ');
    assert.ok(
      changed === brief.changedCount || said.includes(String(brief.changedCount - changed)),
      `${changed} of ${brief.changedCount}: ${said}`,
    );
    await page.emulateMedia({ media: null });
    assert.equal(await pagesOn(page), 1);

    await page.goto(`${running.address}/programme?lang=${lang}`);
    await page.locator('.level-board').waitFor();
    await page.emulateMedia({ media: 'print' });
    const { items } = await getJson<GateBoard>(running.address, '/api/v1/gates');
    assert.equal(await page.locator('.gate-card').count(), items.length);
    assert.equal(await page.locator('.no-print:visible, .time-control:visible').count(), 0);
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(cut <= 1, `${cut} pixels are wider than the sheet`);
    await page.emulateMedia({ media: null });
    assert.ok((await pagesOn(page)) <= 4);
    assert.deepEqual(errors, []);
    await close();
  });
}
