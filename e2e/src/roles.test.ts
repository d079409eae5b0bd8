import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { beginAsAda, PASSWORD } from './first-account.ts';
import { choose, IS_LONG, openPage, typeDay, type WatchedPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** The roles that are played: one that changes nothing, one that changes what is its own; `npm run trial:roles` plays all. */
const ROLES = (process.env.WESTGATE_ROLES ?? 'reader,department-member').split(',');
/** Screens with acts of every kind. */
const SCREENS = [
  '/today',
  '/exceptions',
  '/plan',
  '/register?noun=commitment',
  '/programme',
  '/programme?view=table',
  '/rulebook?kind=park',
  '/monthly',
  '/supervision',
  '/reports',
  '/publish',
  '/runs',
  '/start?way=new',
  '/settings',
  '/plan/new',
  '/plan/sheet',
  '/new/project',
];
/** Buttons of one screen that are pressed: more of them are rows alike. The trial and the long form press more of these too. */
const MOST_PRESSED = IS_LONG || process.env.WESTGATE_ROLES !== undefined ? 14 : 8;
/** The department of those who have one. */
const DEPARTMENT = 'housing';

let browser: Browser;
let running: Running;
let ada: WatchedPage;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ district: 'data/practice' })]);
  ada = await openPage(browser, running.address, '/start?lang=en');
  await beginAsAda(ada.page, running.address);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

for (const role of ROLES) {
  test(`a ${role} is offered no act on any screen that is then refused for the role`, async () => {
    const { page, close } = await signedIn(role);
    const refused: string[] = [];
    let acts = 0;
    page.on('response', (answer) => {
      if (answer.request().method() !== 'GET') acts += 1;
      if (answer.status() === 403)
        refused.push(`${new URL(page.url()).pathname}: ${answer.request().method()} ${new URL(answer.url()).pathname}`);
    });
    for (const path of [...SCREENS, ...(await recordPages(page))]) await pressAll(page, path);
    assert.deepEqual([...new Set(refused)], []);
    assert.ok(!role.startsWith('department') || acts > 0, 'what the role may do was pressed too');
    await close();
  });
}

test('a department is told why it may not remove or merge a record of which a value is approved, and a review before the first is not sent', async () => {
  const industry = { name_en: 'Kites', owner: DEPARTMENT, review_from: '2026-03-01', visibility: 'district' };
  const made = await ada.page.request.post(`${running.address}/api/v1/edits`, {
    data: { who: 'Ada', reason: '', edits: [{ action: 'create', table: 'industry', fields: industry }] },
  });
  assert.ok(made.ok(), await made.text());
  const lead = await signedIn('department-lead', 'lead');
  const { items } = await (await lead.page.request.get(`${running.address}/api/v1/projects?limit=200`)).json();
  const own = items.filter((item: { lead?: { id: string }; due?: { on?: string } }) => item.lead?.id === DEPARTMENT);
  const [first, second] = own;
  assert.ok(first && second);
  await lead.page.goto(`${running.address}/take-out/project/${first.id}?lang=zh`);
  await lead.page.getByText('只能由督查室移出').waitFor();
  assert.equal(await lead.page.getByRole('button', { name: /^移出/ }).count(), 0);
  await lead.page.goto(`${running.address}/merge/project/${first.id}?lang=en`);
  await choose(lead.page.locator('[role=combobox]'), second.name.en);
  await lead.page.getByText('Only the programme office may merge it into another', { exact: false }).waitFor();
  assert.equal(await lead.page.getByRole('button', { name: 'Merge', exact: true }).count(), 0);
  await lead.close();

  const member = await signedIn('department-member', 'reviewer');
  const refused: string[] = [];
  member.page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url());
  });
  await member.page.goto(`${running.address}/industries/kites?lang=en&edit=review-industry`);
  const form = member.page.locator('main form').first();
  await form.getByLabel('Finding', { exact: false }).fill('two yards');
  await form.getByLabel('Pipeline stage').selectOption('seed');
  await typeDay(member.page, 'Reviewed on', '28022026');
  await form.locator('button[type=submit]').click();
  await member.page.getByText('This is before the first date held.', { exact: false }).first().waitFor();
  await typeDay(member.page, 'Reviewed on', '02032026');
  await form.locator('button[type=submit]').click();
  await member.page.getByText('two yards').first().waitFor();
  assert.deepEqual(refused, []);
  await member.close();
});

/** The page of someone with a new account of this role. */
async function signedIn(role: string, name = role): Promise<WatchedPage> {
  const { request } = ada.page;
  const draft = { who: 'Ada', reason: '', name, signIn: name, mail: null, phone: null, department: DEPARTMENT, roles: [role] };
  const invited = await request.post(`${running.address}/api/v1/people`, { data: draft });
  assert.ok(invited.ok(), await invited.text());
  const [, link = ''] = String((await invited.json()).link).split('#');
  const watched = await openPage(browser, running.address, '/welcome?lang=en');
  await watched.page.request.post(`${running.address}/api/v1/links/take-up`, {
    data: { link, name, signIn: name, password: PASSWORD },
  });
  return watched;
}

/** A project and a commitment of the own department, and of another. */
async function recordPages(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const noun of ['projects', 'commitments']) {
    const { items } = await (await page.request.get(`${running.address}/api/v1/${noun}?limit=200`)).json();
    const isOwn = ({ lead, owner }: { lead?: { id: string }; owner?: { id: string } }): boolean => (lead ?? owner)?.id === DEPARTMENT;
    const both = [items.find(isOwn), items.find((item: object) => !isOwn(item))];
    found.push(...both.flatMap((item) => (item ? [`/${noun}/${item.id}`] : [])));
  }
  return found;
}

/** Presses the buttons of a screen one after another, and sends each form that opens, filled in as far as it must be. */
async function pressAll(page: Page, path: string): Promise<void> {
  const address = `${running.address}${path}${path.includes('?') ? '&' : '?'}lang=en&theme=light`;
  await page.goto(address);
  const buttons = page.locator('main button:visible:not([disabled], [aria-expanded], [aria-pressed], [role=tab], .group-button)');
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(150);
  for (let at = 0; at < Math.min(await buttons.count(), MOST_PRESSED); at += 1) {
    await buttons.nth(at).dispatchEvent('click');
    await sendForms(page);
    if (page.url() !== address) await page.goto(address).then(() => page.locator('main h1').first().waitFor());
  }
}

/** Sends the forms that are shown, all in one step: one that is sent may close another. */
async function sendForms(page: Page): Promise<void> {
  await page.locator('main form:visible').evaluateAll((forms) => {
    for (const form of forms) {
      if (!(form instanceof HTMLFormElement)) continue;
      for (const field of form.querySelectorAll('input[type=text], input:not([type]), textarea')) {
        if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value !== '') continue;
        // React hears of a value by the setter of the element itself.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, 'x1');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    for (const form of forms) if (form instanceof HTMLFormElement && form.isConnected) form.requestSubmit();
  });
}
