import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Matters, RecordOf, ReportDetail, Reports } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, choose, DESK, openPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(running.address);
  const departments = [
    { id: 'works', name_zh: '工程科', name_en: 'Works', confidence: 'high' },
    { id: 'water', name_zh: '水务科', name_en: 'Water', confidence: 'high' },
  ];
  const pool = { id: 'pool', name_en: 'Pool', kind: 'old-compound', lead: 'works' };
  await postJson(running.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      ...departments.map((fields) => ({ action: 'create', table: 'department', fields })),
      { action: 'create', table: 'project', fields: pool },
    ],
  });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const matters = async () => (await getJson<Matters>(running.address, '/api/v1/supervision')).items;

test('a meeting is held from an empty district: decisions pasted, refused without owner and day, assigned and undone; a request is escalated once; a circular names both', async () => {
  const { page, errors, quiet, close } = await openPage(browser, running.address, '/new/meeting?lang=en', DESK, 'Ada');
  await page.getByLabel('Name · English').fill('On the pool');
  await page.getByLabel('Kind of meeting').selectOption({ label: 'progress meeting' });
  await page.locator('.record-form').getByRole('group', { name: 'Held on' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('05012026');
  await page.locator('.record-form button[type=submit]').click();
  await page.getByRole('button', { name: 'Enter decisions' }).click();
  await page.getByLabel('Decisions, one a line').fill('1. Drain the pool | Water | 2026-02-02\n2. Paint it | Works\n3. Open it | nobody');
  await page.getByText('Not read: nobody').waitFor();
  await page.getByRole('button', { name: 'Save 3 decisions' }).click();
  await page.getByText('Something was not read').first().waitFor();
  await page.getByLabel('Decisions, one a line').fill('1. Drain the pool | Water | 2026-02-02\n2. Paint it | Works');
  await page.getByRole('button', { name: 'Save 2 decisions' }).click();
  await page.getByText('1 decision has no owner or due date').waitFor();
  await page.getByRole('button', { name: 'Issue minutes and assign' }).click();
  await page.locator('.record-form button[type=submit]').click();
  await page.getByText('“Paint it” lacks a due date').first().waitFor();
  assert.deepEqual(await axeFindings(page), []);
  assert.deepEqual(await matters(), []);
  const { items } = await getJson<{ items: readonly RecordOf<'decision'>[] }>(running.address, '/api/v1/decisions');
  const paint = items.find(({ name }) => name.en === 'Paint it');
  await postJson(running.address, '/api/v1/edits', {
    who: 'Ada',
    edits: [{ action: 'revise', table: 'decision', key: paint?.id, rev: paint?.rev, fields: { due_on: '2099-03-31', project: 'pool' } }],
  });
  await page.locator('.record-form button[type=submit]').click();
  await page.getByRole('link', { name: /overdue by \d+ working days/ }).waitFor();
  assert.deepEqual((await matters()).map(({ asked, lead, subject, origin }) => [asked.en, lead.id, subject.kind, origin]).sort(), [
    ['Drain the pool', 'water', 'meeting', 'decision'],
    ['Paint it', 'works', 'project', 'decision'],
  ]);
  await page.locator('#main').focus();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Issue minutes and assign' }).waitFor();
  assert.deepEqual(await matters(), []);
  await page.getByRole('button', { name: 'Issue minutes and assign' }).click();
  await page.locator('.record-form button[type=submit]').click();
  await page.getByRole('link', { name: /overdue by/ }).waitFor();

  await page.goto(`${running.address}/projects/pool?lang=en`);
  await quiet();
  await page.getByRole('button', { name: 'Make request' }).click();
  const form = page.locator('.record-form').filter({ hasText: 'Asked of' });
  await form.getByLabel('Request', { exact: true }).fill('Where are the pipes?');
  await choose(form.getByLabel('Asked of'), 'water', 'Water');
  await form.getByRole('group', { name: 'Answer due' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('31122099');
  await form.locator('button[type=submit]').click();
  await page.getByRole('link', { name: 'Where are the pipes?' }).click();
  await page.getByRole('button', { name: 'Escalate' }).click();
  await page.getByLabel('Decision level').selectOption({ label: 'district leaders' });
  await page.getByLabel('Leader or body').fill('the deputy head');
  await page.locator('.record-form').filter({ hasText: 'Leader or body' }).locator('button[type=submit]').click();
  await page.getByText('the deputy head · district leaders').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Escalate' }).count(), 0, 'a second time is not offered');
  const request = (await matters()).find(({ origin }) => origin === 'request');
  assert.deepEqual([request?.askedBy?.id, request?.owedBy, request?.escalated?.to.en], ['works', 'lead', 'the deputy head']);

  await page.goto(`${running.address}/today?lang=zh`);
  await page.getByText('Drain the pool').first().waitFor();
  await page.goto(`${running.address}/supervision?lang=en&edit=circular`);
  await page.locator('.record-form').getByRole('group', { name: 'First day' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('01012026');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('row').filter({ hasText: 'Drain the pool' }).waitFor();
  assert.match(await preview.innerText(), /Due in the period: 1\b[\s\S]*2\. Ranking by closing on time/);
  await page.getByLabel('Remarks · English').fill('Two weeks remain.');
  await preview.getByText('Two weeks remain.').waitFor();
  await page.getByLabel('Meeting decision').uncheck();
  await preview.getByText('Due in the period: 0').waitFor();
  assert.equal((await getJson<Reports>(running.address, '/api/v1/reports')).items.length, 0, 'a preview makes nothing');
  await page.getByLabel('Meeting decision').check();
  await preview.getByRole('row').filter({ hasText: 'Drain the pool' }).waitFor();
  assert.deepEqual(await axeFindings(page), []);
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.record-form').waitFor({ state: 'detached' });
  const [made] = (await getJson<Reports>(running.address, '/api/v1/reports')).items;
  const { content } = await getJson<ReportDetail>(running.address, `/api/v1/reports/${made?.number}`);
  assert.ok(content.format === 'westgate-circular-1');
  assert.deepEqual(
    [content.units.map(({ department, overdue, share }) => [department.id, overdue, share]), content.overdue.map(({ name }) => name.en)],
    [[['water', 1, 0]], ['Drain the pool']],
  );
  for (const lang of ['zh', 'en']) {
    const paper = await fetch(`${running.address}/api/v1/reports/${made?.number}/report.docx?lang=${lang}`);
    assert.equal(Buffer.from(await paper.arrayBuffer()).toString('latin1', 0, 2), 'PK');
    assert.equal((await fetch(`${running.address}/api/v1/reports/${made?.number}/figures.xlsx?lang=${lang}`)).status, 200);
  }
  assert.deepEqual(
    errors.filter((error) => !/status of 4/.test(error)),
    [],
  );
  await close();
});
