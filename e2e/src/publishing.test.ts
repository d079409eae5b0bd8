import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ListTable } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { openPage, PHONE, waysOfLong } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('publishing');
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

/** How many records of a kind stand how. */
const standings = async (kind: string): Promise<Readonly<Record<string, number>>> => {
  const path = `/api/v1/lists/publicity?limit=1&group=standing&filter=kind:is:${kind}`;
  const { groups } = await getJson<ListTable>(running.address, path);
  return Object.fromEntries(groups?.map(({ key, count }) => [key, count]) ?? []);
};

for (const lang of waysOfLong(['zh', 'en'] as const, 1)) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);

  test(`all places are withheld as one deed, their reason is told, one undo brings them back, and the pages are taken away, ${lang}`, async () => {
    const before = await standings('place');
    const { page, errors, close } = await openPage(browser, running.address, `/publish?state=public&kind=place&lang=${lang}&theme=light`);
    await page.evaluate(() => localStorage.setItem('westgate.who', 'Li'));
    const list = page.locator('.publish .list-table tbody tr');
    await list.first().waitFor();
    await list.first().locator('.bulk-tick input').check();
    await page
      .getByRole('button', { name: word(`选中列出的全部 ${before.public} 条`, `Choose all ${before.public}`), exact: false })
      .click();
    await page.locator('.bulk-bar select').nth(1).selectOption('district');
    await look(page, lang, 'chosen');
    await page
      .locator('.bulk-bar')
      .getByRole('button', { name: word(`改 ${before.public} 条`, `Change ${before.public}`), exact: false })
      .click();
    const undo = page.locator('.deed-line').getByRole('button', { name: word('撤销', 'Undo') });
    await undo.waitFor();
    const { public: told = 0, ...others } = before;
    assert.deepEqual(await standings('place'), { ...others, district: told + (before.district ?? 0) });
    const count = page.locator('.pivot-table tr', { hasText: word('地点', 'Place') }).getByRole('link', { name: String(told) });
    await count.first().click();
    await page.waitForURL(/filter=kind:is:place(;|%3B)standing:is:district/);
    await list.first().getByText(word('不公开：区内', 'Withheld: district only')).waitFor();
    await undo.click();
    await page.getByText(word('已撤销', 'Undone'), { exact: false }).first().waitFor();
    assert.deepEqual(await standings('place'), before);
    await page.getByRole('button', { name: 'ZIP', exact: false }).click();
    const link = page.getByRole('link', { name: word('下载文件', 'Download file') });
    await link.waitFor({ timeout: 120_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.match(download.suggestedFilename(), /^110107-site-.*\.zip$/);
    assert.equal(readFileSync(await download.path()).readUInt32LE(0), 0x04034b50);
    await look(page, lang, 'made');
    assert.deepEqual(errors, []);
    await close();
  });
}

test('on a phone what is withheld is read without anything cut off', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/publish?state=partly&lang=en&theme=light', PHONE);
  await page.locator('.publish .list-table tbody tr').first().waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await look(page, 'en', 'phone');
  assert.deepEqual(errors, []);
  await close();
});

test('pages published on this server take a question without a script or an account; the office answers it, and whoever asked reads that', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/publish?lang=en&theme=light');
  await page.evaluate(() => localStorage.setItem('westgate.who', 'Li'));
  await page.getByRole('button', { name: 'Publish on this server (/public/)' }).click();
  const open = page.getByRole('link', { name: 'Open the pages' });
  await open.waitFor({ timeout: 120_000 });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
  const visitor = await context.newPage();
  await visitor.goto(`${running.address}/public/en/commitments/index.html`);
  await visitor.locator('.rows .row-title a').first().click();
  await visitor.getByRole('link', { name: 'Give feedback' }).click();
  await visitor.getByLabel('What you want to say or ask').fill('When will this be done? <b>Please</b> tell us.');
  await visitor.getByLabel('Your name (optional)').fill('A neighbour');
  await visitor.screenshot({ path: shot('form') });
  await visitor.waitForTimeout(3_500);
  await visitor.getByRole('button', { name: 'Send feedback' }).click();
  await visitor.getByText('Received, to be answered').waitFor();
  const number = await visitor.locator('h1').innerText();
  assert.match(number, /^Feedback \d{4}-\d+$/);
  await visitor.screenshot({ path: shot('received') });
  await page.goto(`${running.address}/register?noun=feedback&lang=en`);
  await page.getByRole('link', { name: number }).first().click();
  await page.getByText('A neighbour').waitFor();
  await look(page, 'en', 'feedback');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  const form = page.locator('form', { has: page.getByRole('heading', { name: 'Answer' }) });
  await form.locator('textarea').first().fill('By the end of the year.');
  await form.locator('button[type=submit]').click();
  await page.getByText('By the end of the year.').first().waitFor();
  await visitor.reload();
  await visitor.getByText('By the end of the year.').waitFor();
  await visitor.getByText('Answered', { exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await context.close();
  await close();
});

/** Where a picture of a page is put, when someone wants to see it; else one that goes with the data folder. */
function shot(name: string): string {
  return join(process.env.WESTGATE_SHOTS ?? running.dataDir, `public-${name}.png`);
}
