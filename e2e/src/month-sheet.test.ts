import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page as ListPage, Project } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { choose, openPage, WAYS } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('month-sheet');
const HEAD =
  '序号,项目代码,项目名称,项目类别,建设性质,建设地点,建设内容及规模,建设单位,区级责任领导,责任单位,总投资,截至上年底累计完成投资,本年计划投资,本月完成投资,本年累计完成投资,完成年度计划比例,形象进度,存在问题,下月计划,联系人,复核码';
/** Projects of a month, as an office writes them: amounts in 10,000 yuan, a heading, a sum, a dash for nothing. */
const sheetOf = (month: number, [mill, canteen]: readonly [string, string]): string =>
  [
    `自有区2026年${month}月重点项目调度表（单位：万元）`,
    HEAD,
    '一、城市更新',
    `1,2301-110107-04-01-123456,北坊旧厂改造项目,重点,续建,北坊,改造厂房2万平方米,北坊公司,王区长,区建设局,"12,000",3000,5000,400,${mill},,主体施工,—,继续施工,张三,A1`,
    `2,,北坊社区食堂新建项目,一般,新建,北坊,食堂800平方米,北坊街道,李区长,区建设局,约900,0,600,50,${canteen},,基础施工,缺管线图,出正负零,李四,A2`,
    '合计,,,,,,,,,,12900,3000,5600,450,,,,,,,',
  ].join('\n');

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  await beginDistrict(running.address);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const projects = async () => (await getJson<ListPage<Project>>(running.address, '/api/v1/projects')).items;
const give = (page: Page, name: string, text: string | Buffer): Promise<void> =>
  page.locator('.sheet-source input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const take = async (page: Page): Promise<void> => {
  await page.locator('.sheet-take input[autocomplete=name]').fill('Li');
  await page.locator('.sheet-take button[type=submit]').click();
};

for (const [name, lang, size] of WAYS) {
  test(`from an empty district the monthly sheet of an office is read, answered, taken in as one deed and undone, ${name}, ${lang}`, async () => {
    const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
    const { page, errors, close } = await openPage(browser, running.address, `/plan?lang=${lang}&theme=light`, size);
    await page.getByRole('link', { name: word('导入任务分解表、月调度表', 'Import task sheet or monthly sheet') }).click();
    await give(page, '6.csv', sheetOf(6, ['2100', '300']));
    await page.locator('.sheet-rows').waitFor();
    await page.getByText(word('2 个项目', '2 projects'), { exact: true }).waitFor();
    const lead = page.getByRole('combobox', { name: word('区建设局 对应部门', '区建设局 is this department') });
    await choose(lead, word('新建部门', 'a new department'));
    await page.locator('.sheet-rows tr.new').first().waitFor();
    const second = page.locator('.sheet-rows tbody tr').filter({ hasText: '北坊社区食堂' });
    await page.getByRole('button', { name: word('导入 1 行', 'Import 1 row') }).scrollIntoViewIfNeeded();
    assert.equal(await second.locator('input[type=checkbox]').isChecked(), false, 'about 900 is no amount: she takes it by hand');
    await second.locator('input[type=checkbox]').check();
    await look(page, lang, `read-${name}`);
    assert.equal((await projects()).length, 0, 'nothing is stored before she says so');
    await take(page);
    await page.getByRole('link', { name: word('查看项目', 'See the projects') }).waitFor();
    const left = await page.locator('.sheet-left').textContent();
    assert.ok(left?.includes('复核码'), 'the receipt says which column was left out');
    await look(page, lang, `taken-${name}`);
    assert.equal((await projects()).length, 2);
    const month = await page.context().newPage();
    await month.goto(`${running.address}/monthly?month=2026-06&lang=${lang}&theme=light`);
    await month.getByText('5,100').first().waitFor();
    await look(month, lang, `month-${name}`);
    await month.close();
    await page.getByRole('button', { name: word('撤销', 'Undo') }).click();
    await page.getByText(word('已撤销', 'Undone'), { exact: false }).first().waitFor();
    assert.deepEqual(await projects(), []);
    await close();
    assert.deepEqual(errors, []);
  });
}

test('the month that follows is known by its heads; what it does not change is left; the month goes out in the standard columns and comes back unchanged, also after a restart', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/plan/sheet?lang=en&theme=light');
  await give(page, '6.csv', sheetOf(6, ['2100', '300']));
  await choose(page.getByRole('combobox', { name: '区建设局 is this department' }), 'a new department');
  await page.waitForFunction(() => document.querySelectorAll('.sheet-rows tr.new').length === 1);
  await page.locator('.sheet-rows tbody tr').nth(1).locator('input[type=checkbox]').check();
  await page.getByLabel('Save template as').fill('Works');
  await take(page);
  await page.getByRole('link', { name: 'See the projects' }).waitFor();
  await page.getByRole('button', { name: 'Import another' }).click();
  await give(page, '7.csv', sheetOf(7, ['2600', '350']));
  await page.getByText('chosen by its heads').waitFor();
  assert.equal(await page.getByLabel('Reading template').locator('option:checked').textContent(), 'Works');
  await page.locator('.sheet-rows tbody tr').nth(1).locator('input[type=checkbox]').check();
  await take(page);
  await page.getByRole('link', { name: 'See the projects' }).waitFor();
  assert.equal((await projects()).length, 2, 'no project is made twice');
  await close();

  await running.stop();
  running = await startWestgate({ dataDir: running.dataDir });
  const again = await openPage(browser, running.address, '/monthly?month=2026-07&lang=en&theme=light');
  const [standard] = await Promise.all([
    again.page.waitForEvent('download'),
    again.page.getByRole('link', { name: 'Standard monthly sheet (27 columns)' }).click(),
  ]);
  await again.page.getByRole('link', { name: 'Import task sheet or monthly sheet' }).click();
  await give(again.page, 'july.xlsx', readFileSync(await standard.path()));
  await again.page.getByText('Nothing differs.').waitFor();
  await again.page.getByText('27 of 27 columns are understood').waitFor();
  await again.close();
  assert.deepEqual([...errors, ...again.errors], []);
});
