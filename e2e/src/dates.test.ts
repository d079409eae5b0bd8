import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ProjectDates } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { axeFindings, choose, DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
const PROJECT = 'old-compounds-remaining';

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

const dates = (id: string): Promise<ProjectDates> => getJson<ProjectDates>(running.address, `/api/v1/projects/${id}/dates`);

async function save(page: Page): Promise<void> {
  await page.locator('.record-form input[autocomplete=name]').fill('Ada');
  await page.locator('.record-form button[type=submit]').click();
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.locator('#dates').scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

for (const [lang, size] of [
  ['zh', DESK],
  ['en', PHONE],
] as const) {
  test(`milestones are entered, frozen with a reason, moved, and the slip is shown, ${lang}, ${size.width} wide`, async () => {
    const edits = ['2024-08-26', '2025-06-30'].map((forecast, index) => ({
      action: 'create',
      table: 'milestone',
      fields: { project: PROJECT, position: index + 2, name_zh: `第 ${index + 1} 步`, name_en: `Step ${index + 1}`, forecast },
    }));
    const { seq } = await postJson<{ seq: number }>(running.address, '/api/v1/edits', { who: 'walk', edits });
    const { page, errors, strangers, close } = await openPage(
      browser,
      running.address,
      `/projects/${PROJECT}?lang=${lang}&edit=new:milestone`,
      size,
    );
    await page.locator('.record-form').waitFor();
    await page
      .locator(`.record-form input[lang^=${lang}], .record-form textarea[lang^=${lang}]`)
      .first()
      .fill(lang === 'zh' ? '方案批复' : 'Plan approved');
    await save(page);
    await page.locator('.record-form').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: lang === 'zh' ? '锁定计划节点' : 'Freeze baseline' }).click();
    await save(page);
    await page.locator('.fault-summary').waitFor();
    await page
      .locator('.record-form input')
      .first()
      .fill(lang === 'zh' ? '方案已批' : 'the plan was approved');
    await save(page);
    await page.locator('.record-form').waitFor({ state: 'detached' });
    const frozen = await dates(PROJECT);
    assert.deepEqual(
      frozen.milestones.map(({ baseline }) => baseline),
      ['2024-08-26', '2025-06-30', null],
    );
    assert.equal(frozen.frozen?.who, 'Ada');
    const [, second] = frozen.milestones;
    const later = { action: 'revise', table: 'milestone', key: second?.id, rev: second?.rev, fields: { forecast: '2025-08-01' } };
    await postJson(running.address, '/api/v1/edits', { who: 'walk', edits: [later] });
    await page.locator('.slip.late').waitFor();
    assert.match((await page.locator('.slip.late').textContent()) ?? '', /32/);
    assert.deepEqual(await axeFindings(page), []);
    await shoot(page, `dates-${lang}-${size.width}`);
    assert.deepEqual([errors, strangers], [[], []]);
    await close();
    for (
      let deed = (await getJson<{ items: { seq: number }[] }>(running.address, '/api/v1/deeds?limit=1')).items[0]?.seq ?? 0;
      deed >= seq;
      deed -= 1
    ) {
      await postJson(running.address, `/api/v1/deeds/${deed}/undo`, { who: 'walk' });
    }
    assert.equal((await dates(PROJECT)).milestones.length, 0, 'every deed of it is taken back');
  });
}

test('what waits for what is entered on screen; a ring is refused naming its members', async () => {
  const { page, errors, close } = await openPage(browser, running.address, `/projects/${PROJECT}?lang=en&edit=new:dependency`);
  await page.locator('.record-form').waitFor();
  const picker = page.locator('.record-form input[role=combobox]');
  await choose(picker, 'shantytown');
  await save(page);
  await page.locator('.record-form').waitFor({ state: 'detached' });
  const [waits] = (await dates(PROJECT)).waitsFor;
  assert.ok(waits);
  await page.goto(`${running.address}/projects/${waits.from.id}?lang=en&edit=new:dependency`);
  await page.locator('.record-form').waitFor();
  await choose(picker, 'remaining old');
  await save(page);
  await page.locator('.fault-summary').waitFor();
  assert.match((await page.locator('.fault-summary').textContent()) ?? '', /project:.+ → project:.+ → project:/);
  assert.equal(errors.filter((error) => !/400/.test(error)).length, 0);
  await shoot(page, 'ring-en-1440');
  await close();
});
