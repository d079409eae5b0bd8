import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { IndicatorBoard, IndicatorDetail } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, choose, DESK, openPage, PHONE, typeDay } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
let browser: Browser;
let running: Running;
const create = (table: string, fields: Readonly<Record<string, unknown>>) => ({ action: 'create', table, fields });
const indicator = (id: string, zh: string, en: string, unit: string, more = {}) =>
  create('indicator', {
    id,
    name_zh: zh,
    name_en: en,
    unit,
    direction: 'up',
    frequency: 'yearly',
    owner: 'parks-office',
    visibility: 'public',
    ...more,
  });
const value = (id: string, kind: string, period: string, amount: number) =>
  create('indicator_value', { indicator: id, kind, period, value: amount, source: 'BOOK', confidence: 'high', breaks_series: false });
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(running.address);
  const { rev } = await getJson<{ rev: number }>(running.address, '/api/v1/district');
  const units = { ha: { zh: '公顷', en: 'ha' }, percent: { zh: '%', en: '%' } };
  const edits = [
    {
      action: 'revise',
      table: 'district',
      key: (await getJson<{ id: string }>(running.address, '/api/v1/district')).id,
      rev,
      fields: { units },
    },
    create('department', { id: 'parks-office', name_zh: '园区办', name_en: 'Parks Office', confidence: 'high' }),
    create('source', { id: 'BOOK', title: '统计手册 Book of figures', kind: 'dataset' }),
    create('project', { id: 'hall', name_zh: '一号楼交付', name_en: 'Hall 1', kind: 'industrial-park', visibility: 'public' }),
    indicator('let', '已租面积', 'Space let', 'ha'),
    indicator('done', '已竣工面积', 'Space finished', 'ha'),
    value('let', 'baseline', '2023', 60),
    value('done', 'baseline', '2023', 80),
  ];
  await postJson(running.address, '/api/v1/edits', { who: 'walk', edits });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

const board = (): Promise<IndicatorBoard> => getJson<IndicatorBoard>(running.address, '/api/v1/indicator-board?asOf=2025-02-01');
const rowOf = async (id: string) => (await board()).rows.find((row) => row.indicator.id === id);

test('an indicator that is calculated from two others is made by its form; a formula whose units do not fit is refused at its field', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/new/indicator?lang=en', DESK, 'Ada');
  await page.getByLabel('Name · English').fill('Occupancy');
  await page.getByLabel('Unit', { exact: true }).selectOption({ label: '%' });
  await page.getByLabel('Direction').selectOption({ index: 1 });
  await page.locator('details.form-more summary').first().click();
  await page.getByLabel('Formula').fill('[let] * [done]');
  await page.locator('.record-form button[type=submit]').click();
  await page
    .getByText(/dimension/)
    .first()
    .waitFor();
  await page.getByLabel('Formula').fill('[let] / [done]');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page h1').waitFor();
  const { rows } = await board();
  const made = rows.find((row) => row.isCalculated);
  assert.equal(made?.latest?.value, 75);
  assert.match((await page.locator('.noun-page').textContent()) ?? '', /Calculated from/);
  await shoot(page, 'indicator-formula-en-1440');
  assert.deepEqual(
    errors.filter((error) => !/status of 4/.test(error)),
    [],
  );
  await close();
});

test('targets and values of a year are entered together, zh, desk: the board judges them, what is calculated follows, and one undo takes all back', async () => {
  const { page, errors, strangers, close } = await openPage(browser, running.address, '/results?lang=zh&asOf=2025-02-01', DESK, 'Ada');
  await page.locator('.board-table tbody tr').first().waitFor();
  assert.match((await page.locator('.results').textContent()) ?? '', /3 项指标：0 项达序时/);
  await page.getByRole('link', { name: '填报数值' }).click();
  await page.locator('.value-table input').first().waitFor();
  for (const [kind, period, amounts] of [
    ['目标值', '2025', '80\n100'],
    ['实际值', '2024', '63\n90'],
  ] as const) {
    await page.getByLabel('数值类型').selectOption({ label: kind });
    await page.getByLabel('时期').fill(period);
    await choose(page.getByLabel('来源'), 'BOOK', '统计手册');
    await page.locator('.value-table input').first().focus();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text', text);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, amounts);
    assert.deepEqual(
      await page.locator('.value-table input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
      // What is calculated has targets, and no values of its own.
      [...amounts.split('\n'), ...(kind === '目标值' ? [''] : [])],
    );
    await shoot(page, `values-zh-1440-${period}`);
    await page.getByRole('button', { name: '保存 2 个数值' }).click();
    await page.locator('.board-table tbody tr').first().waitFor();
    if (kind === '目标值') {
      await page.getByRole('link', { name: '填报数值' }).click();
      await page.locator('.value-table input').first().waitFor();
    }
  }
  // Half of the way from 60 to 80, and from 80 to 100.
  assert.deepEqual([(await rowOf('let'))?.standing, (await rowOf('done'))?.standing], ['off-path', 'on-path']);
  const calculated = (await board()).rows.find((row) => row.isCalculated);
  assert.deepEqual([calculated?.latest?.period, calculated?.latest?.value, calculated?.standing], ['2024', 70, 'no-target']);
  await page.locator('.board-table', { hasText: '滞后序时' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'results-zh-1440');
  await page.getByRole('button', { name: /撤销/ }).first().click();
  await page.locator('.board-table .sign-word', { hasText: '滞后序时' }).waitFor({ state: 'detached' });
  assert.equal((await rowOf('let'))?.latest?.period, '2023');
  assert.deepEqual(strangers, []);
  assert.deepEqual(errors, []);
  await close();
});

test('a sheet of values is looked at, stored without what is refused, and taken back, zh on a desk and en on a phone', async () => {
  const sheet = '单位：公顷,,,\n指标,2021年,2022年,2023年\n已租面积,40,五十,58\n已竣工面积,70,75,80\n未知指标,1,2,3\n';
  const walks = [
    ['zh', DESK, '新增 5 个，更正 0 个，相同 0 个，不能导入 4 个', '保存 5 个数值', '应为数字'],
    ['en', PHONE, '5 new, 0 corrected, 0 the same, 4 refused', 'Save 5 values', 'expected a number'],
  ] as const;
  for (const [lang, size, counted, save, why] of walks) {
    const { page, errors, strangers, close } = await openPage(
      browser,
      running.address,
      `/results?lang=${lang}&asOf=2025-02-01`,
      size,
      'Ada',
    );
    await page.getByRole('link', { name: lang === 'zh' ? '导入指标数据表' : 'Import a sheet of values' }).click();
    await choose(page.getByLabel(lang === 'zh' ? '来源' : 'Source'), 'BOOK', '统计手册');
    await shoot(page, `value-sheet-empty-${lang}`);
    await page
      .locator('.sheet-source input[type=file]')
      .setInputFiles({ name: '面积.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await page.getByText(counted).waitFor();
    await page.getByText(why).waitFor();
    assert.deepEqual(await axeFindings(page), []);
    await shoot(page, `value-sheet-${lang}`);
    await page.getByRole('button', { name: save }).click();
    await page.locator('h1', { hasText: lang === 'zh' ? '已保存 5 个数值' : '5 values saved' }).waitFor();
    await shoot(page, `value-sheet-stored-${lang}`);
    const { values } = await getJson<IndicatorDetail>(running.address, '/api/v1/indicators/done');
    assert.deepEqual(
      values.filter(({ kind }) => kind === 'actual').map(({ period, value: amount }) => [period, amount]),
      [
        ['2021', 70],
        ['2022', 75],
        ['2023', 80],
      ],
    );
    await page.getByRole('button', { name: lang === 'zh' ? /撤销/ : /Undo/ }).click();
    for (;;) {
      const after = await getJson<IndicatorDetail>(running.address, '/api/v1/indicators/done');
      if (after.values.every(({ kind }) => kind !== 'actual')) break;
    }
    assert.deepEqual([strangers, errors], [[], []]);
    await close();
  }
});

test('a value is entered and corrected on a phone, en: the former value stays in the history', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/results/values?lang=en&asOf=2025-02-01', PHONE, 'Ada');
  const [first] = await board().then(({ rows }) => rows);
  const enter = async (amount: string): Promise<void> => {
    await page.getByLabel('Period').fill('2024');
    await page.locator('.value-table input').first().waitFor();
    await choose(page.getByLabel('Source'), 'BOOK', 'Book');
    await page.locator('.value-table input').first().fill(amount);
    if (amount === 'x') {
      await page.locator('.record-form button[type=submit]').click();
      await page.locator('.fault-summary').waitFor();
      return;
    }
    await page.locator('.record-form button[type=submit]').click();
    await page.locator('.board-table').waitFor();
  };
  await enter('x');
  assert.deepEqual(await axeFindings(page), []);
  await enter('61');
  await page.getByRole('link', { name: 'Enter values' }).click();
  await page.locator('.value-table').waitFor();
  await enter('62.5');
  const detail = await getJson<IndicatorDetail>(running.address, `/api/v1/indicators/${first?.indicator.id}`);
  const told = detail.values.find(({ kind, period }) => kind === 'actual' && period === '2024');
  assert.deepEqual([told?.value, told?.rev], [62.5, 2]);
  assert.match(JSON.stringify(told?.changed), /61/);
  await shoot(page, 'results-en-390');
  assert.deepEqual(errors, []);
  await close();
});

test('off the path an issue is raised, decided and tied to a project; its output is delivered and drives the number; a later value on the path closes the issue, zh', async () => {
  const at = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}lang=zh&asOf=2025-02-01`;
  const { page, errors, close } = await openPage(browser, running.address, at('/indicators/let'), DESK, 'Ada');
  await page.locator('.neat .sign-word', { hasText: '滞后序时' }).waitFor();
  await page.getByRole('link', { name: '提出问题' }).click();
  await page.getByLabel('名称 · 中文').fill('已租面积滞后序时');
  await page.getByLabel('问题原因 · 中文').fill('招商晚于交付');
  await page.locator('details.form-more summary').first().click();
  await choose(page.getByLabel('建设项目'), '一号楼', '一号楼交付');
  await page.getByLabel('协调层级').selectOption({ label: '统筹部门协调' });
  await choose(page.getByLabel('责任单位'), '园区办', '园区办');
  await typeDay(page, '完成时限', '20250630');
  await typeDay(page, '提出日期', '20241220');
  await shoot(page, 'issue-form-zh-1440');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page h1', { hasText: '已租面积滞后序时' }).waitFor();
  await page.locator('.noun-page', { hasText: '待议定' }).waitFor();

  await page.getByRole('button', { name: '登记议定事项' }).click();
  const form = page.locator('.record-form');
  await form.getByLabel('议定事项').first().fill('园区办牵头，按月通报');
  await choose(form.getByLabel('责任单位'), '园区办', '园区办');
  await typeDay(page, '完成时限', '20250630');
  await typeDay(page, '议定日期', '20250110');
  await form.locator('button[type=submit]').click();
  await page.locator('.noun-page', { hasText: '已议定，办理中' }).waitFor();

  // The project makes something: planned, delivered late and in parts, and judged to drive the indicator.
  const issue = page.url();
  await page.goto(running.address + at('/projects/hall'));
  await page.getByRole('link', { name: '新建产出' }).click();
  await page.getByLabel('名称 · 中文').fill('可租楼面');
  await page.getByLabel('计划数量').fill('12');
  await page.getByLabel('计量单位', { exact: true }).selectOption({ label: '公顷' });
  await typeDay(page, '计划交付日期', '20241231');
  await page.getByLabel('可信度').selectOption({ index: 1 });
  await form.locator('button[type=submit]').click();
  await page.locator('.noun-page h1', { hasText: '可租楼面' }).waitFor();
  for (const [day, amount, standing] of [
    ['20250105', '6', '逾期未交付'],
    ['20250120', '12', '逾期交付'],
  ] as const) {
    await page.getByRole('button', { name: '登记交付' }).click();
    await typeDay(page, '数据日期', day);
    await page.getByLabel('累计交付数量').fill(amount);
    await choose(form.getByLabel('来源', { exact: true }), 'BOOK', '统计手册');
    await form.locator('button[type=submit]').click();
    await page.locator('.noun-page .facts', { hasText: standing }).waitFor();
  }
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'output-zh-1440');
  await page.goto(running.address + at('/indicators/let'));
  await page.getByRole('button', { name: '新建推动关系' }).click();
  await choose(form.getByLabel('推动项目'), '一号楼', '一号楼交付');
  await choose(form.getByLabel('产出', { exact: true }), '可租', '可租楼面');
  await form.getByLabel('推动强度').selectOption({ label: '强' });
  await choose(form.getByLabel('认定单位'), '园区办', '园区办');
  await typeDay(page, '认定日期', '20250125');
  await form.locator('button[type=submit]').click();
  await page.locator('section[aria-labelledby=drivers]', { hasText: '逾期交付' }).waitFor();
  await shoot(page, 'drivers-zh-1440');
  // And back: on the project, in English, the indicator that it is meant to move, and how that stands.
  await page.goto(`${running.address}/projects/hall?lang=en&asOf=2025-02-01`);
  await page.locator('section[aria-labelledby=drives]', { hasText: 'Space let' }).getByText('Off track').waitFor();
  await shoot(page, 'drives-en-1440');
  await page.goto(issue);

  const closeIt = async (): Promise<void> => {
    await page.getByRole('button', { name: '销号' }).first().click();
    await form.getByLabel('销号依据').first().fill('年末核定数');
    await typeDay(page, '销号日期', '20250131');
    await form.locator('button[type=submit]').click();
  };
  await closeIt();
  await form
    .getByText(/达序时/)
    .first()
    .waitFor();
  await shoot(page, 'issue-refused-zh-1440');
  const detail = await getJson<IndicatorDetail>(running.address, '/api/v1/indicators/let');
  const held = detail.values.find(({ kind, period }) => kind === 'actual' && period === '2024');
  const edits = [
    {
      action: 'revise',
      table: 'indicator_value',
      key: 'let|actual|2024|BOOK',
      rev: held?.rev,
      fields: { value: 71, source: 'BOOK', confidence: 'high' },
    },
  ];
  await postJson(running.address, '/api/v1/edits', { who: 'walk', edits });
  await form.locator('button[type=submit]').click();
  await page.locator('.noun-page', { hasText: '已销号' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'issue-closed-zh-1440');
  await page.goto(running.address + at('/indicators/let'));
  await page.locator('.section', { hasText: '已租面积滞后序时' }).waitFor();
  assert.deepEqual(
    errors.filter((error) => !/status of 4/.test(error)),
    [],
  );
  await close();
});
