import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { axeFindings, DESK, openPage, PHONE, until } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
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

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

for (const [lang, size] of [
  ['zh', PHONE],
  ['en', DESK],
] as const) {
  const zh = lang === 'zh';
  test(`a list is grouped, set against a second attribute, narrowed by a cell and kept as a view, ${lang}, ${size.width} wide`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/register?lang=${lang}&noun=project`, size);
    await page.locator('.register-table').waitFor();
    if (zh) await page.getByRole('button', { name: '分组、排序、列' }).press('Enter');
    await page.getByLabel(zh ? '分组' : 'Group by').selectOption('lead');
    await page.locator('.group-head').first().waitFor();
    await page.getByLabel(zh ? '交叉' : 'Cross-tab').selectOption('kind');
    const table = page.locator('.pivot-table');
    await table.waitFor();
    await shoot(page, `pivot-${lang}-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    const cell = table.locator('tbody tr').first().locator('td a').first();
    const count = Number(await cell.textContent());
    await cell.press('Enter');
    await table.waitFor({ state: 'detached' });
    await until(async () => (await page.locator('.register-table tbody tr').count()) === count);
    await page.locator('.saved-views > summary').press('Enter');
    await page.getByRole('button', { name: zh ? '保存当前视图' : 'Save this view' }).click();
    await page.getByLabel(zh ? '名称' : 'Name', { exact: true }).fill(zh ? '牵头与类别' : 'Lead and kind');
    await page.locator('.saved-views input[autocomplete=name]').fill('Ada');
    await page.locator('.saved-views button[type=submit]').press('Enter');
    const link = page.locator('.saved-views').getByRole('link', { name: zh ? '牵头与类别' : 'Lead and kind' });
    await link.waitFor();
    await shoot(page, `views-${lang}-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    await page.goto(`${running.address}/register?lang=${lang}&noun=place`);
    await page.locator('.saved-views > summary').press('Enter');
    await page
      .locator('.saved-views')
      .getByRole('link', { name: zh ? '牵头与类别' : 'Lead and kind' })
      .press('Enter');
    await page.waitForURL(/filter=/);
    await page.locator('.register-table tbody tr').first().waitFor();
    await until(async () => (await page.locator('.register-table tbody tr').count()) === count);
    assert.deepEqual(errors, []);
    await close();
  });
}
