import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { openPage, until, WAYS, waysOfLong } from './page.ts';
import { folderOf, looksWell, onEmpty, real, standing } from './start-walk.ts';
import { removeFolder, temporaryFolder } from './westgate.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const WORDS = {
  zh: {
    name: '名称（中文）',
    id: '代号',
    who: '登记人',
    begin: '新建这个区',
    aims: '从三个目标开始',
    aim: (number: number) => `目标 ${number}（中文）`,
  },
  en: {
    name: 'Name (English)',
    id: 'Id',
    who: 'Recorded by',
    begin: 'Create district',
    aims: 'Start with three aims',
    aim: (number: number) => `Aim ${number} (English)`,
  },
} as const;

for (const [size, lang, window] of waysOfLong(WAYS, 0)) {
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
      await page.locator('.crs-choices input:checked').waitFor();
      assert.match(await page.locator('.crs-choices input:checked').inputValue(), /^EPSG:\d+$/);
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
        '/register',
        '/register?noun=place',
        '/new/place',
        '/coverage',
        '/breakdown',
        '/reports',
        '/brief',
        '/settings',
        '/start',
      ]) {
        await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.locator('main h1').first().waitFor();
        await page.waitForLoadState('networkidle');
        await until(
          async () => (await page.locator('.page-state').count()) === 0,
          () => `${path} is a dead end`,
        );
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
      await page.getByLabel(label, { exact: true }).and(page.locator(':not(button)')).focus();
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
    assert.equal(await page.locator('.crs-choices input:checked').inputValue(), 'EPSG:32632');
    await type('Recorded by', 'Ada');
    await page.getByRole('button', { name: 'Create district' }).focus();
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
    await page.getByRole('combobox', { name: '时区', exact: true }).fill('Asia/Shanghai');
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
    assert.equal(await page.locator('.crs-choices input:checked').inputValue(), 'EPSG:4547');
    await close();
  }));
