import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { beginDistrict } from './own-district.ts';
import { choose, DESK, openPage, PHONE, typeDay } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

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

/** A valley of 40 × 24 cells of 50 m that falls to the east, in the zone of the district (CGCS2000, 117° E). */
function heights(): string {
  const rows = Array.from({ length: 24 }, (_, row) =>
    Array.from({ length: 40 }, (_, column) => (Math.abs(row - 11.5) * 0.4 + 20 - column * 0.08).toFixed(2)).join(' '),
  );
  return `ncols 40\nnrows 24\nxllcorner 440000\nyllcorner 4380000\ncellsize 50\nNODATA_value -9999\n${rows.join('\n')}\n`;
}

/** Where its western and eastern ends lie, near enough. */
const [WEST, EAST, SOUTH, NORTH] = [116.3025, 116.3235, 39.5555, 39.5635];

interface Part {
  readonly kind: string;
  readonly line: readonly (readonly [number, number])[];
  readonly numbers?: Readonly<Record<string, string>>;
  readonly name?: string;
}

/** Types a part of the design, without the mouse's help on the map. */
async function addPart(page: Page, { kind, line, numbers = {}, name }: Part): Promise<void> {
  await page.getByRole('button', { name: `添加 ${kind}` }).click();
  const form = page.locator('.design-form');
  if (name) await form.getByRole('textbox', { name: '名称', exact: true }).fill(name);
  for (const [label, value] of Object.entries(numbers)) await form.getByRole('textbox', { name: label }).fill(value);
  await form
    .locator('textarea')
    .last()
    .fill(line.map((point) => point.join(', ')).join('\n'));
  await form.getByRole('button', { name: '放入情景' }).click();
  await form.waitFor({ state: 'detached', timeout: 5000 }).catch(async () => assert.fail(await form.innerText()));
}

test('a flood case is built from an empty district, run, ended, run again and compared; it stands after a reload', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/flood?lang=zh', DESK, '甲');
  await page.getByRole('link', { name: '新建地形数据' }).click();
  await page.getByRole('textbox', { name: /名称.*中文/ }).fill('河谷');
  await page.getByRole('combobox', { name: '可信度' }).selectOption('high');
  await page.getByRole('button', { name: '新建地形数据' }).click();
  await page.waitForURL(({ pathname }) => pathname.startsWith('/grounds/'));
  await page.getByRole('button', { name: '上传佐证材料' }).click();
  await page

    .locator('section[aria-labelledby=files] input[type=file]')
    .setInputFiles({ name: 'valley-epsg4548.asc', mimeType: 'text/plain', buffer: Buffer.from(heights()) });
  await page.getByRole('textbox', { name: '材料名称' }).fill('高程');
  await typeDay(page, '文件日期', '20250102');
  await page.getByRole('button', { name: '上传', exact: true }).click();
  await page.getByText('EPSG:4548').first().waitFor();
  await page.getByRole('button', { name: '单位是米' }).click();
  await page.locator('.facts').getByText('米', { exact: true }).first().waitFor();
  await page.goto(`${running.address}/flood?lang=zh`);
  await page.getByRole('link', { name: '新建洪水情景' }).click();
  await page.getByRole('textbox', { name: /名称.*中文/ }).fill('河谷洪水');
  await choose(page.getByRole('combobox', { name: '地形数据' }), '河谷', '河谷');
  await page.getByRole('textbox', { name: '时长（h）' }).fill('3');
  await page.getByRole('button', { name: '新建洪水情景' }).click();
  await page
    .waitForURL(({ pathname }) => pathname.startsWith('/flood-cases/'), { timeout: 8000 })
    .catch(async () => assert.fail(await page.locator('main').innerText()));
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await page.goto(`${running.address}/flood/${id}/design?lang=zh`);
  await addPart(page, {
    kind: '来水',
    line: [
      [WEST, (SOUTH + NORTH) / 2 - 0.0008],
      [WEST, (SOUTH + NORTH) / 2 + 0.0008],
    ],
    numbers: { '基流（m³/s）': '5', '洪峰流量（m³/s）': '60', '涨水历时（h）': '1', '退水历时（h）': '1' },
  });
  await addPart(page, {
    kind: '出流',
    line: [
      [EAST, SOUTH],
      [EAST, NORTH],
    ],
  });
  await addPart(page, {
    kind: '断面',
    name: '谷口',
    line: [
      [EAST - 0.003, SOUTH],
      [EAST - 0.003, NORTH],
    ],
  });
  await page.getByRole('button', { name: '全部保存' }).click();
  await page.getByText('全部已保存').waitFor();

  await page.goto(`${running.address}/flood/${id}?lang=zh`);
  const run = page.getByRole('button', { name: '推演', exact: true });
  await run.click();
  await page.locator('.flood-stage').waitFor({ timeout: 60_000 });
  await page.reload();
  await page.locator('.flood-stage').waitFor({ timeout: 30_000 });
  await page.getByText('✓ 0').waitFor();
  await run.click();
  await page.getByRole('combobox', { name: '对比' }).waitFor({ timeout: 60_000 });
  await page.getByRole('combobox', { name: '对比' }).selectOption({ index: 1 });
  await page.getByRole('heading', { name: '两次推演对比' }).waitFor();
  await settled(page, 'zh');
  assert.deepEqual(await faultsOf(page, 'zh'), []);
  assert.deepEqual(errors, []);
  await close();

  const { items } = await getJson<{ items: readonly { id: string; kind: string; result: Record<string, number> }[] }>(
    running.address,
    '/api/v1/runs',
  );
  assert.equal(items.length, 2);
  for (const { result } of items) assert.equal(result.off, 0);
  // Long enough to be ended while it works.
  const row = await getJson<{ rev: number }>(running.address, `/api/v1/flood-cases/${id}/row`);
  const longer = await fetch(`${running.address}/api/v1/flood-cases/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${row.rev}"` },
    body: JSON.stringify({ who: '甲', fields: { hours: 240 } }),
  });
  assert.equal(longer.status, 200, await longer.text());
  const begun = await postJson<{ id: string }>(running.address, '/api/v1/runs', { kind: 'flood', ask: { floodCase: id, cellM: 5 } });
  const phone = await openPage(browser, running.address, `/flood/${id}?lang=en`, PHONE, 'Ada');
  await phone.page
    .getByRole('button', { name: /^Cancel|^Stop|^End/ })
    .first()
    .click();
  await phone.page.locator('.flood-stage').waitFor();
  assert.deepEqual(await faultsOf(phone.page, 'en'), []);
  const after = await getJson<{ items: readonly { id: string; state: string }[] }>(running.address, '/api/v1/runs');
  assert.equal(after.items.find((each) => each.id === begun.id)?.state, 'cancelled');
  await phone.close();
});
