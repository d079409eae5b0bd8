import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { SpaceBoard } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, DESK, openPage, until } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(running.address);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

const board = (need = ''): Promise<SpaceBoard> => getJson<SpaceBoard>(running.address, `/api/v1/space-board${need && `?need=${need}`}`);

test('from nothing: a park, a building, its floor areas; areas that do not add up are refused; a need finds the space; undo', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/results/parks?lang=en', DESK, 'Ada');
  await page.getByRole('link', { name: 'Create a park' }).click();
  await page.getByLabel('Name · English').fill('Rope yard');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page h1', { hasText: 'Rope yard' }).waitFor();
  await page.getByRole('link', { name: 'Space of the park' }).click();
  await page.getByText('No buildings recorded').waitFor();
  await page.getByRole('link', { name: 'Create building' }).click();
  await page.getByLabel('Name · English').fill('Hall 1');
  let park = '';
  const isOfThePark = async (): Promise<boolean> => {
    park = await page.getByRole('combobox', { name: 'Park' }).inputValue();
    assert.notEqual(park, 'rope-yard', 'a park is called by its name, also while that is on its way');
    return park === 'Rope yard';
  };
  await until(isOfThePark, () => `it is of the park it was made from, not of ${park}`);
  await page.getByLabel('Confidence').selectOption({ label: 'high' });
  await page.locator('details.form-more summary').first().click();
  await page.getByLabel('Floor load (kN/m²)').fill('7.5');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page h1', { hasText: 'Hall 1' }).waitFor();
  await page.getByRole('link', { name: 'Space of the park' }).click();

  await page.getByRole('button', { name: /Record areas/ }).click();
  const form = page.locator('.record-form');
  for (const [name, amount] of [
    ['Total (m²)', '4800'],
    ['Let (m²)', '2300'],
    ['Vacant (m²)', '1000'],
    ['Under works (m²)', '1400'],
    ['Largest vacant (m²)', '800'],
  ] as const)
    await form.getByLabel(name, { exact: true }).fill(amount);
  await form.locator('button[type=submit]').click();
  await form
    .getByText(/4700 m², the sum of let 2300 \+ vacant 1000 \+ under works 1400/)
    .first()
    .waitFor();
  await shoot(page, 'areas-refused-en-1440');
  assert.equal((await board()).parks[0]?.buildings[0]?.areas, null, 'nothing is half written');
  await form.getByLabel('Under works (m²)', { exact: true }).fill('1500');
  await form.locator('button[type=submit]').click();
  await page.getByText('4,800 m² = let 2,300 + vacant 1,000 + under works 1,500 ✓').waitFor();
  assert.deepEqual(await axeFindings(page), []);

  await page.getByRole('button', { name: 'Enter need' }).click();
  await page.locator('#need-area').fill('900');
  await page.locator('#need-load').fill('5');
  await page.getByRole('button', { name: 'Match', exact: true }).click();
  await page.getByText('0 fit, 1 one short, 1 not known, 0 do not fit').waitFor();
  await page.getByText('Area in one piece 100 m² off').waitFor();
  await shoot(page, 'need-en-1440');
  await page.getByRole('button', { name: 'Remove: Area in one piece' }).click();
  await page.getByText('2 fit, 0 one short').waitFor();
  assert.match(page.url(), /need=load:5/);
  assert.deepEqual(
    (await board('load:5')).offers.map(({ kind, fit }) => `${kind} ${fit}`),
    ['vacant fits', 'works fits'],
  );

  await page.getByRole('button', { name: /Undo/ }).first().click();
  await page.getByText('Vacant space not known').waitFor();
  assert.equal((await board()).parks[0]?.buildings[0]?.areas, null);
  assert.deepEqual(
    errors.filter((error) => !/status of 4/.test(error)),
    [],
  );
  await close();
});
