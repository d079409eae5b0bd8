import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { beginDistrict } from './own-district.ts';
import { openPage, WAYS } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(running.address);
  await postJson(running.address, '/api/v1/projects', {
    who: 'walk',
    fields: { id: 'meadow-works', name_zh: '草场改造', name_en: 'Meadow works', kind: 'dual-use' },
  });
  const gate = {
    id: 'drilled',
    name_zh: '转换演练',
    name_en: 'Conversion drill',
    project_kind: 'dual-use',
    position: 1,
    admits: false,
    confidence: 'low',
    effective_from: '2020-01-01',
  };
  const asked = {
    id: 'drilled-1',
    gate: 'drilled',
    position: 1,
    kind: 'drill',
    name_zh: '演练记录',
    name_en: 'Record of the drill',
    supplied_by: 'lead',
    optional: false,
  };
  const edits = [
    { action: 'create', table: 'gate', fields: gate },
    { action: 'create', table: 'requirement', fields: asked },
  ];
  await postJson(running.address, '/api/v1/edits', { who: 'walk', edits });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const WORDS = {
  zh: {
    name: /名称.*中文/,
    make: '新建平急两用设施',
    kind: '设施类别',
    hours: '计划转换时间（小时）',
    change: '转换状态',
    mode: '转入状态',
    at: '时刻（如 14:05）',
    why: '转换原因',
    preparing: '转换准备',
    plan: '新建演练',
    drillName: /演练名称.*中文/,
    makeDrill: '新建转换演练',
    record: '登记演练结果',
    minutes: '实测转换时间（分钟）',
    inTime: '按时完成转换',
    approve: '通过环节',
    none: '没有该项目平急两用设施的演练记录',
  },
  en: {
    name: /Name.*English/,
    make: 'Create dual-use asset',
    kind: 'Kind',
    hours: 'Planned activation (h)',
    change: 'Switch mode',
    mode: 'Mode',
    at: 'At (such as 14:05)',
    why: 'Reason for switch',
    preparing: 'preparing',
    plan: 'Plan drill',
    drillName: /Drill.*English/,
    makeDrill: 'Create drill',
    record: 'Record drill',
    minutes: 'Measured time (min)',
    inTime: 'In time',
    approve: 'Approve gate',
    none: 'no drill of a dual-use asset of the project',
  },
} as const;

for (const [way, language, size] of WAYS) {
  test(`an asset is made, switched and drilled on screen; its drill opens the gate, and closes it when it is undone (${way}, ${language})`, async () => {
    const words = WORDS[language];
    const { page, errors, close } = await openPage(browser, running.address, `/projects/meadow-works?lang=${language}`, size, 'Ada');
    await page.getByText(words.none).first().waitFor();
    await page.goto(`${running.address}/new/dual_use_asset?lang=${language}`);
    await page.getByRole('textbox', { name: words.name }).fill(`Meadow ${way}`);
    await page.getByRole('combobox', { name: words.kind, exact: true }).selectOption('flood-storage');
    await page.getByRole('textbox', { name: words.hours }).fill('2');
    await page.getByRole('button', { name: words.make }).click();
    await page.waitForURL(({ pathname }) => pathname.startsWith('/dual-use-assets/'));
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { rev } = await getJson<{ rev: number }>(running.address, `/api/v1/dual-use-assets/${id}/row`);
    const patched = await fetch(`${running.address}/api/v1/dual-use-assets/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': `"${rev}"` },
      body: JSON.stringify({ who: 'Ada', fields: { project: 'meadow-works' } }),
    });
    assert.equal(patched.status, 200, await patched.text());
    await page.goto(`${running.address}/dual-use-assets/${id}?lang=${language}`);
    await page.getByRole('button', { name: words.change }).first().click();
    const form = page.locator('.record-form');
    await form.getByRole('combobox', { name: words.mode }).selectOption('preparing');
    await form.getByRole('textbox', { name: words.at }).fill('08:00');
    await form.getByRole('textbox', { name: words.why }).fill('orange warning');
    await form.getByRole('button', { name: words.change }).click();
    await form.waitFor({ state: 'detached' });
    await page.locator('section[aria-labelledby="mode-log"]').getByText('orange warning').waitFor();
    await page.getByRole('link', { name: words.plan }).click();
    await page.getByRole('textbox', { name: words.drillName }).fill(`Drill ${way}`);
    await page.getByRole('button', { name: words.makeDrill }).click();
    await page
      .waitForURL(({ pathname }) => !pathname.startsWith('/new/'))
      .catch(async () => {
        assert.fail(await page.locator('main').innerText());
      });
    const { drills } = await getJson<{ drills: readonly { drill: { id: string } }[] }>(running.address, `/api/v1/dual-use-assets/${id}`);
    await page.goto(`${running.address}/drills/${drills[0]?.drill.id}?lang=${language}`);
    await page.getByRole('button', { name: words.record }).first().click();
    await form.getByRole('textbox', { name: words.minutes }).fill('95');
    await form.getByRole('button', { name: words.record }).click();
    await form.waitFor({ state: 'detached' });
    await page.locator('.facts').getByText(words.inTime, { exact: false }).first().waitFor();
    const recorded = (await getJson<{ seq: number }>(running.address, '/api/v1/district')).seq;
    await page.goto(`${running.address}/projects/meadow-works?lang=${language}`);
    await page.getByRole('button', { name: words.approve }).first().click();
    await form.getByRole('button', { name: words.approve }).click();
    await form.waitFor({ state: 'detached' });
    const standing = () => getJson<{ rungs: readonly { state: string }[] }>(running.address, '/api/v1/projects/meadow-works/gates');
    assert.equal((await standing()).rungs[0]?.state, 'passed');
    await postJson(running.address, `/api/v1/deeds/${recorded}/undo`, { who: 'Ada' });
    assert.equal((await standing()).rungs[0]?.state, 'open');
    await page.goto(`${running.address}/dual-use-assets/${id}?lang=${language}`);
    await page.locator('#everyday-levels').waitFor();
    await settled(page, language);
    assert.deepEqual(await faultsOf(page, language), []);
    assert.deepEqual(errors, []);
    await close();
    await postJson(running.address, `/api/v1/deeds/${recorded + 1}/undo`, { who: 'Ada' });
  });
}
