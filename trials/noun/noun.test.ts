import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { choose, DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

let browser: Browser;
let running: Running;
let park = '';
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ district: 'data/practice' })]);
  park = (await list('parks')).items[0]?.id ?? '';
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

interface Found {
  readonly items: readonly { readonly id: string; readonly size?: string | null }[];
}
const list = (many: string): Promise<Found> => getJson<Found>(running.address, `/api/v1/${many}`);
const text = async (path: string): Promise<string> => (await fetch(running.address + path)).text();

async function open(path: string, size = DESK) {
  const opened = await openPage(browser, running.address, path, size);
  await opened.page.evaluate(() => localStorage.setItem('westgate.who', 'Ada'));
  await opened.page.reload({ waitUntil: 'load' });
  await opened.page.locator('main h1').first().waitFor();
  return opened;
}

test('one is made by its form, has its page with what is worked out, its place in the list and in the search, and is undone', async () => {
  const { page, errors, close } = await open('/new/enterprise?lang=en');
  await page.getByRole('textbox', { name: /Name.*English/ }).fill('Blue Sky Film');
  await page.getByRole('combobox', { name: 'Trade' }).selectOption('film');
  await page.getByRole('textbox', { name: 'People employed' }).fill('120');
  await page.getByRole('button', { name: 'Make the enterprise' }).click();
  await page.waitForURL(/blue-sky-film/);
  await page.goto(`${running.address}/enterprises/blue-sky-film?lang=en`);
  await page.locator('.facts').getByText('large').waitFor();
  await page.locator('.facts').getByText('film').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).first().waitFor();
  await page.goto(`${running.address}/register?lang=en&noun=enterprise&group=size`);
  await page.locator('.list-table').getByText('Blue Sky Film').waitFor();
  assert.deepEqual(errors, []);
  assert.match(await text('/api/v1/search?q=blue'), /Blue Sky Film/);
  const { seq } = await getJson<{ readonly seq: number }>(running.address, '/api/v1/district');
  await postJson(running.address, `/api/v1/deeds/${seq}/undo`, { who: 'Ada' });
  assert.deepEqual((await list('enterprises')).items, []);
  await postJson(running.address, `/api/v1/deeds/${seq + 1}/undo`, { who: 'Ada' });
  await close();
});

test('its action is a button and a command, one deed with a reason; the same key with another request is refused', async () => {
  const { page, errors, close } = await open('/enterprises/blue-sky-film?lang=en');
  await page.getByRole('button', { name: 'Record a move' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find' }).or(page.locator('.palette input')).first().fill('record mo');
  await page.getByRole('option', { name: 'Record a move' }).waitFor();
  await page.keyboard.press('Enter');
  const form = page.locator('.record-form');
  await form.getByRole('button', { name: 'Record a move' }).click();
  await form.getByText('Give the reason.').first().waitFor();
  const picker = form.getByRole('combobox', { name: 'Park it moved to' });
  await choose(picker, park.slice(0, 6));
  await form.getByRole('textbox', { name: 'Why it moved' }).fill('more room');
  await form.getByRole('button', { name: 'Record a move' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('recorded the move of').first().waitFor();
  assert.deepEqual(errors, []);
  await close();
  const { seq } = await getJson<{ readonly seq: number }>(running.address, '/api/v1/district');
  const undone = await postJson<{ readonly seq: number }>(running.address, `/api/v1/deeds/${seq}/undo`, { who: 'Ada' });
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'a-move-of-one-enterprise' };
  const move = (reason: string) =>
    fetch(`${running.address}/api/v1/enterprises/blue-sky-film/move`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ who: 'Ada', reason, park, on: '2026-01-31' }),
    });
  const [first, again, other] = [await move('more room'), await move('more room'), await move('cheaper')];
  assert.deepEqual([first.status, again.status, other.status], [200, 200, 400]);
  assert.equal(await first.text(), await again.text());
  await postJson(running.address, `/api/v1/deeds/${undone.seq + 1}/undo`, { who: 'Ada' });
});

test('its screens are sound on a phone and in Chinese: nothing is cut off, axe finds nothing', async () => {
  for (const path of [
    '/enterprises/blue-sky-film',
    '/enterprises/blue-sky-film?edit=record-move',
    '/register?noun=enterprise',
    '/edit/enterprise/blue-sky-film',
  ]) {
    for (const size of [DESK, PHONE]) {
      const { page, close } = await open(`${path}${path.includes('?') ? '&' : '?'}lang=zh`, size);
      await settled(page, 'zh');
      assert.deepEqual(await faultsOf(page, 'zh'), [], `${path} ${size.width}`);
      await close();
    }
  }
});

test('it stays over a restart, names its parent, goes out with the district and comes in again, and is told to the public', async () => {
  const row = await getJson<{ readonly rev: number }>(running.address, '/api/v1/enterprises/blue-sky-film/row');
  const changed = await fetch(`${running.address}/api/v1/enterprises/blue-sky-film`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${row.rev}"` },
    body: JSON.stringify({ who: 'Ada', fields: { park, visibility: 'public' } }),
  });
  assert.equal(changed.status, 200, await changed.text());
  const { dataDir } = running;
  await running.stop();
  running = await startWestgate({ dataDir });
  assert.equal((await list('enterprises')).items[0]?.size, 'large');
  assert.match(await text(`/api/v1/parks/${park}/links`), /blue-sky-film/);
  assert.match(await text('/api/v1/exports/enterprises.csv?lang=en'), /Blue Sky Film.*film.*120.*large/);
  assert.match(await text('/api/v1/publication'), /"enterprises":\[\{"id":"blue-sky-film"/);
  const folder = await getJson<{ readonly files: Readonly<Record<string, string>> }>(running.address, '/api/v1/district/export');
  assert.match(folder.files['results/enterprises.csv'] ?? '', /blue-sky-film,,Blue Sky Film/);
  const again = { ...folder.files, 'results/enterprises.csv': folder.files['results/enterprises.csv']?.replace('120', '80') };
  const preview = await postJson<{ readonly changeCount: number }>(running.address, '/api/v1/district/import', {
    who: 'Ada',
    files: again,
    dryRun: true,
  });
  assert.equal(preview.changeCount, 1);
});
