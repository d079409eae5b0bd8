import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { IndustryBoard, Today } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { choose, DESK, openPage, until } from './page.ts';
import { type Running, removeFolder, startWestgate, temporaryFolder } from './westgate.ts';

const look = lookerOf('industries');
const ownData = temporaryFolder();
let browser: Browser;
let own: Running;
before(async () => {
  [browser, own] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true, dataDir: ownData })]);
  const value = (id: string, zh: string, en: string) => ({ id, name: { zh, en } });
  const fields = {
    id: 'own',
    name_zh: '自有区',
    name_en: 'Own district',
    frame: [116, 39, 117, 40],
    metre_crs: 'EPSG:4548',
    time_zone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    axes: [
      { id: 'five', name: { zh: '五项', en: 'Five' }, values: [value('science', '科创', 'Science'), value('trade', '开放', 'Trade')] },
    ],
    units: {},
  };
  await postJson(own.address, '/api/v1/district/start', { who: 'walk', fields });
  const create = (table: string, cells: object) => ({ action: 'create', table, fields: cells });
  await postJson(own.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      create('source', { id: 'MINUTES', title: 'Minutes', kind: 'official' }),
      create('place', {
        id: 'park',
        name_zh: '北园',
        name_en: 'North park',
        kind: 'industrial-park',
        position: 'none',
        no_place_reason_en: 'not surveyed',
      }),
      create('project', { id: 'hall', name_zh: '机器人厂房', name_en: 'Robot hall', kind: 'industrial-park', tags: ['five:science'] }),
    ],
  });
});
after(async () => {
  await browser.close();
  await own.stop();
  removeFolder(ownData);
});

const board = (): Promise<IndustryBoard> => getJson(own.address, '/api/v1/industry-board');
const rowOf = async (name: string) => {
  const row = (await board()).rows.find(({ industry }) => industry.name.zh === name);
  assert.ok(row, name);
  return row;
};
const HEAD = '/results/industries?lang=zh&theme=light';

test('from an empty district: tiers and industries are made, a move without reason is refused, moved, undone, reviewed, and told where it is overdue', async () => {
  const { page, errors, close } = await openPage(browser, own.address, HEAD, DESK, 'Ada');
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const make = async (button: string, fill: () => Promise<void>): Promise<void> => {
    await page.goto(`${own.address}${HEAD}`);
    await page.getByRole('link', { name: button, exact: true }).click();
    await page.locator('form.record-form').waitFor();
    await fill();
    await page.locator('form.record-form button[type=submit]').click();
    await page.locator('.noun-page h1').waitFor();
  };
  const day = async (name: string, typed: string): Promise<void> => {
    await page.getByRole('group', { name, exact: true }).getByRole('spinbutton').first().click();
    await page.keyboard.type(typed);
  };
  const open = async (id: string, act: string): Promise<void> => {
    await page.goto(`${own.address}/industries/${id}?lang=zh&theme=light`);
    await page.locator('.record-acts').getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('button', { name: act, exact: true }).and(page.locator('[type=submit]')).waitFor();
  };

  await page.getByText('还没有产业').waitFor();
  for (const [name, position] of [
    ['支柱产业', '1'],
    ['未来产业', '2'],
  ] as const)
    await make('新建产业层级', async () => {
      await field('名称 · 中文').fill(name);
      await field('产业体系').fill('1+1');
      await day('体系起始日期', '20250101');
      await field('层级次序').fill(position);
    });
  for (const name of ['机器人', '新材料'])
    await make('新建产业', async () => {
      await field('名称 · 中文').fill(name);
      await day('列入培育日期', '20250101');
    });
  const { id } = (await rowOf('机器人')).industry;

  const move = async (tier: string, from: string): Promise<void> => {
    await choose(page.getByRole('combobox', { name: '调入层级' }), tier);
    await day('自', from);
    await choose(page.getByRole('combobox', { name: '来源' }), 'MINUTES');
    await field('可信度').selectOption('high');
  };
  const send = (act: string) => page.getByRole('button', { name: act, exact: true }).and(page.locator('[type=submit]')).click();
  await open(id, '调整产业层级');
  await move('未来', '20250101');
  await send('调整产业层级');
  await page.getByText('应写明为何调整').first().waitFor();
  assert.equal((await rowOf('机器人')).tier, null, 'nothing is written without a reason');
  await look(page, 'zh', 'refused');
  await field('调整理由').fill('列入培育');
  await send('调整产业层级');
  await page.getByText('列入培育', { exact: true }).waitFor();
  await open(id, '调整产业层级');
  await move('支柱', '20250601');
  await field('调整理由').fill('订单翻番');
  await send('调整产业层级');
  await page.getByText('订单翻番').waitFor();
  const tiersOf = async () => (await rowOf('机器人')).stays.map(({ from, until }) => [from, until]);
  assert.deepEqual(await tiersOf(), [
    ['2025-01-01', '2025-05-31'],
    ['2025-06-01', null],
  ]);
  await page.locator('body').press('Control+z');
  await until(async () => (await tiersOf()).length === 1);

  await open(id, '登记季度评议');
  await field('培育阶段').selectOption('pilot');
  await field('评议意见').fill('试点运行平稳');
  await send('登记季度评议');
  await page.getByText('试点运行平稳').waitFor();
  assert.deepEqual([(await rowOf('机器人')).stage, (await rowOf('机器人')).standing], ['pilot', 'in-time']);
  assert.equal((await rowOf('新材料')).standing, 'overdue', 'who is silent is overdue');
  assert.equal((await getJson<Today>(own.address, '/api/v1/today')).passed.industry, 1);

  const link = (from: string, relation: string, to: string) => ({
    action: 'create',
    table: 'link',
    fields: Object.fromEntries([...end('from', from), ['relation', relation], ...end('to', to)]),
  });
  await postJson(own.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      link('project:hall', 'serves', `industry:${id}`),
      link('project:hall', 'stands-on', 'place:park'),
      link(`industry:${(await rowOf('新材料')).industry.id}`, 'stands-on', 'place:park'),
    ],
  });
  await page.goto(`${own.address}${HEAD}`);
  await page.locator('.sign-word', { hasText: '逾期未评议' }).first().waitFor();
  await page.locator('.matrix-gap').waitFor();
  await page.locator('.matrix-cell').click();
  await page.locator('.matrix-open', { hasText: '机器人厂房' }).waitFor();
  await look(page, 'zh', 'screen');
  await page.goto(`${own.address}/exceptions?lang=zh`);
  await page.locator('section', { hasText: '逾期未评议的产业' }).getByRole('link', { name: '新材料' }).waitFor();
  assert.deepEqual(
    errors.filter((error) => !/status of 400/.test(error)),
    [],
  );
  await close();
});

function end(side: 'from' | 'to', thing: string): readonly (readonly [string, string])[] {
  const [kind = '', id = ''] = thing.split(':');
  return [
    [`${side}_kind`, kind],
    [`${side}_id`, id],
  ];
}
