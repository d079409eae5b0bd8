import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EvidenceFiles, Exceptions, ProjectDetail, Today } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { DESK, lettersHere, openPage, PHONE, until } from './page.ts';
import { type Running, removeFolder, startWestgate, temporaryFolder } from './westgate.ts';

/** A PNG of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const look = lookerOf('today');
const ownData = temporaryFolder();
const NOTED_MS = 300;
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
  removeFolder(ownData);
});

const todayAt = (address: string) => getJson<Today>(address, '/api/v1/today?limit=500');
const project = (address: string, id: string) => getJson<ProjectDetail>(address, `/api/v1/projects/${id}`);
const knowName = (page: Page, name: string) => page.evaluate((who) => localStorage.setItem('westgate.who', who), name);

test('from an empty district: reports are asked for, one is given in a press, it outlives a restart, and undo takes it back', async () => {
  let own = await startWestgate({ isEmpty: true, dataDir: ownData });
  await beginDistrict(own.address);
  await postJson(own.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      { action: 'create', table: 'department', fields: { id: 'works', name_zh: '建设局', name_en: 'Works', confidence: 'high' } },
      {
        action: 'create',
        table: 'project',
        fields: { id: 'canteen', name_zh: '食堂', name_en: 'Canteen', kind: 'institution', lead: 'works' },
      },
    ],
  });
  const { page, errors, close } = await openPage(browser, own.address, '/today?lang=en&theme=light');
  await look(page, 'en', 'nobody-asked');
  await page.getByLabel('Frequency').selectOption('weekly');
  await page.getByRole('button', { name: 'Request updates from today' }).click();
  await page.getByLabel('By').fill('Wang');
  await page.getByRole('button', { name: 'Request updates from today' }).click();
  const row = page.locator('[data-report="project:canteen"]');
  await row.waitFor();
  assert.match(await row.innerText(), /Works[\s\S]*never reported/);
  await row.getByRole('button', { name: 'No change' }).click();
  await row.getByRole('button', { name: 'Undo' }).waitFor();
  const asked = await todayAt(own.address);
  assert.deepEqual([asked.counts.asked, asked.counts.given, asked.warnings.yearsWithoutHolidays.length], [1, 1, 1]);
  await page.getByRole('link', { name: 'Add to calendar' }).click();
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  await page.getByRole('button', { name: 'Undo' }).first().waitFor();
  assert.deepEqual((await todayAt(own.address)).warnings.yearsWithoutHolidays, []);
  await own.stop('SIGKILL');

  own = await startWestgate({ dataDir: ownData });
  assert.equal((await todayAt(own.address)).counts.given, 1);
  const again = await openPage(browser, own.address, '/projects/canteen?lang=en&theme=light');
  await again.page.getByText('every week').waitFor();
  assert.match(await again.page.locator('.update-item').innerText(), /no change/);
  await again.close();
  await postJson(own.address, '/api/v1/deeds/4/undo', { who: 'walk' });
  assert.equal((await project(own.address, 'canteen')).reporting.last, null);
  assert.deepEqual(
    errors.filter((error) => !/ERR_|Failed to fetch|network/i.test(error)),
    [],
  );
  await close();
  await own.stop();
});

for (const lang of ['zh', 'en'] as const) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);

  test(`by keyboard alone an owner says what changed; it stands among the exceptions with its cause, and Ctrl Z takes it back, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/today?lang=${lang}&theme=light`);
    await knowName(page, 'Li');
    await page.reload();
    const rows = page.locator('[data-report]');
    await rows.nth(2).waitFor();
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollHeight),
      DESK.height,
      'only the sheet scrolls, not the page around it',
    );
    const id = (await rows.nth(1).getAttribute('data-report'))?.split(':')[1] ?? '';
    await rows.nth(0).locator('.update-acts button').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.locator('.update-form').waitFor();
    await look(page, lang, 'form');
    await page.locator('.update-form select').first().selectOption('blocked');
    await page.getByLabel(word('情况说明', 'Summary')).fill(word('等规划意见', 'waits for the planners'));
    await page.keyboard.press('Enter');
    await page
      .locator(`[data-report="project:${id}"]`)
      .getByRole('button', { name: word('撤销', 'Undo') })
      .waitFor();
    assert.equal((await project(running.address, id)).reporting.last?.step, 'blocked');
    await page.getByRole('link', { name: word('打开预警事项清单', 'Open the list of exceptions') }).click();
    await page.getByLabel(word('按名称或编号筛选', 'Filter by name or id')).fill(id);
    const found = page.locator('.exceptions .list-table tr', { hasText: word('等规划意见', 'waits for the planners') });
    await found.waitFor();
    assert.match(await found.innerText(), new RegExp(word('受阻', 'blocked')));
    await look(page, lang, 'exceptions');
    // In the field of words Ctrl Z takes back what was typed there.
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await found.waitFor({ state: 'detached' });
    assert.equal((await project(running.address, id)).reporting.last, null);
    assert.equal((await getJson<Exceptions>(running.address, '/api/v1/exceptions?why=blocked')).total, 0);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`on a phone, a link to one department's day: "no change" in one tap, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/today?lang=${lang}&theme=light`, PHONE);
    await knowName(page, 'Zhao');
    const [department] = (await todayAt(running.address)).rows.flatMap((row) => (row.department ? [row.department] : []));
    assert.ok(department);
    await page.goto(`${running.address}/today?lang=${lang}&theme=light&department=${department.id}`);
    const row = page.locator('[data-report]').first();
    await row.waitFor();
    await look(page, lang, 'phone');
    const subject = (await row.getAttribute('data-report'))?.split(':')[1] ?? '';
    const button = row.locator('.update-acts button').first();
    const box = await button.boundingBox();
    assert.ok(box && box.height >= 44, 'as large as a thumb');
    await button.click();
    const undo = row.getByRole('button', { name: word('撤销', 'Undo') });
    await undo.waitFor();
    assert.ok((await project(running.address, subject)).reporting.last);
    await undo.click();
    await row.getByText(word('已撤销', 'Undone'), { exact: false }).waitFor();

    const next = page.locator('[data-report]').nth(1);
    const [kind = '', id = ''] = ((await next.getAttribute('data-report')) ?? '').split(':');
    await next.getByRole('button', { name: word('有变化', 'Changed') }).click();
    await next.locator('input[type=file]').setInputFiles({ name: 'gate.png', mimeType: 'image/png', buffer: PIXEL });
    await next.getByRole('button', { name: word('报送', 'Submit update'), exact: true }).click();
    await next.getByText(word('照片已存入', 'the file is saved'), { exact: false }).waitFor();
    const { items } = await getJson<EvidenceFiles>(running.address, `/api/v1/evidence?of=${kind}:${id}`);
    assert.deepEqual([items.length, items[0]?.fileName], [1, 'gate.png']);
    assert.deepEqual(errors, []);
    await close();
  });
}

for (const [device, size] of Object.entries({ desk: DESK, phone: PHONE }))
  test(`all rows come, also those out of sight; whoever comes back from one is where they were, ${device}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, '/today?lang=en&theme=light', size);
    const rows = page.locator('.today-main [data-report]');
    const shown = (await getJson<Today>(running.address, '/api/v1/today?limit=40')).rows.length;
    await until(async () => (await rows.count()) === shown);
    assert.equal(shown, 40);
    const row = rows.nth(30);
    await row.scrollIntoViewIfNeeded();
    // Where one is, is noted a tenth of a second after the scroll.
    await page.waitForTimeout(NOTED_MS);
    await row.getByRole('link').first().click();
    await rows.first().waitFor({ state: 'detached' });
    await page.goBack();
    await until(async () => (await rows.count()) === shown);
    const isInSight = (element: Element): boolean => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    await until(() => row.evaluate(isInSight));
    assert.deepEqual(errors, []);
    await close();
  });

test('the exceptions print on one sheet of A3', async () => {
  const { page, close } = await openPage(browser, running.address, '/exceptions?lang=zh&theme=light', DESK);
  await page.locator('.exceptions .list-table').waitFor();
  await lettersHere(page);
  const paper = await page.pdf({ preferCSSPageSize: true });
  assert.equal([...paper.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, 1);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.list-left').isVisible(), 'what is not on the sheet is counted');
  await close();
});
