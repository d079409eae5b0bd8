import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { District, MapShapes, RecordRow } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { DESK, mapDrawn, openPage, PHONE, positionOnPage, until } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

type Position = readonly [number, number];

let browser: Browser;
let running: Running;
/** The middle of the frame, where the shapes of these walks are drawn, and a quarter of the frame's width. */
let middle: Position;
let side: number;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  const { frame } = await getJson<District>(running.address, '/api/v1/district');
  middle = [(frame[0] + frame[2]) / 2, (frame[1] + frame[3]) / 2];
  side = (frame[2] - frame[0]) / 8;
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

async function open(path: string, size = DESK) {
  const opened = await openPage(browser, running.address, path, size, 'Ada');
  await opened.page.locator('.draw-form').waitFor();
  return opened;
}

const shapes = (place: string): Promise<MapShapes> => getJson(running.address, `/api/v1/map/shapes?of=${place}`);
const list = (page: Page) => page.locator('.corners-field textarea');
/** Waits until the list holds so many corners. */
async function holds(page: Page, count: number): Promise<void> {
  const lines = (wanted: number): boolean => {
    const text = document.querySelector<HTMLTextAreaElement>('.corners-field textarea')?.value ?? '';
    return text.split('\n').filter((line) => line !== '').length === wanted;
  };
  await page.waitForFunction(lines, count);
}

async function click(page: Page, [lng, lat]: Position): Promise<void> {
  const { x, y } = await positionOnPage(page, lng, lat);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  // Two clicks sooner after each other are a double click.
  await page.waitForTimeout(350);
}

/** Corners of a square round the middle, in the order of its sides. */
const square = (): readonly Position[] => [
  [middle[0] - side, middle[1] - side / 2],
  [middle[0] + side, middle[1] - side / 2],
  [middle[0] + side, middle[1] + side / 2],
  [middle[0] - side, middle[1] + side / 2],
];

test('an area is drawn by mouse; one that crosses itself is refused with the place shown; steps go back by Ctrl Z; a corner is moved', async () => {
  const { page, errors, close } = await open('/atlas?lang=en&draw=new');
  await mapDrawn(page);
  await page.getByLabel('Type of outline').selectOption('area');
  const [a, b, c, d] = square() as [Position, Position, Position, Position];
  for (const corner of [a, c, b, d]) await click(page, corner);
  await holds(page, 4);
  await page.locator('.sketch-fault').waitFor();
  await page.getByText(/crosses itself at/).waitFor();
  await page.getByRole('button', { name: /Close the area/ }).click();
  await page.getByRole('textbox', { name: /Name.*English/ }).fill('Drawn field');
  await page.locator('.draw-form select[id$=-kind]').selectOption('area');
  await page.getByRole('button', { name: 'Create place' }).click();
  await page.locator('.fault-summary').waitFor();
  assert.equal((await fetch(`${running.address}/api/v1/places/drawn-field/row`)).status, 404, 'nothing was sent');

  await page.locator('#draw-title').focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
  await holds(page, 1);
  await page.keyboard.press('Control+Shift+z');
  await holds(page, 2);
  await page.keyboard.press('Control+z');
  for (const corner of [b, c, d]) await click(page, corner);
  const first = (await list(page).inputValue()).split('\n')[0]?.split(',').map(Number) ?? [];
  await click(page, [first[0] ?? 0, first[1] ?? 0]);
  await page.getByRole('button', { name: /Close the area/ }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.sketch-fault').count(), 0);

  const before = await list(page).inputValue();
  const held = before.split('\n')[2]?.split(',').map(Number) ?? [];
  const from = await positionOnPage(page, held[0] ?? 0, held[1] ?? 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y - 4, { steps: 3 });
  await page.mouse.move(from.x + 40, from.y - 30, { steps: 6 });
  await page.mouse.up();
  await page.waitForFunction((text) => document.querySelector<HTMLTextAreaElement>('.corners-field textarea')?.value !== text, before);
  await holds(page, 4);

  await page.getByRole('button', { name: 'Create place' }).click();
  await page
    .locator('.deed-line')
    .getByText(/created: place “Drawn field”/)
    .waitFor();
  await page.waitForURL(/sel=place:drawn-field/);
  const [shape] = (await shapes('drawn-field')).items;
  assert.deepEqual([shape?.geometry.type, shape?.feature], ['Polygon', null]);
  await page.keyboard.press('Control+z');
  await page
    .locator('.deed-line')
    .getByText(/^Undone/)
    .waitFor();
  assert.equal((await fetch(`${running.address}/api/v1/places/drawn-field/row`)).status, 404);
  await page.keyboard.press('Control+Shift+z');
  await page
    .locator('.deed-line')
    .getByText(/^Redone/)
    .waitFor();
  assert.deepEqual(
    errors.filter((text) => !/status of 404/.test(text)),
    [],
  );
  await close();
});

test('a corner near a corner of a neighbour takes its place exactly', async () => {
  const [neighbour] = (await shapes('drawn-field')).items;
  const ring = (neighbour?.geometry.coordinates[0] ?? []) as readonly Position[];
  const corner = ring[0] ?? middle;
  const { page, quiet, close } = await open('/atlas?lang=en&draw=new');
  await mapDrawn(page);
  const areNeighboursHere = (): Promise<boolean> =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/map/shapes?')));
  await until(areNeighboursHere);
  await quiet();
  const { x, y } = await positionOnPage(page, corner[0], corner[1]);
  await page.mouse.click(x + 1.5, y + 1);
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.corners-field textarea')?.value !== '');
  assert.equal(await list(page).inputValue(), corner.join(', '));
  await close();
});

test('by keyboard alone a point is moved and kept: arrows go 10 metres, with Shift 100', async () => {
  const at: Position = [Number((middle[0] + side * 2).toFixed(6)), Number(middle[1].toFixed(6))];
  await postJson(running.address, '/api/v1/places', {
    who: 'walk',
    fields: { id: 'post', name_en: 'Post', kind: 'landmark', position: 'known', geometry: { type: 'Point', coordinates: at } },
  });
  const { page, close } = await open('/atlas?lang=en&draw=place:post');
  await mapDrawn(page);
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.corners-field textarea')?.value !== '');
  await page.locator('.key-cursor').focus();
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (text) => document.querySelector<HTMLTextAreaElement>('.corners-field textarea')?.value !== text,
    at.join(', '),
  );
  const [, lat] = (await list(page).inputValue()).split(',').map(Number);
  const northM = ((lat ?? 0) - at[1]) * 111_195;
  assert.ok(Math.abs(northM - 110) < 1, `${northM} m`);
  await page.getByLabel('Position', { exact: true }).selectOption({ label: 'position assumed' });
  await page.getByRole('textbox', { name: /Basis of position.*English/ }).fill('paced out');
  await page.keyboard.press('Enter');
  await page
    .locator('.deed-line')
    .getByText(/corrected: place “Post”/)
    .waitFor();
  const { fields } = await getJson<RecordRow>(running.address, '/api/v1/places/post/row');
  assert.deepEqual([fields.position, fields.position_basis_en], ['assumed', 'paced out']);
  await close();
});

test('by keyboard alone a line is drawn, its last corner taken out, the shape ended by C', async () => {
  const { page, close } = await open('/atlas?lang=en&draw=new');
  await mapDrawn(page);
  await page.getByLabel('Type of outline').selectOption('line');
  await page.locator('.key-cursor').focus();
  for (const key of ['Enter', 'Shift+ArrowRight', 'Enter', 'Shift+ArrowUp', 'Enter']) await page.keyboard.press(key);
  await holds(page, 3);
  await page.keyboard.press('Backspace');
  await holds(page, 2);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: /End the line/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByText(/Press Esc again/).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.draw-form').waitFor({ state: 'detached' });
  assert.doesNotMatch(page.url(), /draw=/);
  await close();
});

test('positions are typed for an outline: GCJ-02 is brought over with the shift told, swapped ones are refused with the reason', async () => {
  const { page, errors, close } = await open('/atlas?lang=zh&draw=place:post');
  // The map is there while the wrong positions are typed: a latitude above 90 lies nowhere on it.
  await mapDrawn(page);
  await page.getByLabel('绘制对象').selectOption({ label: '新的轮廓' });
  await list(page).fill(
    square()
      .map(([lng, lat]) => `${lat}, ${lng}`)
      .join('\n'),
  );
  await page.getByText(/经度与纬度写反了/).waitFor();
  await list(page).fill(
    square()
      .map((corner) => corner.join(', '))
      .join('\n'),
  );
  await page.getByLabel('坐标系').selectOption('gcj02');
  await page.locator('.corners-field [role=status]', { hasText: /移动 \d+ 米/ }).waitFor();
  const told = await page.locator('.corners-field [role=status]').innerText();
  const metres = Number(/\d+/.exec(told.replace('WGS 84', ''))?.[0]);
  assert.ok(metres > 500 && metres < 600, told);
  await page.getByLabel('绘制依据').fill('网络地图');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.locator('.deed-line').getByText(/新建/).waitFor();
  const outline = (await shapes('post')).items.find(({ feature }) => feature !== null);
  const ring = (outline?.geometry.coordinates[0] ?? []) as readonly Position[];
  const [lng] = ring[0] ?? [0];
  const eastM = ((square()[0]?.[0] ?? 0) - lng) * 111_195 * Math.cos((middle[1] * Math.PI) / 180);
  assert.ok(eastM > 400 && eastM < 600, `${eastM} m`);
  assert.deepEqual(errors, []);
  await close();
});

for (const [size, window] of [
  [DESK, 'desk'],
  [PHONE, 'phone'],
] as const) {
  test(`drawing, ${window}: nothing is cut off and axe finds nothing, and a place is made by the list alone`, async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { page, close } = await open(`/atlas?lang=${lang}&draw=new`, size);
      await settled(page, lang);
      assert.deepEqual(await faultsOf(page, lang), []);
      await list(page).fill(middle.join(', '));
      await page.locator('.draw-form textarea[lang=en]').first().fill(`Pump ${window} ${lang}`);
      await page.locator('.draw-form select[id$=-kind]').selectOption('landmark');
      await page.locator('.draw-form button[type=submit]').click();
      await page.waitForURL(new RegExp(`sel=place:pump-${window}-${lang}`));
      await close();
    }
  });
}

test('the map takes another look and another language while the shape on it is changed: no frame of it fails', async () => {
  const { page, errors, quiet, close } = await open('/atlas?lang=en&draw=new');
  await mapDrawn(page);
  await page.getByLabel('Type of outline').selectOption('area');
  const textOf = (corners: readonly Position[]): string => corners.map((corner) => corner.join(', ')).join('\n');
  const [a, b, c, d] = square() as [Position, Position, Position, Position];
  await list(page).fill(textOf([a, b, c]));
  await holds(page, 3);
  const keepChanging = (texts: readonly string[]): void => {
    let turn = 0;
    const change = (): void => {
      const field = document.querySelector<HTMLTextAreaElement>('.corners-field textarea');
      const put = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      turn += 1;
      put?.call(field, texts[turn % texts.length]);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      if (turn < 600) requestAnimationFrame(change);
    };
    change();
  };
  await page.evaluate(keepChanging, [textOf([a, b, c]), textOf([a, b, c, d])]);
  for (const name of ['中文', 'EN, English', '中文']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForTimeout(600);
  }
  assert.equal(await page.locator('.draw-form select').first().inputValue(), 'area', 'what was drawn is kept');
  await quiet();
  assert.deepEqual(errors, []);
  await close();
});

test('what was drawn survives a restart', async () => {
  await running.stop('SIGKILL');
  running = await startWestgate({ dataDir: running.dataDir });
  assert.equal((await shapes('drawn-field')).items[0]?.geometry.type, 'Polygon');
  assert.ok((await shapes('post')).items.some(({ feature }) => feature !== null));
});
