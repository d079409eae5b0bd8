import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Run, Runs } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('runs');
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
});
after(async () => {
  await browser.close();
  await running.stop('SIGKILL');
  removeFolder(running.dataDir);
});

const all = async (): Promise<readonly Run[]> => (await getJson<Runs>(running.address, '/api/v1/runs')).items;

/** Asks for the public pages of each day, as another window would. */
async function ask(...days: readonly string[]): Promise<void> {
  for (const asOf of days) {
    const body = JSON.stringify({ kind: 'public-pages', ask: { to: 'archive', asOf } });
    const headers = { 'content-type': 'application/json' };
    assert.equal((await fetch(`${running.address}/api/v1/runs`, { method: 'POST', headers, body })).status, 200);
  }
}

for (const lang of ['zh', 'en'] as const) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);

  test(`long work is watched, outlives a reload, is stopped, run again, compared, taken and removed, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/publish?lang=${lang}&theme=light`);
    await page.getByRole('button', { name: 'ZIP', exact: false }).click();
    await page.locator('.publish-last .run-state').waitFor();
    await page.getByRole('link', { name: word('全部后台任务', 'All runs') }).click();
    await page.locator('.run-list > li').first().waitFor();
    await ask('2026-01-31', '2026-02-28', '2026-03-31');
    await page.locator('li[data-run=queued]').nth(1).waitFor();
    await look(page, lang, 'line');
    await page.reload();
    await page.locator('li[data-run=queued]').first().waitFor();
    await page
      .locator('li[data-run=queued]')
      .first()
      .getByRole('button', { name: word('停止', 'Stop') })
      .click();
    await page.locator('.run-list > li:first-child[data-run=cancelled]').waitFor();
    assert.deepEqual((await all())[0]?.state, 'cancelled');
    await page.locator('li[data-run=running] progress, li[data-run=done]').first().waitFor();
    for (const state of ['queued', 'running'])
      await page.locator(`li[data-run=${state}]`).first().waitFor({ state: 'detached', timeout: 120_000 });
    const done = page.locator('li[data-run=done]');
    const link = done.first().getByRole('link', { name: word('下载文件', 'Download file') });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.match(download.suggestedFilename(), /^110107-site-2026-02-28-\d+\.zip$/);
    assert.equal(readFileSync(await download.path()).readUInt32LE(0), 0x04034b50);
    const before = (await all()).length;
    await done
      .first()
      .getByRole('button', { name: word('重新运行', 'Run again') })
      .click();
    await page.locator(`.run-list > li:nth-child(${before + 1})`).waitFor();
    await page.locator('.run-list > li:first-child[data-run=done]').waitFor({ timeout: 120_000 });
    for (const index of [0, 1]) await done.nth(index).getByRole('checkbox').check();
    const compared = page.locator('section[aria-labelledby=runs-compared] table');
    await compared.waitFor();
    const [first, second] = await all();
    assert.equal(first?.ask.asOf, '2026-02-28', 'it was asked for once more as it had been');
    assert.equal(second?.state, 'cancelled');
    const same = await compared.getByText(word('相同', 'same'), { exact: true }).count();
    assert.ok(same >= 10, `${same} lines of two runs of the same are the same`);
    await look(page, lang, 'compared');
    await done
      .first()
      .getByRole('button', { name: word('删除', 'Remove') })
      .click();
    await page.locator(`.run-list > li:nth-child(${before + 1})`).waitFor({ state: 'detached' });
    assert.equal((await all()).length, before);
    assert.deepEqual(errors, []);
    await close();
  });
}

test('a restart says of what was under way that it was interrupted, and it is run again, on a phone', async () => {
  await ask('2025-11-30', '2025-12-31');
  await running.stop('SIGKILL');
  running = await startWestgate({ dataDir: running.dataDir });
  const { page, errors, close } = await openPage(browser, running.address, '/runs?lang=zh&theme=light', PHONE);
  const interrupted = page.locator('li[data-run=interrupted]');
  await interrupted.first().getByText('运行时服务停止了', { exact: false }).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await look(page, 'zh', 'interrupted');
  await interrupted.first().getByRole('button', { name: '重新运行' }).click();
  await page.locator('.run-list > li:first-child[data-run=done]').waitFor({ timeout: 120_000 });
  assert.deepEqual(errors, []);
  await close();
});
