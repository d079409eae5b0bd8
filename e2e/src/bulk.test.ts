import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Project } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { choose, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('bulk');
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

const projects = async () => (await getJson<{ items: readonly Project[] }>(running.address, '/api/v1/projects?limit=500')).items;

for (const lang of ['zh', 'en'] as const) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);

  test(`several projects are handed to another department as one deed, seen before it is done, and one undo takes it back, ${lang}`, async () => {
    const before = await projects();
    const { page, errors, close } = await openPage(browser, running.address, `/register?noun=project&lang=${lang}&theme=light`);
    await page.evaluate(() => localStorage.setItem('westgate.who', 'Li'));
    const ticks = page.locator('td.bulk-tick input');
    await ticks.first().waitFor();
    for (const index of [0, 1, 2]) await ticks.nth(index).check();
    const chosen = await page
      .locator('.register-table tbody tr')
      .evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute('data-id')));
    await choose(page.locator('.bulk-bar [role=combobox]'), 'pnr');
    assert.equal(await page.locator('.bulk-preview li').count(), 3, 'what would change is shown first');
    await look(page, lang, 'preview');
    assert.deepEqual(await projects(), before, 'nothing is done before she says so');
    await page.getByRole('button', { name: word('改 3 条', 'Change 3'), exact: true }).click();
    const undo = page.locator('.deed-line').getByRole('button', { name: word('撤销', 'Undo') });
    await undo.waitFor();
    const led = (await projects()).filter(({ lead }) => lead?.id === 'pnr').map(({ id }) => id);
    for (const id of chosen) assert.ok(led.includes(id ?? ''), id ?? '');
    await undo.click();
    await page.locator('.deed-line').getByText(word('已撤销', 'Undone'), { exact: false }).waitFor();
    assert.deepEqual(
      (await projects()).map(({ id, lead }) => [id, lead?.id]),
      before.map(({ id, lead }) => [id, lead?.id]),
    );
    assert.deepEqual(errors, []);
    await close();
  });
}

test('on a phone all that is listed is chosen at once and handed to a department', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/register?noun=commitment&lang=en&theme=light', PHONE);
  await page.locator('td.bulk-tick input').first().check();
  await page.getByRole('button', { name: 'Choose all', exact: false }).click();
  await page.locator('.bulk-bar select').nth(0).selectOption('owner');
  await choose(page.locator('.bulk-bar [role=combobox]'), 'pnr');
  await look(page, 'en', 'phone');
  assert.deepEqual(errors, []);
  await close();
});
