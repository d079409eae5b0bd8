import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FloodDesign } from '@westgate/domain';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { DESK, openPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const CASE = '/api/v1/flood-cases/yongding-reach';
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  // Coarser and shorter than the example, so that it is done in seconds.
  await changeCase({ cell_m: 600, hours: 6 });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

async function changeCase(fields: object): Promise<void> {
  const { rev } = await getJson<{ rev: number }>(running.address, `${CASE}/row`);
  const changed = await fetch(running.address + CASE, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${rev}"` },
    body: JSON.stringify({ who: '甲', fields }),
  });
  assert.equal(changed.status, 200, await changed.text());
}

test('what a case depends on is run, rules are searched while the page is loaded again, and one is taken into the case and undone', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/flood/yongding-reach?lang=zh', DESK, '甲');
  const sensitivity = page.locator('section[aria-labelledby=flood-sensitivity]');
  const rules = page.locator('section[aria-labelledby=flood-rule-search]');
  await rules.getByRole('button', { name: '开始寻优' }).click();
  await rules.getByText('请至少勾选一个数值').waitFor();
  await rules.getByRole('checkbox').first().check();
  await rules.getByRole('checkbox').nth(1).check();
  await rules.getByRole('button', { name: '开始寻优' }).click();
  await rules.getByRole('button', { name: /停止/ }).waitFor();
  await page.reload();
  await rules.locator('.flood-verdict').waitFor({ timeout: 60_000 });
  assert.match(await rules.innerText(), /共推演 57 次，水量账差额 ✓ 0，校核不符 0 处/);

  await sensitivity.getByRole('button', { name: '开始敏感性分析' }).click();
  await sensitivity.getByText('地形中误差未知：没有推演地形误差').waitFor({ timeout: 60_000 });
  assert.equal(await sensitivity.getByRole('row', { name: /糙率 \+20%/ }).count(), 1);
  await sensitivity.getByRole('heading', { name: '各地点受淹的推演次数' }).waitFor();
  await settled(page, 'zh');
  assert.deepEqual(await faultsOf(page, 'zh'), []);

  const before = (await getJson<{ fields: { design: FloodDesign } }>(running.address, `${CASE}/row`)).fields.design;
  await rules
    .getByRole('button', { name: /放入情景/ })
    .first()
    .click();
  await rules.getByText('情景已采用').waitFor();
  const taken = (await getJson<{ fields: { design: FloodDesign } }>(running.address, `${CASE}/row`)).fields.design;
  assert.notDeepEqual(taken.rules, before.rules);
  assert.deepEqual({ ...taken, rules: [] }, { ...before, rules: [] }, 'nothing else is changed');
  const [last] = (await getJson<{ items: readonly { seq: number }[] }>(running.address, '/api/v1/deeds')).items;
  await postJson(running.address, `/api/v1/deeds/${last?.seq}/undo`, { who: '甲', reason: '' });
  await rules.getByText('情景已采用').waitFor({ state: 'detached' });
  assert.deepEqual((await getJson<{ fields: { design: FloodDesign } }>(running.address, `${CASE}/row`)).fields.design, before);
  assert.deepEqual(errors, []);
  await close();
});
