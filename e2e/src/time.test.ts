import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { District } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('time');
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

const control = (page: Page) => page.locator('.time-control');
const dayOfAddress = (page: Page): string | null => new URL(page.url()).searchParams.get('asOf');

test('the example opens as of the end of its plan year, the head says so on every screen, and one press shows today', async () => {
  const { opensOn, today } = await getJson<District>(running.address, '/api/v1/district');
  assert.equal(opensOn, '2024-12-31');
  for (const [size, lang] of [
    [DESK, 'zh'],
    [PHONE, 'en'],
  ] as const) {
    const { page, errors, close } = await openPage(browser, running.address, `/?lang=${lang}&theme=light`, size);
    await page.waitForURL(/\/atlas\?.*asOf=2024-12-31/);
    assert.match(await control(page).innerText(), lang === 'zh' ? /截至\s*2024-12-31\s*计划期末/ : /as of\s*2024-12-31\s*end of plan/);
    for (const path of ['/register', '/today', '/programme', '/plan']) {
      await page.locator(`.rail a[href^="${path}"]`).click();
      await page.waitForURL((url) => url.pathname === path);
      assert.equal(dayOfAddress(page), opensOn, path);
      assert.equal(await page.locator('.as-of').count(), 0, `${path} has no axis of its own`);
    }
    await page.locator('[data-sentence]').first().waitFor();
    await look(page, lang, 'past');
    await control(page).click();
    await page.locator('.as-of-days button').first().click();
    await page.waitForURL((url) => !url.searchParams.has('asOf'));
    await page.keyboard.press('Escape');
    assert.match(await control(page).innerText(), lang === 'zh' ? new RegExp(`${today}\\s*今天`) : new RegExp(`${today}\\s*today`));
    await page.reload();
    await control(page).waitFor();
    assert.equal(dayOfAddress(page), null, 'an address without a day means today');
    assert.deepEqual(errors, []);
    await close();
  }
});

test('the arrows of the axis move by a quarter, and the day it opens as of is set, cleared and undone in the settings', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/settings?lang=en&asOf=2024-12-31');
  await control(page).click();
  await page.getByRole('slider').press('ArrowLeft');
  await page.waitForURL(/asOf=2024-09-30/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Use today' }).click();
  await page.getByLabel('Recorded by').fill('Wang');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.locator('.receipt').waitFor();
  assert.equal((await getJson<District>(running.address, '/api/v1/district')).opensOn, null);
  await page.locator('.receipt').getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction(async () => (await (await fetch('/api/v1/district')).json()).opensOn === '2024-12-31');
  assert.deepEqual(errors, []);
  await close();
});

test('a day outside the dates of the district is told in its frame, with the days that may be asked for and one press to today', async () => {
  const { days } = await getJson<District>(running.address, '/api/v1/district');
  for (const [path, asOf, size, lang] of [
    ['/', '9999-01-01', DESK, 'zh'],
    ['/exceptions', '0999-12-31', PHONE, 'en'],
    ['/register', '9999-01-01', DESK, 'en'],
  ] as const) {
    const { page, close } = await openPage(browser, running.address, `${path}?lang=${lang}&theme=light&asOf=${asOf}`, size);
    const told = page.locator('main .page-state');
    await told.waitFor();
    for (const part of ['.rail', '.time-control']) assert.equal(await page.locator(part).count(), 1, `${path} ${part}`);
    const text = await told.innerText();
    for (const day of [asOf, days.first, days.last]) assert.ok(text.includes(day), text);
    await look(page, lang, 'refused');
    await told.getByRole('button').click();
    await page.waitForURL((url) => !url.searchParams.has('asOf') || url.searchParams.get('asOf') === '2024-12-31');
    await told.waitFor({ state: 'detached' });
    await close();
  }
});
