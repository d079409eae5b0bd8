import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { IndicatorDetail, ProjectDetail } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { choose, openPage, WAYS } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('figures');

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  await beginDistrict(running.address);
  const create = (table: string, fields: object) => ({ action: 'create', table, fields });
  await postJson(running.address, '/api/v1/edits', {
    who: 'walk',
    reason: '',
    edits: [
      create('source', { id: 'S1', kind: 'official', title: '公报 Bulletin' }),
      create('project', { id: 'depot', name_zh: '车站', name_en: 'Depot', kind: 'institution' }),
      { action: 'revise', table: 'district', key: 'own', rev: 1, fields: { units: { km: { zh: '公里', en: 'km' } } } },
      create('indicator', { id: 'paths', name_zh: '绿道', name_en: 'Paths', unit: 'km', direction: 'up' }),
    ],
  });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const values = async () => (await getJson<IndicatorDetail>(running.address, '/api/v1/indicators/paths')).values;
const figures = async () => (await getJson<ProjectDetail>(running.address, '/api/v1/projects/depot')).figures;

/** Picks a source by typing its id, as with a pointer or without. */
async function pickSource(page: Page): Promise<void> {
  await choose(page.locator('.record-form').getByRole('combobox', { name: /^(?:来源|Source)/ }), 'S1', 'S1');
}

for (const [name, lang, size] of WAYS) {
  test(`a value of an indicator is entered, shown, taken out and brought back, ${name}, ${lang}`, async () => {
    const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
    const { page, errors, close } = await openPage(browser, running.address, `/indicators/paths?lang=${lang}&theme=light`, size);
    await page.getByRole('button', { name: word('新建数值', 'Add value'), exact: true }).click();
    await page.locator('.record-form button[type=submit]').click();
    await page.locator('.fault-summary').waitFor();
    assert.equal((await values()).length, 0, 'nothing is stored while something is lacking');
    await look(page, lang, `value-empty-${name}`);
    await page.getByLabel(word('数值类型', 'Kind of value'), { exact: true }).selectOption('actual');
    await page.getByLabel(word('时期', 'Period'), { exact: true }).fill('2025');
    await page.getByLabel(word('数值', 'Value'), { exact: true }).fill('4.5');
    await pickSource(page);
    await page.locator('.record-form input[autocomplete=name]').fill('Li');
    await page.locator('.record-form button[type=submit]').click();
    await page.locator('.table .number b').getByText('4.5').waitFor();
    assert.deepEqual(
      (await values()).map(({ kind, value, period, source }) => [kind, value, period, source.id]),
      [['actual', 4.5, '2025', 'S1']],
    );
    await look(page, lang, `value-${name}`);
    await page.locator('.part-withdraw button').click();
    const row = page.locator('.part-withdraw');
    for (const [key, state] of [
      ['', 'detached'],
      ['Control+z', 'attached'],
      ['Control+Shift+z', 'detached'],
    ] as const) {
      if (key !== '') await page.locator('body').press(key);
      await row.waitFor({ state });
      assert.equal((await values()).length, state === 'attached' ? 1 : 0);
    }
    await close();
    assert.deepEqual(errors, []);
  });
}

test('by keyboard alone a figure with a new unit is entered on a project, and survives a restart', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/projects/depot?lang=en&theme=light');
  await page.getByRole('button', { name: 'Add figure' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Label · English').focus();
  await page.keyboard.type('Length of the platforms');
  await page.getByLabel('Value', { exact: true }).focus();
  await page.keyboard.type('240');
  await page.getByLabel('Unit', { exact: true }).selectOption('+');
  await page.getByLabel('Unit name, English').fill('m');
  await page.getByLabel('Unit name, Chinese').fill('米');
  await page.getByLabel('Period', { exact: true }).focus();
  await page.keyboard.type('2025');
  await pickSource(page);
  await page.locator('.record-form input[autocomplete=name]').focus();
  await page.keyboard.type('Li');
  await page.keyboard.press('Enter');
  await page.locator('.table .number b').getByText('240').waitFor();
  await look(page, 'en', 'figure');
  await close();
  assert.deepEqual(errors, []);
  await running.stop();
  running = await startWestgate({ dataDir: running.dataDir });
  assert.deepEqual(
    (await figures()).map(({ label, value, unitName }) => [label.en, value, unitName]),
    [['Length of the platforms', 240, { zh: '米', en: 'm' }]],
  );
});
