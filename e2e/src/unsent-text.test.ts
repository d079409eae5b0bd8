import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('unsent-text');
/** Screens with a form that is there when they open. */
const FORMS = [
  ...['place', 'project', 'department', 'commitment', 'indicator', 'event', 'source', 'document'].map((noun) => `/new/${noun}`),
  '/plan/new',
  '/start?way=new',
  '/settings',
  '/reports',
  '/people',
];
const WORDS = 'words of an hour';

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

const firstField = (page: Page) =>
  page.locator('main form').locator('textarea, input:is([type="text"], :not([type])):not([role="combobox"])').first();
const question = (page: Page) => page.getByRole('alertdialog');

test('on every screen with a form, words that are typed and not saved are not left without a question', async () => {
  const { page, close } = await openPage(browser, running.address, '/register?lang=en', DESK, 'Ada');
  for (const path of FORMS) {
    await page.goto(`${running.address}${path}${path.includes('?') ? '&' : '?'}lang=en`);
    await firstField(page).fill(WORDS);
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).first().click();
    await question(page).waitFor();
    assert.ok(page.url().includes(path.split('?')[0] ?? path), `${path}: still there`);
    await question(page).getByRole('button', { name: 'Keep editing' }).click();
    assert.equal(await firstField(page).inputValue(), WORDS, path);
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).first().click();
    await question(page).getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL(/\/today/);
  }
  await close();
});

for (const [lang, size, today, words] of [
  ['zh', PHONE, '今日', '一小时的话'],
  ['en', DESK, 'Today', WORDS],
] as const)
  test(`a reload and Back ask too; what is saved, emptied or never typed is left without a question, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/register?lang=${lang}`, size, 'Ada');
    const open = () => page.goto(`${running.address}/new/department?lang=${lang}`);
    const leave = () => page.getByRole('navigation').getByRole('link', { name: today }).first().click();
    const asked: string[] = [];
    page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.accept();
    });
    await open();
    await firstField(page).fill(words);
    await page.reload();
    assert.deepEqual(asked, ['beforeunload']);

    await page.goto(`${running.address}/register?noun=department&lang=${lang}`);
    await page.locator('.register-new').click();
    await firstField(page).fill(words);
    // The browser waits for no page that is not left.
    await page.evaluate(() => history.back());
    await question(page).waitFor();
    await look(page, lang, 'question');
    await page.keyboard.press('Escape');
    assert.equal(await firstField(page).inputValue(), words);
    await firstField(page).fill('');
    await leave();
    await page.waitForURL(/\/today/);

    await open();
    await firstField(page).fill(words);
    await page.locator('main select[id$="-confidence"]').selectOption('low');
    await page.locator('main button[type=submit]').click();
    await page.waitForURL((address) => !address.pathname.startsWith('/new'));
    await leave();
    await page.waitForURL(/\/today/);
    assert.deepEqual([asked.length, errors], [1, []]);
    await close();
  });
