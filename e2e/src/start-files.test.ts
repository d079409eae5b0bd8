import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { openPage, PHONE } from './page.ts';
import { during, folderOf, HARBOUR, looksWell, onEmpty, real, standing } from './start-walk.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('a folder is brought in with a preview, its faults are told, and one file changes only its cells', () =>
  onEmpty(async ({ address }) => {
    const { page, errors, close } = await openPage(browser, address, '/start?lang=en&way=bring');
    const [folderField, filesField] = [page.locator('input[type=file]').nth(0), page.locator('input[type=file]').nth(1)];
    await folderField.setInputFiles(HARBOUR);
    await page.locator('.import-preview').waitFor();
    assert.equal((await standing(address)).held, null, 'a preview stores nothing');
    await looksWell(page, 'en', 'bring-preview-desk');
    await page.getByLabel('Recorded by').fill('Ada');
    await page.getByRole('button', { name: /^Save these/ }).click();
    await page.waitForURL(/\/plan/);
    await page.locator('[data-sentence]').first().waitFor();

    const text = readFileSync(join(HARBOUR, 'programme/departments.csv'), 'utf8');
    const send = async (csv: string): Promise<void> => {
      await page.goto(`${address}/start?lang=en&way=bring`);
      await filesField.setInputFiles({ name: 'departments.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    };
    await send(text.replace(/(Office[^\n]*)high/, '$1sure'));
    await page.locator('.import-faults').waitFor();
    await looksWell(page, 'en', 'bring-faults-desk');
    assert.match(await page.locator('.import-faults').innerText(), /departments\.csv.*confidence/s);
    await send(text.replace(/(Office[^\n]*)high/, '$1low'));
    await page.locator('.import-preview').waitFor();
    assert.equal(await page.locator('.cells > div').count(), 1);
    await looksWell(page, 'en', 'bring-one-file-desk');
    await page.getByRole('button', { name: /^Save this/ }).click();
    await page.waitForURL(/\/plan/);
    assert.match((await folderOf(address))['programme/departments.csv'] ?? '', /Office.*low/);
    assert.deepEqual(
      real(errors).filter((error) => !/status of 400/.test(error)),
      [],
    );
    await close();
  }));

test('the example is cleared in one action and comes back by undo; what is taken away as a zip comes back byte by byte', () =>
  during({}, async ({ address }) => {
    const held = await folderOf(address);
    const { page, errors, close } = await openPage(browser, address, '/start?lang=en&way=away');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download .zip' }).click()]);
    const zip = readFileSync(await download.path());
    assert.match(download.suggestedFilename(), /^[\w-]+-1\.zip$/);
    await looksWell(page, 'en', 'away-desk');
    await page.locator('.start-ways a[href*="way=example"]').click();
    await page.getByLabel('Recorded by').fill('Ada');
    await looksWell(page, 'en', 'clear-desk');
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByText('There is no district here yet.').waitFor();
    await page.getByText('everything was cleared').waitFor();
    await looksWell(page, 'en', 'cleared-desk');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByText(/This holds/).waitFor();
    const sorted = (files: Readonly<Record<string, string>>) =>
      Object.entries(files).map(([path, text]) => [path, text.split('\n').sort()]);
    assert.deepEqual(sorted(await folderOf(address)), sorted(held));

    await onEmpty(async (empty) => {
      const other = await openPage(browser, empty.address, '/start?lang=en&way=bring', PHONE);
      const bomb = Buffer.concat([zip.subarray(0, 40), Buffer.alloc(200)]);
      await other.page.locator('input[type=file]').nth(1).setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: bomb });
      await other.page.getByText('cannot be unpacked').waitFor();
      await other.page.locator('input[type=file]').nth(1).setInputFiles({ name: 'd.zip', mimeType: 'application/zip', buffer: zip });
      await other.page.locator('.import-preview').waitFor();
      await looksWell(other.page, 'en', 'bring-preview-phone');
      await other.page.getByLabel('Recorded by').fill('Ada');
      await other.page.getByRole('button', { name: /^Save these/ }).click();
      await other.page.waitForURL(/\/plan/);
      assert.deepEqual(await folderOf(empty.address), held);
      await other.close();
    });
    assert.deepEqual(real(errors), []);
    await close();
  }));

test('the settings of the district are changed, another’s change is kept, and what does not fit is told', () =>
  during({ district: HARBOUR }, async ({ address }) => {
    const one = await openPage(browser, address, '/settings?lang=en');
    const two = await openPage(browser, address, '/settings?lang=en');
    await one.page.getByLabel('Name (English)', { exact: true }).fill('Harbour Ward');
    await one.page.getByLabel('Recorded by').fill('Ada');
    await two.page.getByLabel('Header notice (English)', { exact: true }).fill('Sample');
    await two.page.getByLabel('Recorded by').fill('Bo');
    await two.page.getByRole('button', { name: 'Save settings' }).click();
    await two.page.locator('output.receipt').waitFor();
    await one.page.getByText('Someone else changed the settings').waitFor();
    await looksWell(one.page, 'en', 'settings-behind-desk');
    await one.page.getByRole('button', { name: 'Use new values' }).click();
    assert.equal(await one.page.getByLabel('Name (English)', { exact: true }).inputValue(), 'Harbour Ward');
    assert.equal(await one.page.getByLabel('Header notice (English)', { exact: true }).inputValue(), 'Sample');
    await one.page.getByRole('button', { name: 'Save settings' }).click();
    await one.page.locator('output.receipt').waitFor();
    await one.page.locator('.brand-district', { hasText: 'Harbour Ward' }).waitFor();
    await one.page.getByLabel('West', { exact: true }).fill('100');
    await one.page.getByLabel('East', { exact: true }).fill('101');
    await one.page.getByRole('button', { name: 'Save settings' }).click();
    await one.page.getByText('a shape outside the map extent').first().waitFor();
    await looksWell(one.page, 'en', 'settings-refused-desk');
    await one.page.keyboard.press('Control+k');
    await one.page.getByRole('dialog').getByRole('button', { name: 'Create or import a district' }).click();
    await one.page.getByRole('alertdialog').getByRole('button', { name: 'Leave without saving' }).click();
    await one.page.waitForURL(/\/start/);
    await one.close();
    await two.close();
  }));
