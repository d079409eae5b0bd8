import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Place, Sentence } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson, undo } from './api.ts';
import { openBrowser } from './browser.ts';
import { mapDrawn, nameOpacity, openPage, placesDrawn, positionOnPage, until, type WatchedPage, waitForPlaces } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

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

test('a click on a sentence lights its places on the map beside it, and a click on a place lights its sentences', async () => {
  const sentence = await getJson<Sentence>(running.address, '/api/v1/sentences/p2s4');
  const watched = await openPage(browser, running.address, '/plan?lang=en&map=1');
  const { page } = watched;
  await mapDrawn(page);
  await page.locator('[data-sentence="p2s4"]').click();
  await page.waitForURL(/sel=sentence:p2s4/);
  assert.ok(sentence.placeIds.length >= 3, 'the sentence reaches places');
  await waitForPlaces(page, 'things-highlight', sentence.placeIds);

  const place = await getJson<Place>(running.address, '/api/v1/places/badachu-park');
  assert.ok(place.centre);
  await page.locator('[data-sentence="p1s1"]').click();
  await page.goto(`${running.address}/plan?lang=en&map=1`);
  await mapDrawn(page);
  await page.locator('.district-map-canvas').scrollIntoViewIfNeeded();
  const at = await positionOnPage(page, place.centre[0], place.centre[1]);
  await page.mouse.click(at.x, at.y);
  await page.waitForURL(/sel=place:badachu-park/);
  await page.locator('[data-sentence].lit').first().waitFor();
  const lit = await page
    .locator('[data-sentence].lit')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-sentence')));
  assert.deepEqual(lit, place.sentenceIds);
  await finish(watched);
});

test('Atlas: the table, the map and the panel hold one selection; the panel quotes the sentence and leads back to the text', async () => {
  const watched = await openPage(browser, running.address, '/atlas?lang=en');
  const { page } = watched;
  await mapDrawn(page);
  assert.ok((await placesDrawn(page, 'things-symbols')).length > 40, 'the district is on the map');
  await page.locator('.map-attribution', { hasText: 'OpenStreetMap' }).first().waitFor();
  await page.keyboard.press('t');
  await page.locator('tr[data-place="moshikou"]').click();
  await page.waitForURL(/sel=place:moshikou/);
  await waitForPlaces(page, 'things-highlight', ['moshikou']);
  await page.locator('.sentence-quotes a').first().click();
  await page.waitForURL(/\/plan\?.*sel=sentence:p4s/);
  await page.locator('[data-sentence="p4s3"].selected').waitFor();
  await finish(watched);
});

test('the day of the time strip decides what the map shows as done', async () => {
  const watched = await openPage(browser, running.address, '/atlas?lang=en&asOf=2024-09-30&sel=place:xishan-greenway');
  const { page } = watched;
  await mapDrawn(page);
  const stage = async (day: string): Promise<string> =>
    (await getJson<Place>(running.address, `/api/v1/places/xishan-greenway?asOf=${day}`)).stage;
  assert.deepEqual([await stage('2024-09-30'), await stage('2024-10-01')], ['under-way', 'done']);
  await page.goto(`${running.address}/atlas?lang=en&asOf=2024-10-01&sel=place:xishan-greenway`);
  await mapDrawn(page);
  await page.waitForFunction(() => document.body.innerText.includes('1 October 2024') || document.body.innerText.includes('1 Oct 2024'));
  await finish(watched);
});

test('a map drawn without a graphics card is coarser while it is dragged, follows the hand, and is drawn in full again', async () => {
  const watched = await openPage(browser, running.address, '/atlas?lang=en');
  const { page } = watched;
  await mapDrawn(page);
  const canvas = page.locator('.district-map-canvas canvas');
  const width = () => canvas.evaluate((element: HTMLCanvasElement) => element.width);
  const full = await width();
  const box = await canvas.boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { centre } = await getJson<Place>(running.address, '/api/v1/places/badachu-park');
  assert.ok(centre);
  const before = await positionOnPage(page, centre[0], centre[1]);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.waitForTimeout(150);
  assert.notEqual(await nameOpacity(page), 0, 'a press alone takes no name away');
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + step * 20, y + step * 5);
  await page.waitForFunction(
    (most) => (document.querySelector<HTMLCanvasElement>('.district-map-canvas canvas')?.width ?? most) < most,
    full,
  );
  // Held still with the button down: the drag is not over.
  await page.waitForTimeout(400);
  await page.mouse.move(x + 200, y + 50);
  let moved: readonly [number, number] = [0, 0];
  const isUnderPointer = async (): Promise<boolean> => {
    const now = await positionOnPage(page, centre[0], centre[1]);
    moved = [now.x - before.x, now.y - before.y];
    return Math.abs(moved[0] - 200) < 8 && Math.abs(moved[1] - 50) < 8;
  };
  await until(isUnderPointer, () => `the ground stays under the pointer: it moved by ${moved}`);
  assert.equal(await nameOpacity(page), 0, 'names are left out meanwhile');
  await page.mouse.up();
  await page.waitForFunction((most) => document.querySelector<HTMLCanvasElement>('.district-map-canvas canvas')?.width === most, full);
  await until(
    async () => (await nameOpacity(page)) !== 0,
    () => 'names are not drawn again',
  );
  await finish(watched);
});

test('what one browser records the other shows within a second, on page, list, count and map, and undo takes it back', async (t) => {
  const { address } = running;
  const one = await openPage(browser, address, '/projects/shijingshan-academy?lang=en&record=1');
  const list = await openPage(browser, address, '/register?lang=en&noun=project&q=academy');
  const count = await openPage(browser, address, '/plan?lang=en');
  const map = await openPage(browser, address, '/atlas?lang=en&sel=place:shijingshan-academy');
  const row = list.page.locator('.register-table tr[data-id="shijingshan-academy"] .state').first();
  await mapDrawn(map.page);
  await until(async () => (await row.innerText()).includes('not known'));
  const done = count.page.locator('.coverage-line .state-done');
  const counted = await done.innerText();
  const stage = async (): Promise<string> =>
    (await placesDrawn(map.page, 'things-symbols', 'done')).includes('shijingshan-academy') ? 'done' : 'open';
  assert.equal(await stage(), 'open');

  await one.page.getByLabel('Outcome', { exact: true }).selectOption('opened');
  await one.page.locator('form.record-form').getByRole('textbox', { name: /^Date/ }).fill('2026-05-01');
  await one.page
    .locator('form.record-form')
    .getByRole('textbox', { name: /^Recorded by/ })
    .fill('Walk');
  const sent = performance.now();
  await one.page.locator('form.record-form button[type=submit]').click();
  await one.page.locator('.receipt').waitFor();
  await Promise.all([
    one.page.locator('.verdict').getByText('done', { exact: false }).first().waitFor(),
    until(async () => (await row.innerText()).includes('done')),
    until(async () => (await done.innerText()) !== counted),
    until(async () => (await stage()) === 'done'),
  ]);
  t.diagnostic(`four screens in four browsers showed it ${Math.round(performance.now() - sent)} ms after the click`);

  const { seq } = await getJson<{ seq: number }>(address, '/api/v1/district');
  await undo(address, seq);
  await until(async () => (await row.innerText()).includes('not known'));
  await one.page.locator('.verdict').getByText('not known').first().waitFor();
  await until(async () => (await stage()) === 'open' && (await done.innerText()) === counted);
  for (const watched of [one, list, count, map]) await finish(watched);
});

test('the palette finds by either language and opens by keyboard alone; Enter while composing does not', async () => {
  const watched = await openPage(browser, running.address, '/plan?lang=en');
  const { page } = watched;
  await page.locator('[data-sentence]').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('书院');
  await page.locator('[role=dialog] [role=option]').first().waitFor();
  await page.evaluate(() => {
    const field = document.activeElement;
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }));
  });
  assert.match(page.url(), /\/plan/, 'Enter that ends a composition opens nothing');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(commitments|sentences|places|projects|events)\//);
  await finish(watched);
});

/** A walk ends without a script error and without a request to another host. */
async function finish(watched: WatchedPage): Promise<void> {
  assert.deepEqual({ strangers: watched.strangers, errors: watched.errors }, { strangers: [], errors: [] });
  await watched.close();
}
