import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ReportDetail, Reports } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, recordOutcome } from './api.ts';
import { openBrowser } from './browser.ts';
import { DESK, lettersHere, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const DAY = '2025-06-30';
/** Where the printed sheet is put, when someone wants to see it. */
const SHOTS = process.env.WESTGATE_SHOTS;

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

const reports = async () => (await getJson<Reports>(running.address, '/api/v1/reports')).items;

/** The bytes of the file behind a link, as the browser keeps it. */
async function kept(page: Page, name: RegExp): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()]);
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

for (const [lang, size] of [
  ['zh', DESK],
  ['en', PHONE],
] as const) {
  test(`a report is made, checked, kept as files and taken back on screen, ${lang}, ${size.width} wide`, async () => {
    const { page, errors, strangers, close } = await openPage(browser, running.address, `/reports?lang=${lang}&asOf=${DAY}`, size);
    const held = (await reports()).length;
    await page.locator('.record-form').waitFor();
    await page.locator('.record-form input[autocomplete=name]').fill('');
    await page.locator('.record-form button[type=submit]').click();
    await page.locator('.form-field.faulty').waitFor();
    assert.equal((await reports()).length, held, 'nothing is made without a name');
    await page.locator('.record-form input[autocomplete=name]').fill('Ada');
    await page.locator('.record-form button[type=submit]').click();
    const made = page.locator('.report-list > li').first();
    await page.waitForFunction((count) => document.querySelectorAll('.report-list > li').length === count + 1, held);
    const [newest] = await reports();
    assert.equal(newest?.asOf, DAY);
    assert.ok((await made.textContent())?.includes(newest?.hash ?? 'none'));
    await made.getByRole('button', { name: lang === 'zh' ? /核对/ : /Check/ }).click();
    await made.locator('output').getByText('✓').waitFor();
    const paper = await kept(page, lang === 'zh' ? /Word 公文版，中文/ : /Word, official layout, English/);
    assert.equal(paper.file, `westgate-report-${newest?.number}-official-${lang}.docx`);
    assert.equal(paper.bytes.toString('latin1', 0, 2), 'PK');
    const figures = await kept(page, lang === 'zh' ? /Excel 数字，中文/ : /Figures, Excel, English/);
    assert.equal(figures.file, `westgate-report-${newest?.number}-${lang}.xlsx`);
    const list = await kept(page, lang === 'zh' ? /CSV 承诺/ : /CSV Commitments/);
    assert.equal(list.file, `westgate-commitments-${DAY}.csv`);
    assert.ok(list.bytes.toString('utf8').startsWith(lang === 'zh' ? '\uFEFF编号' : '\uFEFFId'));
    await made.getByRole('button', { name: lang === 'zh' ? /撤销/ : /Undo/ }).click();
    await page.waitForFunction((count) => document.querySelectorAll('.report-list > li').length === count, held);
    assert.deepEqual([errors, strangers], [[], []]);
    await close();
  });
}

test('a report is made by keyboard alone, and taken back by Ctrl Z', async () => {
  const { page, close } = await openPage(browser, running.address, `/reports?lang=en&asOf=${DAY}`);
  const held = (await reports()).length;
  await page.locator('.record-form').waitFor();
  await page.locator('.record-form textarea[lang=en]').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('By keyboard');
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.getAttribute('autocomplete') === 'name')) break;
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await page.locator('.report-list').getByText('By keyboard').waitFor();
  assert.equal((await reports()).length, held + 1);
  await page.locator('#main').focus();
  await page.keyboard.press('Control+z');
  await page.locator('.report-list').getByText('By keyboard').waitFor({ state: 'detached' });
  assert.equal((await reports()).length, held);
  await close();
});

test('what is recorded after a report shows in the coverage of the day, and not in the report', async () => {
  const { page, close } = await openPage(browser, running.address, `/reports?lang=en&asOf=${DAY}`);
  await page.locator('.record-form input[autocomplete=name]').fill('Ada');
  await page.locator('.record-form button[type=submit]').click();
  await page.getByText(/Report no\. \d+ was created/).waitFor();
  const [newest] = await reports();
  const frozen = () => getJson<ReportDetail>(running.address, `/api/v1/reports/${newest?.number}`);
  const before = await frozen();
  await recordOutcome(running.address, {
    subjectKind: 'project',
    subjectId: 'shijingshan-academy',
    what: 'opened',
    dates: '2025-05-01',
    note: { zh: null, en: null },
  });
  assert.deepEqual((await frozen()).content, before.content);
  assert.equal((await frozen()).hash, before.hash);
  await close();
});

test('the coverage sheet leads to each record, and the register keeps a narrowed list', async () => {
  const { page, close } = await openPage(browser, running.address, '/coverage?lang=en');
  await page.locator('.coverage-sheet section').first().waitFor();
  const sheet = await kept(page, /^XLSX/);
  assert.match(sheet.file, /^westgate-coverage-.*\.xlsx$/);
  await page.locator('.gap-list a').first().click();
  await page.waitForURL(/\/commitments\//);
  await page.goto(`${running.address}/register?lang=en&noun=commitment&asOf=${DAY}&state=done`);
  await page.locator('.register-table tbody tr').first().waitFor();
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  const list = await kept(page, /^CSV Commitments/);
  const lines = list.bytes.toString('utf8').split('\r\n');
  assert.equal(lines.indexOf('') - 1, rows);
  await close();
});

for (const lang of ['zh', 'en'] as const) {
  test(`the brief prints on one sheet of A3 across, ${lang}, with all that it shows`, async () => {
    const { page, close } = await openPage(browser, running.address, `/brief?lang=${lang}&asOf=${DAY}&since=2024-03-01`);
    await page.locator('.brief-line').first().waitFor();
    await lettersHere(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    if (SHOTS) writeFileSync(join(SHOTS, `brief-${lang}.pdf`), pdf);
    const text = pdf.toString('latin1');
    assert.equal([...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, 1);
    const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text);
    assert.deepEqual([Math.round(Number(box?.[1]) / 2.8346), Math.round(Number(box?.[2]) / 2.8346)], [420, 297]);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.brief-aims', '.brief-states', '.brief-exceptions', '.brief-changed', '.print-foot']) {
      assert.ok(await page.locator(part).isVisible(), part);
    }
    assert.equal(await page.locator('.brief-tools').isVisible(), false);
    await close();
  });
}
