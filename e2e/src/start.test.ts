import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Standing } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { DESK, openPage, PHONE } from './page.ts';
import { ROOT, type Running, removeFolder, startWestgate, temporaryFolder } from './westgate.ts';

const HARBOUR = join(ROOT, 'packages/desk/test/fixtures/harbour');
const SHOTS = process.env.WESTGATE_SHOTS;
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const standing = (address: string) => getJson<Standing>(address, '/api/v1/district/standing');
const folderOf = async (address: string) =>
  (await getJson<{ files: Readonly<Record<string, string>> }>(address, '/api/v1/district/export')).files;

/** A Westgate on an empty data folder, for as long as `walk` takes. */
const onEmpty = (walk: (running: Running) => Promise<void>): Promise<void> => during({ isEmpty: true }, walk);

async function during(options: Parameters<typeof startWestgate>[0], walk: (running: Running) => Promise<void>): Promise<void> {
  const running = await startWestgate(options);
  try {
    await walk(running);
  } finally {
    await running.stop();
    removeFolder(running.dataDir);
  }
}

/** Nothing is cut off, and axe finds nothing, as the page stands; a picture of it where someone wants to see it. */
async function looksWell(page: Page, lang: 'zh' | 'en', name: string): Promise<void> {
  await settled(page, lang);
  await page.waitForLoadState('networkidle');
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${lang}.png`), fullPage: true });
  assert.deepEqual(await faultsOf(page, lang), [], `${name} ${lang}`);
}

/** An answer of 404 is how the server says that there is no district; the browser notes it as an error of its own. */
const real = (errors: readonly string[]): readonly string[] => errors.filter((text) => !/status of 404/.test(text));

const WORDS = {
  zh: {
    name: '名称（中文）',
    id: '代号',
    who: '由谁登记',
    begin: '新建这个区',
    aims: '从三个目标开始',
    aim: (number: number) => `目标 ${number}（中文）`,
  },
  en: {
    name: 'Name (English)',
    id: 'Id',
    who: 'Who records it',
    begin: 'Begin this district',
    aims: 'Start with three aims',
    aim: (number: number) => `Aim ${number} (English)`,
  },
} as const;

for (const [size, window] of [
  ['desk', DESK],
  ['phone', PHONE],
] as const) {
  for (const lang of ['zh', 'en'] as const) {
    test(`from an empty data folder a district is begun by mouse, and no screen of it is a dead end, ${size}, ${lang}`, () =>
      onEmpty(async ({ address }) => {
        const { page, errors, strangers, close } = await openPage(browser, address, `/plan?lang=${lang}`, window);
        const word = WORDS[lang];
        await page.waitForURL(/\/start/);
        for (const way of ['bring', 'example', 'away', 'new']) {
          await page.locator(`.start-ways a[href*="way=${way}"]`).click();
          await page.locator(`.start-ways a[aria-current][href*="way=${way}"]`).waitFor();
          await looksWell(page, lang, `start-${way}-none-${size}`);
        }
        await page.getByRole('button', { name: word.begin }).click();
        await page.locator('.fault-summary').waitFor();
        await looksWell(page, lang, `start-faults-${size}`);
        await page.getByLabel(word.name, { exact: true }).fill(lang === 'zh' ? '磨坊镇' : 'Mill Town');
        await page.getByLabel(word.id, { exact: true }).fill('mill-town');
        await page.locator('.graticule-sheet').scrollIntoViewIfNeeded();
        for (let step = 0; step < 6; step += 1) await page.locator('.graticule-tools .button').first().click();
        const box = await page.locator('.graticule-sheet').boundingBox();
        assert.ok(box);
        await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.4);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6, { steps: 4 });
        await page.mouse.up();
        await page.locator('select[id$=-crs] option').first().waitFor({ state: 'attached' });
        assert.match(await page.locator('select[id$=-crs]').inputValue(), /^EPSG:\d+$/);
        await page.getByRole('button', { name: word.aims }).click();
        for (const number of [1, 2, 3])
          await page.getByLabel(word.aim(number), { exact: true }).fill(`${lang === 'zh' ? '目标' : 'Aim'} ${number}`);
        await page.getByLabel(word.who, { exact: true }).fill('Ada');
        await looksWell(page, lang, `start-filled-${size}`);
        await page.getByRole('button', { name: word.begin }).click();
        await page.waitForURL(/\/atlas/);
        await page.locator('.district-map-canvas canvas').waitFor();
        if (size === 'desk') await page.locator('.next-steps').waitFor();
        const { held } = await standing(address);
        assert.deepEqual([held?.id, held?.records], ['mill-town', 0]);
        for (const path of [
          '/atlas',
          '/atlas?drawer=1',
          '/plan',
          '/plan?map=1',
          '/register',
          '/register?noun=place',
          '/settings',
          '/start',
        ]) {
          await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
          await page.locator('main h1').first().waitFor();
          await page.waitForLoadState('networkidle');
          assert.equal(await page.locator('.page-state').count(), 0, path);
          await looksWell(page, lang, `empty${path.replace(/[^\w]+/g, '-')}-${size}`);
        }
        for (const noun of ['sentence', 'commitment', 'project', 'indicator', 'event', 'document']) {
          await page.goto(`${address}/register?noun=${noun}&lang=${lang}`);
          await page.locator('main .empty a').first().waitFor();
        }
        assert.deepEqual(real(errors), []);
        assert.deepEqual(strangers, []);
        await close();
      }));
  }
}

test('a district is begun by keyboard alone, with an outline file, and undone', () =>
  onEmpty(async ({ address }) => {
    const { page, errors, close } = await openPage(browser, address, '/?lang=en');
    await page.waitForURL(/\/start/);
    const folder = temporaryFolder();
    const outline = join(folder, 'outline.geojson');
    const ring = [
      [9.92, 53.51],
      [10, 53.51],
      [10, 53.56],
      [9.92, 53.51],
    ];
    writeFileSync(outline, JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }));
    const type = async (label: string, text: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    };
    await type('Name (English)', 'Mill Town on Sea');
    assert.equal(await page.getByLabel('Id', { exact: true }).inputValue(), 'mill-town-on-sea');
    await type('Time zone', 'Europe/Berlin');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.shp', mimeType: 'x', buffer: Buffer.from('x') });
    await page.getByText('a Shapefile is not read yet').waitFor();
    await page.locator('input[type=file]').setInputFiles(outline);
    await page.getByText('Outline taken').waitFor();
    assert.equal(await page.getByLabel('West', { exact: true }).inputValue(), '9.916');
    assert.equal(await page.locator('select[id$=-crs]').inputValue(), 'EPSG:32632');
    await type('Who records it', 'Ada');
    await page.getByRole('button', { name: 'Begin this district' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/atlas/);
    const files = await folderOf(address);
    assert.match(files['places/features.geojson'] ?? '', /"layer": ?"district"/);
    await page.goto(`${address}/start?lang=en`);
    await page.getByRole('button', { name: /^Undo/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('There is no district here yet.').waitFor();
    assert.equal((await standing(address)).held, null);
    removeFolder(folder);
    assert.deepEqual(real(errors), []);
    await close();
  }));

test('in China it is asked whether the outline is shifted, and the three-degree zone is proposed', () =>
  onEmpty(async ({ address }) => {
    const { page, close } = await openPage(browser, address, '/start?lang=zh');
    await page.getByLabel('时区', { exact: true }).fill('Asia/Shanghai');
    const ring = [
      [113.2, 23.1],
      [113.3, 23.1],
      [113.3, 23.2],
      [113.2, 23.1],
    ];
    const buffer = Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    await page.locator('input[type=file]').setInputFiles({ name: 'o.geojson', mimeType: 'application/geo+json', buffer });
    await page.getByText('这些坐标是 WGS 84 吗').waitFor();
    await looksWell(page, 'zh', 'start-outline-asked');
    assert.equal(await page.getByLabel('西', { exact: true }).inputValue(), '', 'nothing is taken before it is answered');
    await page.getByRole('button', { name: '是 WGS 84' }).click();
    assert.equal(await page.locator('select[id$=-crs]').inputValue(), 'EPSG:4547');
    await close();
  }));

test('a folder is brought in with a preview, its faults are told, and one file changes only its cells', () =>
  onEmpty(async ({ address }) => {
    const { page, errors, close } = await openPage(browser, address, '/start?lang=en&way=bring');
    const [folderField, filesField] = [page.locator('input[type=file]').nth(0), page.locator('input[type=file]').nth(1)];
    await folderField.setInputFiles(HARBOUR);
    await page.locator('.import-preview').waitFor();
    assert.equal((await standing(address)).held, null, 'a preview stores nothing');
    await looksWell(page, 'en', 'bring-preview-desk');
    await page.getByLabel('Who records it').fill('Ada');
    await page.getByRole('button', { name: /^Store these/ }).click();
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
    await page.getByRole('button', { name: /^Store this/ }).click();
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
    await page.getByLabel('Who records it').fill('Ada');
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
      await other.page.getByLabel('Who records it').fill('Ada');
      await other.page.getByRole('button', { name: /^Store these/ }).click();
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
    await one.page.getByLabel('Who records it').fill('Ada');
    await two.page.getByLabel('Notice in the head (English)', { exact: true }).fill('Sample');
    await two.page.getByLabel('Who records it').fill('Bo');
    await two.page.getByRole('button', { name: 'Save the settings' }).click();
    await two.page.locator('output.receipt').waitFor();
    await one.page.getByText('Someone else changed the settings').waitFor();
    await looksWell(one.page, 'en', 'settings-behind-desk');
    await one.page.getByRole('button', { name: 'Take the new values' }).click();
    assert.equal(await one.page.getByLabel('Name (English)', { exact: true }).inputValue(), 'Harbour Ward');
    assert.equal(await one.page.getByLabel('Notice in the head (English)', { exact: true }).inputValue(), 'Sample');
    await one.page.getByRole('button', { name: 'Save the settings' }).click();
    await one.page.locator('output.receipt').waitFor();
    await one.page.locator('.brand-district', { hasText: 'Harbour Ward' }).waitFor();
    await one.page.getByLabel('West', { exact: true }).fill('100');
    await one.page.getByLabel('East', { exact: true }).fill('101');
    await one.page.getByRole('button', { name: 'Save the settings' }).click();
    await one.page.getByText('a shape outside the frame').first().waitFor();
    await looksWell(one.page, 'en', 'settings-refused-desk');
    await one.page.keyboard.press('Control+k');
    await one.page.getByRole('dialog').getByRole('button', { name: 'Start with your own' }).click();
    await one.page.waitForURL(/\/start/);
    await one.close();
    await two.close();
  }));
