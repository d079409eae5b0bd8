import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { IndustryBoard, Today } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
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
    axes: [{ id: 'five', name: { zh: '五项', en: 'Five' }, values: [value('science', '科创', 'Science'), value('trade', '开放', 'Trade')] }],
    units: {},
  };
  await postJson(own.address, '/api/v1/district/start', { who: 'walk', fields });
  const create = (table: string, cells: object) => ({ action: 'create', table, fields: cells });
  await postJson(own.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      create('source', { id: 'MINUTES', title: 'Minutes', kind: 'official' }),
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
const inForm = (page: Page) => page.locator('form.record-form, form').filter({ has: page.getByLabel('登记人') });

test('from an empty district: industries and tiers are made, a move without reason is refused, moved, taken back, reviewed, and overdue where it was not', async () => {
  const { page, errors, close } = await openPage(browser, own.address, '/results/industries?lang=zh&theme=light', DESK, 'Ada');
  const text = (label: string | RegExp) => page.getByRole('textbox', { name: label }).first();
  const save = () => page.keyboard.press('Enter');
  const make = async (button: string, fill: () => Promise<void>): Promise<void> => {
    await page.goto(`${own.address}/results/industries?lang=zh&theme=light`);
    await page.getByRole('link', { name: button, exact: true }).click();
    await page.locator('form.record-form').waitFor();
    await fill();
    await save();
    await page.locator('.noun-page h1').waitFor();
  };
  const day = async (name: string, typed: string): Promise<void> => {
    await page.getByRole('group', { name }).getByRole('spinbutton').first().click();
    await page.keyboard.type(typed);
  };
  const act = async (id: string, name: string): Promise<void> => {
    await page.goto(`${own.address}/industries/${id}?lang=zh&theme=light`);
    await page.locator('.record-acts').getByRole('button', { name, exact: true }).click();
    await inForm(page).waitFor();
  };

  await page.getByText('还没有产业').waitFor();
  for (const [name, position] of [
    ['支柱产业', '1'],
    ['未来产业', '2'],
  ] as const) {
    await make('新建产业层级', async () => {
      await text(/名称.*中文/).fill(name);
      await text('产业分法').fill('1+1');
      await text('层级次序').fill(position);
      await day('分法起始日期', '20250101');
    });
  }
  await make('新建产业', async () => {
    await text(/名称.*中文/).fill('机器人');
    await day('列入培育日期', '20250101');
  });
  const [industry] = (await board()).rows;
  assert.ok(industry);
  const { id } = industry.industry;
  assert.equal(industry.standing, 'overdue', 'in the pipeline for long, and never reviewed');

  await act(id, '调整产业层级');
  await choose(page.getByRole('combobox', { name: '调入层级' }), '未来');
  await day('自', '20250101');
  await choose(page.getByRole('combobox', { name: '来源' }), 'MINUTES');
  await page.getByRole('radio', { name: '高' }).or(page.getByRole('combobox', { name: '可信度' })).first().click();
  await save();
  await page.getByRole('alert').filter({ hasText: '调整理由' }).waitFor();
  assert.equal((await board()).rows[0]?.tier, null, 'nothing was written without a reason');
  await text(/调整理由.*中文/).fill('列入培育');
  await save();
  await page.locator('#stays + .table-scroll', { hasText: '列入培育' }).waitFor();

  await act(id, '登记季度评议');
  await close();
  assert.deepEqual(errors, []);
  await until(async () => (await getJson<Today>(own.address, '/api/v1/today')).overdueReviews === 1);
  await look(page, 'zh', 'x');
});
