import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { District, Page as List, Place, ProjectDetail, Sentence } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { axeFindings, mapDrawn, openPage, waitForPlaces } from './page.ts';
import { ROOT, removeFolder, startWestgate, temporaryFolder, westgate } from './westgate.ts';

const HARBOUR = join(ROOT, 'packages/desk/test/fixtures/harbour');
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('an invented district of one language walks from sentence to map like the example', async () => {
  const running = await startWestgate({ district: HARBOUR });
  const { address } = running;
  const district = await getJson<District>(address, '/api/v1/district');
  assert.deepEqual(district.languages, ['en']);
  const { items } = await getJson<List<Sentence>>(address, '/api/v1/sentences?limit=500');
  const placed = new Set(
    (await getJson<List<Place>>(address, '/api/v1/places?limit=500')).items.filter(({ centre }) => centre).map(({ id }) => id),
  );
  const sentence = items.find(({ placeIds }) => placeIds.length > 0 && placeIds.every((id) => placed.has(id)));
  assert.ok(sentence);
  const { page, strangers, errors, close } = await openPage(browser, address, '/plan?lang=en&map=1');
  await mapDrawn(page);
  await page.locator(`[data-sentence="${sentence.id}"]`).click();
  await waitForPlaces(page, 'things-highlight', sentence.placeIds);
  assert.deepEqual(await axeFindings(page), []);
  const text = await page.locator('body').innerText();
  assert.doesNotMatch(text.replace('中', ''), /\p{Script=Han}/u, 'no Chinese but the language switch');
  assert.doesNotMatch(text, /Shijingshan/);
  assert.deepEqual([...strangers, ...errors], []);
  await close();
  await running.stop();
  removeFolder(running.dataDir);
});

test('one figure changed by hand in the folder and imported changes on the screens and says since when', async () => {
  const running = await startWestgate();
  const folder = temporaryFolder();
  cpSync(join(ROOT, 'data/shijingshan'), folder, { recursive: true });
  const file = join(folder, 'results/figures.csv');
  const before = await getJson<ProjectDetail>(running.address, '/api/v1/projects/badachu-park');
  const figure = before.figures.find(({ unit, value }) => unit === 'ha' && value === 332);
  assert.ok(figure, 'the published area of 332 ha');
  const rows = readFileSync(file, 'utf8').split('\n');
  const changed = rows.map((row) => (row.startsWith(`${figure.id},`) ? row.replace(',332,', ',333,') : row));
  assert.notDeepEqual(changed, rows);
  writeFileSync(file, changed.join('\n'));
  const watched = await openPage(browser, running.address, '/projects/badachu-park?lang=en');
  await watched.page.getByText('332', { exact: true }).first().waitFor();
  const imported = await westgate(['import', folder, '--data', running.dataDir, '--json']);
  assert.equal(imported.code, 0, imported.stderr);
  assert.equal((JSON.parse(imported.stdout) as { changeCount: number }).changeCount, 1);
  await watched.page.getByText('333', { exact: true }).first().waitFor();
  assert.match(await watched.page.locator('main').innerText(), /332/, 'the value before is told');
  await watched.page.goto(`${running.address}/atlas?lang=en&drawer=1&sel=place:badachu-park`);
  await watched.page.locator('tr[data-place="badachu-park"]').getByText('333').waitFor();
  await watched.close();
  await running.stop();
  removeFolder(running.dataDir);
  removeFolder(folder);
});
