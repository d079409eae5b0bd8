import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Commitment, PlanDrafts, Sentence } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const PLAN_TEXT = new URL('../../../shared/data/plan-texts/shijingshan-five-year-2022.zh.txt', import.meta.url);
const skip = existsSync(PLAN_TEXT) ? false : 'the plan text is not beside the project: ../shared/data/plan-texts';
const SHOTS = process.env.WESTGATE_SHOTS;

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

/** A district with nothing in it but two departments. */
async function beginDistrict(): Promise<void> {
  const fields = {
    id: 'own',
    name_zh: '自有区',
    name_en: 'Own district',
    frame: [116, 39, 117, 40],
    metre_crs: 'EPSG:4548',
    time_zone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    axes: [{ id: 'aim', name: { zh: '目标', en: 'Aim' }, values: [] }],
    units: {},
  };
  await postJson(running.address, '/api/v1/district/start', { who: 'walk', fields });
}

const sentencesOf = async (document: string) =>
  (await getJson<{ items: readonly Sentence[] }>(running.address, `/api/v1/sentences?document=${document}&limit=500`)).items;
const commitmentsOf = async (document: string) =>
  (await getJson<{ items: readonly Commitment[] }>(running.address, `/api/v1/commitments?document=${document}&limit=500`)).items;
const draftsOf = (document: string) => getJson<PlanDrafts>(running.address, `/api/v1/documents/${document}/drafts?language=zh`);

async function look(page: Page, lang: 'zh' | 'en', name: string): Promise<void> {
  await settled(page, lang);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/own-plan-${name}-${lang}.png` });
  assert.deepEqual(await faultsOf(page, lang), [], `${name} ${lang}`);
}

test('an officer pastes her plan, sees its sentences, and stores it as one deed that is undone', { skip }, async () => {
  await beginDistrict();
  const { page, errors, close } = await openPage(browser, running.address, '/plan?lang=zh&theme=light');
  await page.getByRole('link', { name: '引入规划文本' }).click();
  await page.getByLabel('规划文本', { exact: true }).fill(readFileSync(PLAN_TEXT, 'utf8'));
  await page.getByLabel('标题', { exact: true }).fill('五年规划');
  await page.getByLabel('涵盖的年份').fill('2022/2026');
  await page.getByLabel('由谁登记').fill('李华');
  await look(page, 'zh', 'bring-desk');
  await page.locator('.bring button[type=submit]').click();
  await page.locator('.bring-stored h1').waitFor();
  await look(page, 'zh', 'stored-desk');
  assert.deepEqual(errors, []);
  await close();
});
