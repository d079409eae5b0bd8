import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import type { FloodDesign } from '@westgate/domain';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { keysOf } from './claims/hand.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { beginDistrict } from './own-district.ts';
import { choose, DESK, openPage, PHONE, typeDay } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

let browser: Browser;
let running: Running;
/** The case that is built first. */
let caseId = '';
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

const caseRow = () => getJson<{ rev: number; fields: { design: FloodDesign } }>(running.address, `/api/v1/flood-cases/${caseId}/row`);

/** Changes the case as another officer. */
async function revise(fields: object): Promise<void> {
  const { rev } = await caseRow();
  const answer = await fetch(`${running.address}/api/v1/flood-cases/${caseId}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${rev}"` },
    body: JSON.stringify({ who: '乙', fields }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

/** The words of a Word document. */
function wordsOf(paper: Buffer): string {
  const name = 'word/document.xml';
  const at = paper.indexOf(name);
  const from = at + name.length + paper.readUInt16LE(at - 2);
  return inflateRawSync(paper.subarray(from))
    .toString('utf8')
    .replace(/<[^>]+>/g, '');
}

const latestRun = async () =>
  (await getJson<{ items: readonly { id: string; state: string }[] }>(running.address, '/api/v1/runs')).items[0];

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
  caseId = id;

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
  // Long enough to be ended while it works; the run that is shown is no longer of the case.
  await revise({ hours: 240 });
  const begun = await postJson<{ id: string }>(running.address, '/api/v1/runs', { kind: 'flood', ask: { floodCase: id, cellM: 5 } });
  const phone = await openPage(browser, running.address, `/flood/${id}?lang=en`, PHONE, 'Ada');
  await phone.page
    .getByRole('button', { name: /^Cancel|^Stop|^End/ })
    .first()
    .click();
  await phone.page.locator('.flood-stage').waitFor();
  await phone.page.getByText('was changed after this run', { exact: false }).waitFor();
  assert.deepEqual(await faultsOf(phone.page, 'en'), []);
  const after = await getJson<{ items: readonly { id: string; state: string }[] }>(running.address, '/api/v1/runs');
  assert.equal(after.items.find((each) => each.id === begun.id)?.state, 'cancelled');
  await phone.close();
});

test('two officers change one design: by keyboard alone a gauge is set on the ground, and nothing of either is lost', async () => {
  const ada = await openPage(browser, running.address, `/flood/${caseId}/design?lang=en`, DESK, 'Ada');
  const { page } = ada;
  await page.getByRole('button', { name: 'Add Gauge' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name', exact: true }).press('a');
  await page.locator('.key-cursor').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Put into the design' }).press('Enter');
  const yi = await openPage(browser, running.address, `/flood/${caseId}/design?lang=zh`, DESK, '乙');
  await yi.page.getByRole('button', { name: '全部保存' }).waitFor({ state: 'detached' });
  const { design } = (await caseRow()).fields;
  await revise({ design: { ...design, gauges: [{ id: 'bridge', name: '桥', at: [EAST - 0.006, (SOUTH + NORTH) / 2] }] } });
  // Who drafts nothing is shown it; who drafts keeps the draft and is told.
  await yi.page.locator('#part-gauges\\:bridge').waitFor();
  await page.getByRole('button', { name: 'Save all' }).press('Enter');
  await page.locator('.keep-bar .conflict, .keep-bar [role=alert]').first().waitFor();
  assert.deepEqual(await faultsOf(page, 'en'), []);
  await page.getByRole('button', { name: 'Save all' }).press('Enter');
  await page.getByText('Everything is saved').waitFor();
  const { gauges } = (await caseRow()).fields.design;
  assert.deepEqual(gauges.map(({ name }) => name).toSorted(), ['a', '桥']);
  const [lng, lat] = gauges.find(({ name }) => name === 'a')?.at ?? [0, 0];
  assert.ok(lng > WEST && lng < EAST && lat > SOUTH - 0.003 && lat < NORTH, `the map opened beside the ground: ${lng}, ${lat}`);
  await yi.page.getByText('a', { exact: true }).first().waitFor();
  assert.deepEqual(yi.errors, []);
  await Promise.all([ada.close(), yi.close()]);
});

test('a restart in the middle of a run is told; run again, the run is adopted with its minute, its report read, and the adoption undone', async () => {
  await postJson(running.address, '/api/v1/projects', { who: '乙', fields: { id: 'works', name_zh: '河谷公园', kind: 'dual-use' } });
  await postJson(running.address, '/api/v1/runs', { kind: 'flood', ask: { floodCase: caseId, cellM: 5 } });
  await running.stop('SIGKILL');
  running = await startWestgate({ dataDir: running.dataDir });
  await revise({ hours: 3, project: 'works' });
  const { page, errors, close } = await openPage(browser, running.address, `/flood/${caseId}?lang=zh`, DESK, '甲');
  await page.getByText('运行时服务停止了', { exact: false }).waitFor();
  await page.getByRole('button', { name: '推演', exact: true }).click();
  await page.getByText('运行时服务停止了', { exact: false }).waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelector('.run-state') === null, undefined, { timeout: 60_000 });
  const run = await latestRun();
  assert.equal(run?.state, 'done');

  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /推演报告.*公文/ }).click()]);
  const parts: Buffer[] = [];
  for await (const part of await paper.createReadStream()) parts.push(part as Buffer);
  const text = wordsOf(Buffer.concat(parts));
  for (const said of ['河谷洪水', '谷口', '规划论证材料，不是预警服务', run?.id ?? '?'])
    assert.ok(text.includes(said), `the report lacks ${said}`);

  await page.getByRole('button', { name: '采用推演结果' }).click();
  const form = page.locator('.flood-adopt');
  await form.getByRole('textbox', { name: /会议记录/ }).fill('专题会议同意采用本次推演');
  await form.getByRole('button', { name: '采用推演结果' }).click();
  const receipt = page.locator('.deed-line');
  await receipt.waitFor();
  const there = await openPage(browser, running.address, '/projects/works?lang=en', PHONE, 'Ada');
  await there.page.getByRole('heading', { name: 'Adopted flood runs' }).waitFor();
  await there.page.getByText('专题会议同意采用本次推演').waitFor();
  await receipt.getByRole('button', { name: '撤销' }).click();
  await there.page.getByRole('heading', { name: 'Adopted flood runs' }).waitFor({ state: 'detached' });
  const { items } = await getJson<{ items: readonly unknown[] }>(running.address, `/api/v1/flood-adoptions?case=${caseId}`);
  assert.deepEqual(items, []);

  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.no-print:visible').count(), 0);
  assert.equal(await page.locator('.flood-notice:visible, .flood-legend:visible, .map-scale:visible, .map-north:visible').count(), 4);
  assert.deepEqual(errors, []);
  await Promise.all([there.close(), close()]);
});

test('by keyboard alone a case is begun, its whole design drawn and saved, run, watched, and a rule tried otherwise and saved', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/flood?lang=en', DESK, 'Ada');
  const hand = keysOf(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const box = (name: string | RegExp) => page.getByRole('textbox', { name });
  await hand.press(page.getByRole('link', { name: 'New flood case' }));
  await hand.write(box(/Name.*English/), 'By keys');
  await hand.find(page.getByRole('combobox', { name: 'Ground' }), '河谷');
  await hand.write(box('Duration (h)'), '3');
  await hand.press(page.locator('.record-form button[type=submit]'));
  await page.waitForURL(({ pathname }) => pathname.startsWith('/flood-cases/'));
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await hand.press(page.getByRole('link', { name: 'Edit the design' }));
  await page.getByText('The dashed frame is the extent of the ground').waitFor();

  const form = page.locator('.design-form');
  const begin = async (kind: string, numbers: Readonly<Record<string, string>> = {}): Promise<void> => {
    await hand.press(button(`Add ${kind}`));
    for (const [name, value] of Object.entries(numbers)) await hand.write(form.getByRole('textbox', { name }), value);
  };
  const end = async (): Promise<void> => {
    await hand.press(form.getByRole('button', { name: 'Put into the design' }));
    await form.waitFor({ state: 'detached', timeout: 5000 }).catch(async () => assert.fail(await form.innerText()));
  };
  const type = (line: readonly (readonly number[])[]) =>
    hand.write(form.getByRole('textbox', { name: 'Position' }), line.map((point) => point.join(', ')).join('\n'));
  /** Walks over the map by steps of 100 m, and sets corners. */
  const draw = async (steps: readonly string[]): Promise<void> => {
    await page.locator('.key-cursor').waitFor();
    await hand.reach(page.locator('.key-cursor'));
    for (const step of steps) await page.keyboard.press(step.startsWith('Arrow') ? `Shift+${step}` : step);
  };
  const [up, right, left] = ['ArrowUp', 'ArrowRight', 'ArrowLeft'];
  const middle = (SOUTH + NORTH) / 2;
  await begin('Inflow', { 'Base flow': '5', 'Peak (m³/s)': '60', 'Rise lasts': '1', 'Fall lasts': '1' });
  await type([
    [WEST, middle - 0.0008],
    [WEST, middle + 0.0008],
  ]);
  await end();
  await begin('Outflow');
  await type([
    [EAST, SOUTH],
    [EAST, NORTH],
  ]);
  await end();
  await begin('Gauge', { Name: 'Bridge' });
  await draw(['Enter']);
  await end();
  await begin('Section', { Name: 'Mouth' });
  await type([
    [EAST - 0.003, SOUTH],
    [EAST - 0.003, NORTH],
  ]);
  await end();
  await begin('Storage area', { Name: 'Basin', Capacity: '100000', 'Dug out to': '16' });
  await draw([up, up, 'Enter', right, right, right, 'Enter', up, up, 'Enter', left, left, left, 'Enter', 'c']);
  await end();
  await begin('Gate', { Name: 'Intake', 'Sill level': '17', 'Width (m)': '20', 'Fully open': '2' });
  await draw(['Enter', up, up, up, right, 'Enter']);
  await end();
  await begin('Operating rule', { 'Open to': '1' });
  await hand.select(form.getByRole('combobox', { name: 'Gate' }), 'Intake');
  await hand.select(form.getByRole('combobox', { name: 'What is looked at' }), 'level at Bridge (m)');
  await hand.select(form.getByRole('combobox', { name: 'Comparison' }), '>');
  await hand.write(form.getByRole('textbox', { name: 'Value' }), '18.6');
  await end();
  await hand.press(button('Save all'));
  await page.getByText('Everything is saved').waitFor();
  assert.deepEqual(await faultsOf(page, 'en'), []);

  await page.goto(`${running.address}/flood/${id}?lang=en`);
  await hand.press(button('Run'));
  await page.locator('.flood-stage').waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('.run-state') === null, undefined, { timeout: 60_000 });
  const time = page.locator('.flood-controls output');
  await hand.reach(page.getByRole('slider', { name: 'Time of the run' }));
  await page.keyboard.press('Home');
  const shown = await time.innerText();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await time.innerText(), shown);
  await hand.reach(page.getByRole('slider', { name: 'Opening of Intake' }));
  await page.keyboard.press('ArrowRight');
  await page.locator('.flood-peak', { hasText: /m³\/s/ }).waitFor();
  await hand.press(page.locator('.flood-what-if').getByRole('button', { name: 'Save to the case' }));
  await page.locator('.flood-what-if').getByRole('button', { name: 'Save to the case' }).waitFor({ state: 'detached' });
  const { fields } = await getJson<{ fields: { design: FloodDesign } }>(running.address, `/api/v1/flood-cases/${id}/row`);
  assert.ok((fields.design.rules[0]?.target_m ?? 0) > 1);
  assert.equal(fields.design.storages[0]?.ring.length, 4);
  assert.deepEqual(errors, []);
  await close();
});
