import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { MonthlySheet, ProjectMoney } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(running.address);
  const edits = [
    { action: 'create', table: 'department', fields: { id: 'works', name_zh: '建设局', name_en: 'Works Bureau', confidence: 'high' } },
    {
      action: 'create',
      table: 'project',
      fields: { id: 'canteen', name_zh: '社区食堂', name_en: 'Canteen', kind: 'institution', lead: 'works' },
    },
    {
      action: 'create',
      table: 'project',
      fields: { id: 'path', name_zh: '河滨步道', name_en: 'Riverside path', kind: 'greenway', lead: 'works' },
    },
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
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Says who does it, and sends the form. */
async function send(page: Page): Promise<void> {
  await page.locator('.record-form input[autocomplete=name]').fill('Ada');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.record-form').waitFor({ state: 'detached' });
}

const sheet = (month: string): Promise<MonthlySheet> => getJson<MonthlySheet>(running.address, `/api/v1/monthly?month=${month}`);

test('a project gets its total and its plan of the year on its page', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/projects/canteen?lang=zh&asOf=2024-12-20', DESK);
  for (const [amount, year] of [
    ['1200.5', ''],
    ['800', '2024'],
  ] as const) {
    await page.getByRole('button', { name: '新建投资金额' }).click();
    await page.getByLabel('金额（万元）').fill(amount);
    await page.getByLabel('年份').fill(year);
    await send(page);
  }
  assert.deepEqual(await page.locator('.money-table .money').allTextContents(), ['1,200.5', '800']);
  await page.locator('#money').scrollIntoViewIfNeeded();
  await shoot(page, 'money-zh-1440');
  assert.deepEqual(errors, []);
  await close();
});

for (const [lang, size] of [
  ['zh', PHONE],
  ['en', DESK],
] as const) {
  const zh = lang === 'zh';
  const [month, amount] = zh ? ['2024-11', '300'] : ['2024-12', '450.25'];
  test(`the month ${month} is reported in its row, ${lang}, ${size.width} wide, by keyboard`, async () => {
    const { page, errors, strangers, close } = await openPage(browser, running.address, `/monthly?lang=${lang}&month=${month}`, size);
    const row = page.locator('.list-table tr[data-id=canteen]');
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', zh ? /建设局 ! 未报/ : /Works Bureau: ! not reported/);
    // Arrow keys go through the cells; Enter presses what stands in one.
    await page.locator('.list-table').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const field = page.locator('.month-form input').first();
    assert.equal(await field.inputValue(), zh ? '' : '300', 'what was reported of the month before is carried over');
    await field.fill(amount);
    if (zh) await page.locator('.month-form textarea').first().fill('封顶');
    await shoot(page, `month-form-${lang}-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    await send(page);
    await row.locator('.monthly-missing').waitFor({ state: 'detached' });
    await shoot(page, `monthly-${lang}-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual([errors, strangers], [[], []]);
    await close();
    const { next: told } = await getJson<ProjectMoney>(running.address, `/api/v1/projects/canteen/money?month=${month}`);
    assert.equal(told.report?.completedFen, zh ? 300_000_000 : 450_250_000);
    assert.deepEqual(told.report?.words.zh, '封顶', 'the words of the month before stand as they were');
    assert.equal(told.monthFen, zh ? null : 150_250_000);
    assert.equal((await sheet(month)).missing, 1);
  });
}

test('the month is frozen with its words; a later change is named beside it; the words are carried over to the next month', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/monthly?lang=en&month=2024-12', DESK);
  await page.getByRole('button', { name: 'Finalise the return of December 2024' }).press('Enter');
  await page.getByLabel('Overview · English').fill('The canteen is roofed.');
  await page.getByLabel('Next month · Chinese').fill('安装门窗。');
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'freeze-en-1440');
  await send(page);
  await page.locator('.report-list li').waitFor();
  await page.getByText('No difference in the register since it was finalised.').waitFor();
  const reports = [{ project: 'canteen', completedFen: 500_000_000 }];
  await postJson(running.address, '/api/v1/monthly', { who: 'walk', month: '2024-12', reports });
  await page.locator('.since-frozen summary').click();
  await page.getByText('completed to date: 450.25 → 500').waitFor();
  await page.locator('#month-report').scrollIntoViewIfNeeded();
  await shoot(page, 'frozen-en-1440');
  const paper = await page.request.get(`${running.address}/api/v1/reports/1/report.docx?lang=en&layout=plain`);
  assert.equal(paper.status(), 200);
  await page.getByRole('button', { name: 'January 2025 →' }).click();
  await page.getByRole('button', { name: 'Finalise the return of January 2025' }).click();
  assert.equal(await page.getByLabel('Overview · English').inputValue(), 'The canteen is roofed.');
  assert.equal(await page.getByLabel('Next month · Chinese').inputValue(), '安装门窗。');
  assert.deepEqual(errors, []);
  await close();
});
