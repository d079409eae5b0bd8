import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { NewLink } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { takeUp } from './first-account.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { choose, DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** Hashing a password takes its time, on purpose: longer on a busy machine. */
const look = lookerOf('lists');
let browser: Browser;
let own: Running;
before(async () => {
  [browser, own] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(own.address);
  const create = (table: string, fields: object) => ({ action: 'create', table, fields });
  const project = (id: string, name: string, kind: string, more: object) =>
    create('project', { id, name_zh: name, name_en: id, kind, visibility: 'public', ...more });
  const edits = [
    create('department', { id: 'works', name_zh: '建设局', name_en: 'Works', confidence: 'high' }),
    create('department', { id: 'parks', name_zh: '园林局', name_en: 'Parks', confidence: 'high' }),
    project('canteen', '食堂', 'institution', { lead: 'works' }),
    project('riverside', '河滨步道', 'greenway', { lead: 'works' }),
    project('vault', '库房', 'greenway', { lead: 'works', visibility: 'confidential' }),
    project('meadow', '草地', 'greenway', { lead: 'parks' }),
    create('planned_amount', { id: 'canteen-total', project: 'canteen', amount_fen: 120_000_001, confidence: 'high' }),
    create('planned_amount', { id: 'meadow-total', project: 'meadow', amount_fen: 7, confidence: 'high' }),
  ];
  await postJson(own.address, '/api/v1/edits', { who: 'walk', edits });
});
after(async () => {
  await browser.close();
  await own.stop();
  removeFolder(own.dataDir);
});

const cellOf = (page: Page, row: string, column: number) => page.locator('.pivot-table tr', { hasText: row }).locator('td').nth(column);

for (const [lang, size] of [
  ['zh', PHONE],
  ['en', DESK],
] as const)
  test(`money adds up in the groups of the monthly sheet as the ledger has it, known of so many, ${lang}, ${size.width} wide`, async () => {
    const path = `/monthly?lang=${lang}&theme=light&month=2024-12&group=kind&pivot=lead&sum=total`;
    const { page, errors, close } = await openPage(browser, own.address, path, size);
    const total = page.locator('.pivot-total td').last();
    await total.waitFor();
    assert.match(await total.innerText(), /^120\.000008\D+2\D+4/, 'exact to the fen; two of four are known');
    assert.match(await page.locator('.list-table thead [data-column=total] small').innerText(), /120\.000008\D+(2\D+4|4\D+2)/);
    await look(page, lang, `monthly-${size.width}`);
    const head = page.locator('.list-table .group-button').first();
    await head.press('Enter');
    await page.waitForURL(/shut=/);
    assert.equal(await head.getAttribute('aria-expanded'), 'false');
    await page.goto(`${own.address}/exceptions?lang=${lang}&theme=light&group=why&pivot=department&shut=*`);
    await page.locator('.pivot-table').waitFor();
    await look(page, lang, `exceptions-${size.width}`);
    assert.deepEqual(errors, []);
    await close();
  });

test('projects are grouped, set against each other, opened by a number and kept as a view; a reader opens it to what a reader may know', async () => {
  const roles = ['programme-office', 'system-administrator'];
  const { link } = await postJson<NewLink>(own.address, '/api/v1/people', { who: 'Ada', name: 'Ada', signIn: 'ada', roles });
  const { page, errors, close } = await openPage(browser, own.address, link.replace('#', '?lang=en&theme=light#'));
  await takeUp(page);
  await page.goto(`${own.address}/programme?lang=en&theme=light&view=table`);
  await page.getByLabel('Group by').selectOption('lead');
  await page.getByLabel('Cross-tab').selectOption('kind');
  await page.locator('.pivot-table').waitFor();
  assert.equal(await cellOf(page, 'Works', 0).innerText(), '2');
  assert.equal(await page.locator('.pivot-total td').last().innerText(), '4');
  const works = page.getByRole('button', { name: 'Works 3' });
  await works.press('Enter');
  await page.waitForURL(/shut=works/);
  assert.equal(await page.locator('.list-table tbody tr').count(), 3, 'two heads, and the rows of the group that is open');
  await look(page, 'en', 'grouped');

  await page.locator('.saved-views > summary').press('Enter');
  await page.locator('.saved-views').getByText('No view yet.').waitFor();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Lead and kind');
  await page.getByLabel('Shared with').selectOption('all');
  await page.locator('.saved-views button[type=submit]').press('Enter');
  await page.locator('.saved-views').getByRole('link', { name: 'Lead and kind' }).waitFor();

  await cellOf(page, 'Works', 0).locator('a').press('Enter');
  await page.waitForURL(/filter=lead:is:works(;|%3B)kind:is:greenway/);
  await page.locator('.list-table tbody tr').nth(1).waitFor();
  await page.getByLabel('Choose the 2 records shown').check();
  await choose(page.locator('.bulk-bar [role=combobox]'), 'parks', 'parks');
  assert.equal(await page.locator('.bulk-preview li').count(), 2, 'what would change is shown first');
  await look(page, 'en', 'bulk');
  await page.getByRole('button', { name: 'Change 2', exact: false }).click();
  await page.getByText('No record matches.', { exact: false }).waitFor();
  await page.locator('.deed-line').getByRole('button', { name: 'Undo' }).press('Enter');
  await page.locator('.list-table tbody tr').nth(1).waitFor();
  await page.goBack();
  await page.locator('.pivot-table').waitFor();
  await page.reload();
  await page.locator('.pivot-table').waitFor();
  assert.equal(await works.getAttribute('aria-expanded'), 'false', 'what is shut stands in the address');

  const draft = { who: 'Ada', name: 'Fay', signIn: 'fay', roles: ['reader'], reason: '' };
  const invited = await page.request.post(`${own.address}/api/v1/people`, { data: draft });
  const fay = ((await invited.json()) as NewLink).link;
  const reader = await openPage(browser, own.address, fay.replace('#', '?lang=en&theme=light#'));
  await takeUp(reader.page, 'a reed bends in the wind');
  await reader.page.goto(`${own.address}/programme?lang=en&theme=light`);
  await reader.page.locator('.saved-views > summary').press('Enter');
  await reader.page.locator('.saved-views').getByRole('link', { name: 'Lead and kind' }).press('Enter');
  await reader.page.locator('.pivot-table').waitFor();
  assert.equal(await cellOf(reader.page, 'Works', 0).innerText(), '1');
  assert.equal(await reader.page.locator('.pivot-total td').last().innerText(), '3');
  assert.ok(!(await reader.page.content()).includes('vault'));

  // What wants looking at is set right where it is seen: of one kind, ticked, changed as one deed, taken back.
  await page.goto(`${own.address}/exceptions?lang=en&theme=light`);
  await page.getByText('Filter to commitments or to projects').waitFor();
  await page.goto(`${own.address}/exceptions?lang=en&theme=light&where=kind:project&columns=name,why,cadence`);
  await page.getByLabel('Choose the', { exact: false }).check();
  const ticked = await page.locator('.exceptions .bulk-tick input').count();
  assert.ok(ticked > 0);
  await page.locator('.bulk-bar select').nth(0).selectOption('cadence');
  const empty = page.locator('.bulk-bar select').nth(1).locator('option').first();
  assert.equal(await empty.innerText(), 'as the rule of its kind says', 'an empty choice says what it means');
  await page.locator('.bulk-bar select').nth(1).selectOption('none');
  await look(page, 'en', 'exceptions-bulk');
  await page.getByRole('button', { name: `Change ${ticked}` }).click();
  await page.locator('.deed-line').getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('Undone').first().waitFor();

  // The accounts: whoever has two roles stands in two groups, and is opened in one; words and a number narrow the list.
  await page.goto(`${own.address}/people?lang=en&theme=light`);
  await page.getByLabel('Group by').selectOption('roles');
  await page.waitForURL(/group=roles/);
  await page.locator('.people .group-head').nth(2).waitFor();
  assert.equal(await page.locator('.people .list-table tbody tr').count(), 6, 'three heads, Ada twice, Fay once');
  await look(page, 'en', 'people');
  await page.locator('.people .list-table').press('ArrowDown');
  await page.locator('.people .list-table').press('Enter');
  await page.locator('.account-sheet').getByRole('heading', { name: 'Fay' }).waitFor();
  await look(page, 'en', 'account');
  await page.keyboard.press('Escape');
  await page.getByLabel('Cross-tab').selectOption('account');
  await page.locator('.pivot-table').waitFor();
  await page.locator('.people input[type=search]').fill('fa');
  await page.locator('.people .list-table tbody tr', { hasText: 'Ada' }).first().waitFor({ state: 'detached' });
  assert.doesNotMatch(page.url(), /[?&]q=/, 'names of persons stand in no address');
  assert.equal(await page.locator('.pivot-total td').last().innerText(), '1');
  assert.deepEqual(
    [...errors, ...reader.errors].filter((error) => !/40[13]/.test(error)),
    [],
  );
  await Promise.all([close(), reader.close()]);
});
