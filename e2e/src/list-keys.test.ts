import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Project } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, choose, DESK, openPage, PHONE, until, waysOfLong } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('list-keys');
/** Projects of the district that is walked. */
const MANY = 120;
let browser: Browser;
let own: Running;
before(async () => {
  [browser, own] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(own.address);
  const create = (table: string, fields: object) => ({ action: 'create', table, fields });
  const edits = [
    create('department', { id: 'works', name_zh: '建设局', name_en: 'Works', confidence: 'high' }),
    create('department', { id: 'parks', name_zh: '园林局', name_en: 'Parks', confidence: 'high' }),
    ...Array.from({ length: MANY }, (_, index) => {
      const id = `p${String(index).padStart(3, '0')}`;
      const lead = index % 3 === 0 ? {} : { lead: index % 3 === 1 ? 'works' : 'parks' };
      return create('project', { id, name_zh: `项目 ${id}`, name_en: `Project ${id}`, kind: 'greenway', ...lead });
    }),
  ];
  await postJson(own.address, '/api/v1/edits', { who: 'walk', edits });
});
after(async () => {
  await browser.close();
  await own.stop();
  removeFolder(own.dataDir);
});

const projects = async () => (await getJson<{ items: readonly Project[] }>(own.address, '/api/v1/projects?limit=500&sort=id')).items;
const held = async () => (await projects()).map(({ id, lead, due }) => [id, lead?.id ?? null, due?.on ?? null]);

/** Puts a text on the clipboard and pastes it where the keyboard stands. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.keyboard.press('Control+V');
}

/** Looks at a panel that is open: React Aria puts a button of its own beside it, outside of all landmarks. */
async function open(page: Page, name: string): Promise<void> {
  if (process.env.WESTGATE_SHOTS) await page.screenshot({ path: `${process.env.WESTGATE_SHOTS}/list-keys-${name}.png` });
  // What lies behind the panel is taken out of what is read with the next picture.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(await axeFindings(page), [], name);
}

const wordIn =
  (lang: 'zh' | 'en') =>
  (zh: string, en: string): string =>
    lang === 'zh' ? zh : en;

for (const lang of waysOfLong(['zh', 'en'] as const, 0)) {
  const word = wordIn(lang);

  test(`a list is changed by keyboard alone: ten cells, two hundred pasted, filled down, ticked, each undone; exported as shown, ${lang}`, async () => {
    const address = `/register?noun=project&lang=${lang}&theme=light&sort=id&columns=name,kind,due,lead`;
    const { page, errors, quiet, close } = await openPage(browser, own.address, address);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: own.address });
    await page.evaluate(() => localStorage.setItem('westgate.who', 'Li'));
    await page.locator('.list-table tbody tr').first().waitFor();
    const before = await held();
    const table = page.getByRole('grid');
    assert.equal(await table.getAttribute('aria-rowcount'), String(MANY + 1));
    assert.ok((await page.locator('.list-table tbody tr').count()) < MANY, 'drawn as they come in sight');
    await quiet();
    await table.focus();

    // Ten days, one below the other.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    for (let line = 0; line < 10; line += 1) {
      await page.keyboard.press('Enter');
      const form = page.locator('.cell-editor form');
      await form.waitFor();
      if (line === 0) await look(page, lang, 'cell');
      await form.getByRole('spinbutton').first().focus();
      await page.keyboard.type(lang === 'zh' ? `202612${String(line + 10)}` : `${line + 10}122026`);
      await page.keyboard.press('Enter');
      await form.waitFor({ state: 'detached' });
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'grid');
      await page.keyboard.press('ArrowDown');
    }
    assert.deepEqual(
      (await held()).slice(0, 10).map(([, , due]) => due),
      Array.from({ length: 10 }, (_, line) => `2026-12-${line + 10}`),
    );
    for (let left = 9; left >= 0; left -= 1) {
      await page.keyboard.press('Control+z');
      await until(async () => (await held()).filter(([, , due]) => due !== null).length === left);
    }
    assert.deepEqual(await held(), before);

    // A range of two columns and a hundred lines out of a spreadsheet; what cannot stand there is named and left out.
    await quiet();
    await table.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const lines = Array.from({ length: 100 }, (_, line) => `2027/1/${(line % 28) + 1}\t${line === 7 ? 'Nobody' : word('园林局', 'Parks')}`);
    await paste(page, lines.join('\n'));
    const form = page.locator('.changes-form');
    await form.waitFor();
    assert.match(await form.locator('.changes-refused').innerText(), /Nobody/);
    await look(page, lang, 'paste');
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(await held(), before, 'nothing is done before she says so');
    await form.locator('button[type=submit]').press('Enter');
    await form.waitFor({ state: 'detached' });
    const pasted = await held();
    assert.deepEqual(pasted[3], ['p003', 'parks', '2027-01-04']);
    assert.deepEqual(pasted[7], ['p007', 'works', '2027-01-08'], 'what was refused is as it was');
    assert.deepEqual(pasted.slice(100), before.slice(100));
    await page.keyboard.press('Control+z');
    await until(async () => JSON.stringify(await held()) === JSON.stringify(before));

    // The value of a cell for those below it.
    await quiet();
    await table.focus();
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'])
      await page.keyboard.press(key);
    await page.keyboard.press('Control+d');
    await form.waitFor();
    await form.locator('button[type=submit]').press('Enter');
    await form.waitFor({ state: 'detached' });
    assert.deepEqual(
      (await held()).slice(1, 5).map(([, lead]) => lead),
      ['works', 'works', 'works', 'works'],
    );
    await page.keyboard.press('Control+z');
    await until(async () => JSON.stringify(await held()) === JSON.stringify(before));

    // Ticked by Shift and blank, and copied as they are shown.
    await quiet();
    await table.focus();
    await page.keyboard.press('Control+Home');
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', ' ']) await page.keyboard.press(key);
    assert.equal(await page.locator('.bulk-tick input:checked').count(), 3);
    await look(page, lang, 'ticked');
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.press(' ');
    await page.keyboard.press('Control+C');
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      [0, 1, 2].map((line) => word(`项目 p00${line}`, `Project p00${line}`)).join('\n'),
    );

    // To the end of the list, page by page as it comes in sight.
    await page.keyboard.press('Control+End');
    await page.locator('.list-more').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+End');
    await page.locator(`tr[data-id="p${MANY - 1}"]`).waitFor();

    // Exactly what is shown: its columns, in their order, of the rows that fit.
    await page.goto(`${own.address}/register?noun=project&lang=${lang}&theme=light&sort=-id&columns=lead,name&filter=lead:in:parks`);
    await page.locator('.list-table tbody tr').first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV/ }).press('Enter')]);
    const stream = await download.createReadStream();
    const bytes: Buffer[] = [];
    for await (const chunk of stream) bytes.push(Buffer.from(chunk));
    const text = Buffer.concat(bytes).toString('utf8').replace('\uFEFF', '').split('\r\n');
    const head = text.findIndex((line) => line.startsWith(word('牵头单位', 'Lead')));
    assert.ok(head >= 0, text.slice(0, 3).join('\n'));
    assert.equal(text[head + 1], word('园林局,项目 p119', 'Parks,Project p119'));
    assert.equal(text.filter((line) => line.startsWith(word('园林局', 'Parks'))).length, MANY / 3);
    assert.deepEqual(errors, []);
    await close();
  });
}

for (const lang of ['zh', 'en'] as const) {
  const word = wordIn(lang);

  test(`a list is narrowed, shown by other columns and grouped, all of it in the address and undone by going back, ${lang}`, async () => {
    const size = lang === 'zh' ? PHONE : DESK;
    const { page, errors, close } = await openPage(browser, own.address, `/register?noun=project&lang=${lang}&theme=light`, size);
    await page.locator('.list-table tbody tr').first().waitFor();
    await look(page, lang, `list-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    await page.getByRole('button', { name: word('筛选', 'Filter'), exact: true }).click();
    await choose(page.locator('.filter-panel').getByLabel(word('按列', 'Column'), { exact: true }), word('牵头', 'Lead'));
    await page.locator('.filter-values input').first().waitFor();
    await page
      .locator('.filter-values label', { hasText: word('园林局', 'Parks') })
      .locator('input')
      .check();
    await open(page, `filter-${lang}`);
    await page.locator('.filter-form button[type=submit]').click();
    await page.waitForURL(/filter=lead:in:parks/);
    await page
      .locator('.list-count')
      .getByText(String(MANY / 3))
      .waitFor();
    if (size === PHONE) await page.getByRole('button', { name: word('分组、排序、列', 'Group, sort, columns') }).click();
    await page.getByRole('button', { name: /^(列|Columns) \d/ }).click();
    await page.locator('.columns-panel').getByLabel(word('备注', 'Note'), { exact: true }).check();
    await open(page, `columns-${lang}`);
    await page.keyboard.press('Escape');
    await page.waitForURL(/columns=.*note/);
    await page.getByLabel(word('分组', 'Group by')).selectOption('kind');
    await page.locator('.group-head').first().waitFor();
    await page.locator('.group-head button').first().click();
    await page.waitForURL(/shut=/);
    assert.equal(await page.locator('.list-table tbody tr[data-id]').count(), 0);
    await look(page, lang, `grouped-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    await page.reload();
    await page.locator('.group-head').first().waitFor();
    assert.equal(await page.locator('.list-table tbody tr[data-id]').count(), 0, 'what is shut stands in the address');
    assert.deepEqual(errors, []);
    await close();
  });
}

test('a list of any length asks at most two things when it is opened', async () => {
  const { page, quiet, close } = await openPage(browser, own.address, '/reports?lang=en&theme=light');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/') && !request.url().includes('/changes')) asked.push(request.url());
  });
  const answered = (path: string) => page.waitForResponse((response) => response.url().includes(path));
  await Promise.all([answered('/api/v1/reports'), answered('/api/v1/upkeep'), page.reload()]);
  await quiet();
  // What the screen before asks once more as its stream opens is not the list's.
  const before = new Set(asked);
  await page.locator('.rail a[href^="/register"]').click();
  await page.locator('.list-table tbody tr, .empty').first().waitFor();
  await quiet();
  const opened = asked.filter((url) => !before.has(url));
  assert.ok(opened.some((url) => url.includes('/lists/')) && opened.length <= 2, opened.join('\n'));
  await close();
});
