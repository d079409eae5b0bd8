import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ProjectDetail, Receipt } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, recordOutcome } from './api.ts';
import { openBrowser } from './browser.ts';
import { axeFindings, DESK, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

let browser: Browser;
let running: Running;
let project: string;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  const { items } = await getJson<{ items: readonly { id: string }[] }>(running.address, '/api/v1/projects?limit=1');
  project = items[0]?.id ?? '';
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const record = (): Promise<Receipt> =>
  recordOutcome(running.address, { subjectKind: 'project', subjectId: project, what: 'progress', dates: '2025-06-01', note: NOTE });
const NOTE = { zh: null, en: 'as seen' };
const evidence = async (id: string | null) =>
  (await getJson<ProjectDetail>(running.address, `/api/v1/projects/${project}`)).evidence.find((row) => row.id === id);

/** Opens the form for an outcome and says who writes. */
async function edit(size: typeof DESK, id: string, who: string, lang = 'en') {
  const opened = await openPage(browser, running.address, `/projects/${project}?lang=${lang}&edit=${id}`, size);
  await opened.page.locator('.record-form').waitFor();
  await opened.page.locator('.record-form input[autocomplete=name]').fill(who);
  return opened;
}

const dates = (page: Page) => page.locator('.record-form input[id$=-dates]');
const note = (page: Page) => page.locator('.record-form textarea');
const save = (page: Page) => page.locator('.record-form button[type=submit]').click();

test('an outcome is corrected from its row in three clicks, and the correction undone', async () => {
  const { outcomeId } = await record();
  const { page, errors, close } = await openPage(browser, running.address, `/projects/${project}?lang=en`);
  await page.evaluate(() => localStorage.setItem('westgate.who', 'Ada'));
  await page.reload();
  const row = page.locator('tr', { hasText: 'as seen' });
  await row.getByRole('button', { name: 'Correct' }).click();
  assert.equal(await dates(page).inputValue(), '2025-06-01');
  await dates(page).fill('2025-06-15');
  await save(page);
  await page.getByText(/Corrected \(change/).waitFor();
  assert.equal((await evidence(outcomeId))?.dates, '2025-06-15');
  await page.locator('.receipt').getByRole('button').click();
  await page.locator('.receipt').getByText('Undone').waitFor();
  assert.equal((await evidence(outcomeId))?.dates, '2025-06-01');
  assert.deepEqual(errors, []);
  await close();
});

for (const [size, name] of [
  [DESK, 'desk'],
  [PHONE, 'phone'],
] as const) {
  test(`two people on one outcome, ${name}: the second is shown what the first changed, keeps what she typed, and saves again`, async () => {
    const { outcomeId } = await record();
    const [ada, ben] = [await edit(size, outcomeId ?? '', 'Ada'), await edit(size, outcomeId ?? '', 'Ben', 'zh')];
    await dates(ada.page).fill('2025-07-01');
    await ada.page.locator('.record-form select[id$=-confidence]').selectOption('low');
    await dates(ben.page).fill('2025-08-01');
    await note(ben.page).fill('亲眼所见');
    await save(ada.page);
    await ada.page.getByText(/Corrected \(change/).waitFor();

    await save(ben.page);
    const conflict = ben.page.locator('.conflict');
    await conflict.waitFor();
    assert.match(await conflict.innerText(), /Ada在[\s\S]*2025-07-01[\s\S]*2025-08-01/);
    assert.equal(await conflict.evaluate((box) => box === document.activeElement), true, 'the conflict is read out and has the focus');
    assert.deepEqual([await dates(ben.page).inputValue(), await note(ben.page).inputValue()], ['2025-08-01', '亲眼所见']);
    assert.equal(await ben.page.locator('.record-form select[id$=-confidence]').inputValue(), 'low', 'what he left alone is Ada’s');
    assert.deepEqual(await axeFindings(ben.page), []);
    assert.equal((await evidence(outcomeId))?.dates, '2025-07-01', 'nothing was written over');

    await ben.page.keyboard.press('Tab');
    await ben.page.keyboard.press('Enter');
    assert.equal(await dates(ben.page).inputValue(), '2025-07-01', 'the first control after the words takes theirs');
    await save(ben.page);
    await ben.page.getByText(/已更正/).waitFor();
    const row = await evidence(outcomeId);
    assert.deepEqual(
      [row?.dates, row?.confidence, row?.note],
      ['2025-07-01', 'low', { zh: '亲眼所见', en: null }],
      'what he says beside her day is its basis: that there was none goes in both languages',
    );
    await Promise.all([ada.close(), ben.close()]);
  });
}

test('what another withdrew meanwhile can be recorded as a new entry, nothing typed is lost', async () => {
  const { outcomeId } = await record();
  const [ada, ben] = [await edit(DESK, outcomeId ?? '', 'Ada'), await edit(DESK, outcomeId ?? '', 'Ben')];
  await note(ben.page).fill('but I was there');
  await ada.page.getByRole('button', { name: 'Withdraw entry' }).click();
  await ada.page.getByText(/Withdrawn \(change/).waitFor();
  assert.equal(await evidence(outcomeId), undefined);
  await save(ben.page);
  await ben.page.getByText(/Ada withdrew this/).waitFor();
  assert.equal(await note(ben.page).inputValue(), 'but I was there');
  await ben.page.getByRole('button', { name: 'Record it as a new entry' }).click();
  await ben.page.getByText(/Saved as change/).waitFor();
  const { evidence: rows } = await getJson<ProjectDetail>(running.address, `/api/v1/projects/${project}`);
  assert.ok(rows.some((row) => row.note.en === 'but I was there'));
  await Promise.all([ada.close(), ben.close()]);
});

test('ten windows of one browser are told of every deed over one stream, also when the window that listens closes', async () => {
  const context = await browser.newContext({ viewport: DESK });
  const streams = new Set<string>();
  context.on('request', (request) => {
    if (request.url().endsWith('/changes')) streams.add(request.frame().url());
  });
  const pages: Page[] = [];
  for (let nth = 0; nth < 10; nth += 1) {
    const page = await context.newPage();
    await page.goto(`${running.address}/projects/${project}?lang=en&nth=${nth}`);
    await page.locator('.noun-page h1').waitFor();
    pages.push(page);
  }
  assert.equal(streams.size, 1);
  const isTold = async (text: string): Promise<void> => {
    await recordOutcome(running.address, {
      subjectKind: 'project',
      subjectId: project,
      what: 'progress',
      dates: '2025-06-01',
      note: { zh: null, en: text },
    });
    await Promise.all(pages.map((page) => page.locator('tr', { hasText: text }).waitFor({ state: 'attached' })));
  };
  await isTold('seen by ten');
  await pages.shift()?.close();
  await isTold('seen by nine');
  assert.equal(streams.size, 2);
  await context.close();
});
