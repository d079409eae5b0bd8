import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { CheckUnits, EventReadiness, HealthCheck, IndustryBoard, SpaceBoard } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { choose, DESK, openPage, PHONE, typeDay, until } from './page.ts';
import { ROOT, type Running, removeFolder, startWestgate } from './westgate.ts';

/**
 * Claims of the founding text, by their numbers there, each walked on the built-in example: what a visitor reads of it, and what she does about it on
 * the screen, which is then undone.
 */
const look = lookerOf('claims');
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

type Way = 'desk' | 'phone';
type Lang = 'zh' | 'en';
const api = <T>(path: string): Promise<T> => getJson<T>(running.address, `/api/v1/${path}`);

/** A claim as it is walked: in a window and a language, with nothing that axe finds and no error of a script. */
function claim(
  number: string,
  says: string,
  window: Way,
  lang: Lang,
  walk: (page: Page, go: (path: string) => Promise<void>) => Promise<void>,
) {
  test(`${number}, ${says} (${window}, ${lang})`, async () => {
    const size = window === 'desk' ? DESK : PHONE;
    const { page, errors, strangers, close } = await openPage(browser, running.address, '/results', size, 'Ada');
    const go = async (path: string): Promise<void> => {
      await page.goto(`${running.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}&theme=light`);
      await page.locator('h1').first().waitFor();
    };
    await walk(page, go).catch(async (fault: unknown) => {
      if (process.env.WESTGATE_SHOTS) await page.screenshot({ path: `${process.env.WESTGATE_SHOTS}/fault-${number}.png`, fullPage: true });
      throw fault;
    });
    await look(page, lang, number);
    assert.deepEqual([errors.filter((error) => !/status of 4/.test(error)), strangers], [[], []]);
    await close();
  });
}

/** Takes back the last change by the keyboard and waits until `isBack`. */
async function takeBack(page: Page, isBack: () => Promise<boolean>): Promise<void> {
  await page.locator('body').press('Control+z');
  await until(isBack);
}

claim('4c', 'living conditions: a compound is compared before and after', 'desk', 'zh', async (page, go) => {
  await go('/edit/place/compound-moshikou-nanli');
  await page.locator('details.form-more summary').first().click();
  await page.getByLabel('体检单元').selectOption({ label: '小区' });
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page').waitFor();
  const { rows } = await api<HealthCheck>('health-check');
  const [compound] = rows.filter(({ level }) => level === 'compound');
  assert.ok(compound && rows.length === 61 && rows.every(({ standing }) => standing === 'not-known'), 'nothing is counted as met');
  for (const [period, amount] of [
    ['2024-06', '3'],
    ['2026-10', '0'],
  ] as const) {
    await go(`/results/health-check?sel=indicator:${compound.indicator.id}`);
    await page.getByRole('button', { name: '填报体检数据' }).click();
    await page.getByLabel('时期', { exact: true }).fill(period);
    const source = page.locator('.record-form').getByLabel('来源', { exact: true }).first();
    await source.click();
    await page.locator('.combo-popover [data-key]').first().click();
    await page.locator('.value-cell input').first().fill(amount);
    await page.locator('.record-form button[type=submit]').click();
    await page.getByRole('button', { name: '填报体检数据' }).waitFor();
  }
  await page.locator('.check-units tr', { hasText: '模式口南里' }).getByText('达标').waitFor();
  await page.locator('.check-units tr', { hasText: '模式口南里' }).getByText('2024 年 6 月').waitFor();
  const { rows: units } = await api<CheckUnits>(`indicators/${compound.indicator.id}/units`);
  assert.deepEqual(
    units.find(({ place }) => place.id === 'compound-moshikou-nanli')?.held.map(({ period, value }) => [period, value]),
    [
      ['2024-06', 3],
      ['2026-10', 0],
    ],
  );
});

claim('7b', 'industry in tiers: an industry is moved with a reason, and by no other way', 'desk', 'zh', async (page, go) => {
  const tierOf = async () => (await api<IndustryBoard>('industry-board')).rows.find(({ industry }) => industry.id === 'vr')?.tier ?? null;
  const before = await tierOf();
  await go('/industries/vr');
  await page.locator('.record-acts').getByRole('button', { name: '调整产业层级', exact: true }).click();
  await choose(page.getByRole('combobox', { name: '调入层级' }), 'future-2026', 'future-2026');
  await typeDay(page, '自', '20261001');
  await choose(page.getByRole('combobox', { name: '来源' }), 'GWR');
  await page.getByLabel('可信度', { exact: true }).selectOption('high');
  const send = page.getByRole('button', { name: '调整产业层级', exact: true }).and(page.locator('[type=submit]'));
  await send.click();
  await page.getByText('应写明为何调整').first().waitFor();
  assert.equal(await tierOf(), before);
  await page.getByLabel('调整理由', { exact: true }).fill('企业转向前沿研发');
  await send.click();
  await page.getByText('企业转向前沿研发', { exact: true }).waitFor();
  assert.notEqual(await tierOf(), before);
  await takeBack(page, async () => (await tierOf()) === before);
});

claim(
  '8ab',
  'areas, industries and the five key projects are set against each other, gaps are named, each of the five is reported upward',
  'desk',
  'en',
  async (page, go) => {
    await go('/results/industries');
    const { gaps, projects } = await api<IndustryBoard>('industry-board');
    assert.ok(gaps.length > 0 && projects.length > 0);
    await page.locator('.matrix-gap').first().waitFor();
    await page.locator('.matrix-cell').first().click();
    await page.locator('.matrix-open').first().waitFor();
    const [first] = projects;
    await page
      .getByRole('link', { name: first?.project.name.en ?? '' })
      .first()
      .waitFor();
  },
);

claim('9b', 'an event is prepared: a day is counted back, what is late is told', 'phone', 'zh', async (page, go) => {
  const items = async () => (await api<EventReadiness>('events/ciftis-2024/readiness?asOf=2024-07-01')).items;
  await go('/results/events?asOf=2024-07-01&sel=event:ciftis-2024');
  await page.getByRole('link', { name: '新建筹备事项' }).first().click();
  await page.getByLabel('名称 · 中文').fill('场馆消防验收');
  await page.getByLabel('类别').selectOption({ label: '场馆' });
  await page.getByLabel('提前工作日数').fill('20');
  await page.locator('.record-form').getByRole('group', { name: '预计完成日期' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('20240830');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page h1').waitFor();
  const [item] = await items();
  assert.equal(item?.standing, 'at-risk');
  await go('/results/events?asOf=2024-07-01&sel=event:ciftis-2024');
  await page.locator('.readiness-finding', { hasText: '预计逾期 1 项' }).waitFor();
  await page.getByRole('link', { name: '场馆消防验收' }).first().waitFor();
});

claim('10a', 'future industries are planned ahead: each has its stage, reviewed every quarter', 'phone', 'en', async (page, go) => {
  const stage = async () =>
    (await api<IndustryBoard>('industry-board')).rows.find(({ industry }) => industry.id === 'future-space')?.stage ?? null;
  assert.equal(await stage(), null, 'no source says it');
  await go('/industries/future-space');
  const review = page.getByRole('button', { name: 'Record quarterly review', exact: true });
  await page.locator('.record-acts').getByRole('button', { name: 'Record quarterly review', exact: true }).click();
  await page.getByLabel('Pipeline stage', { exact: true }).selectOption('watch');
  await page.getByLabel('Finding', { exact: true }).fill('Two firms have asked for test sites');
  await review.and(page.locator('[type=submit]')).click();
  await until(async () => (await stage()) === 'watch');
});

claim('10b', 'a named park: areas that add up are recorded, and the need of a firm finds them', 'desk', 'en', async (page, go) => {
  const vacant = async () =>
    (await api<SpaceBoard>('space-board')).parks.find(({ park }) => park.id === 'scifi-cluster')?.space.vacant.known ?? 0;
  assert.equal(await vacant(), 0, 'no source says what is vacant');
  await go('/parks/scifi-cluster');
  await page.getByRole('link', { name: 'Space of the park' }).click();
  await page
    .getByRole('button', { name: /Record areas/ })
    .first()
    .click();
  const form = page.locator('.record-form');
  for (const [name, amount] of [
    ['Total (m²)', '160000'],
    ['Let (m²)', '140000'],
    ['Vacant (m²)', '20000'],
    ['Under works (m²)', '0'],
    ['Largest vacant (m²)', '3000'],
  ] as const)
    await form.getByLabel(name, { exact: true }).fill(amount);
  await form.locator('button[type=submit]').click();
  await until(async () => (await vacant()) === 1);
  await page.getByRole('button', { name: 'Enter need' }).click();
  await page.locator('#need-area').fill('2000');
  await page.getByRole('button', { name: 'Match', exact: true }).click();
  await page.getByText(/^1 fit/).waitFor();
});

claim('11a', 'strength is measured: trend, status and source of each indicator', 'desk', 'zh', async (page, go) => {
  await go('/results');
  await page.locator('.board-table tbody tr').first().waitFor();
  await page.getByRole('link', { name: '西山绿道建成开放' }).first().click();
  await page.locator('.indicator-chart svg, figure svg').first().waitFor();
});

test('on the practice district the chain is walked to its end: off track, issue, project, output, measured again, closed (phone, en)', async () => {
  const practice = await startWestgate({ district: join(ROOT, 'data', 'practice') });
  const at = (path: string): string => `${practice.address}${path}${path.includes('?') ? '&' : '?'}lang=en&theme=light&asOf=2026-12-01`;
  const { page, errors, close } = await openPage(browser, practice.address, '/results', PHONE, 'Ada');
  const form = page.locator('.record-form');
  await page.goto(at('/indicators/firms'));
  await page.locator('.neat .sign-word', { hasText: 'Off track' }).waitFor();
  await page.locator('section[aria-labelledby=drivers] a[href*="qf-park-2-floors"]').click();
  await page.locator('.noun-page .facts', { hasText: 'Overdue' }).waitFor();
  await page.getByRole('button', { name: 'Record delivery' }).click();
  await typeDay(page, 'As of', '30112026');
  await page.getByLabel('Delivered in all').fill('22000');
  await choose(form.getByLabel('Source', { exact: true }), 'SITE');
  await form.locator('button[type=submit]').click();
  await page.locator('.noun-page .facts', { hasText: 'Delivered late' }).waitFor();
  await look(page, 'en', 'chain-output');

  await page.goto(at('/issues/firms-slow'));
  await page.getByRole('link', { name: 'Qingfang Innovation Park, phase 2' }).first().waitFor();
  const closeIt = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Close issue' }).first().click();
    await form.getByLabel('Evidence of closure').first().fill('Counted again at the end of November');
    await typeDay(page, 'Closed on', '01122026');
    await form.locator('button[type=submit]').click();
  };
  await closeIt();
  await form
    .getByText(/on track/i)
    .first()
    .waitFor();
  const value = {
    indicator: 'firms',
    kind: 'actual',
    period: '2026-11',
    value: 158,
    source: 'SITE',
    confidence: 'high',
    breaks_series: false,
  };
  await postJson(practice.address, '/api/v1/edits', { who: 'Ada', edits: [{ action: 'create', table: 'indicator_value', fields: value }] });
  await page.goto(at('/issues/firms-slow'));
  await closeIt();
  await page.locator('.noun-page', { hasText: 'Closed' }).waitFor();
  await look(page, 'en', 'chain-closed');
  await page.goto(at('/indicators/firms'));
  await page.locator('.neat .sign-word', { hasText: 'On track' }).waitFor();
  assert.deepEqual(
    errors.filter((error) => !/status of 4/.test(error)),
    [],
  );
  await close();
  await practice.stop();
  removeFolder(practice.dataDir);
});
