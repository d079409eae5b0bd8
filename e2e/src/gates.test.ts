import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { EvidenceFiles, GateStanding, Rulebook } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, DESK, openPage, PHONE, waysOfLong } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
const PROJECT = 'old-compounds-remaining';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n');

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const standing = (address: string, project: string): Promise<GateStanding> =>
  getJson<GateStanding>(address, `/api/v1/projects/${project}/gates`);

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: false });
}

async function fillName(page: Page): Promise<void> {
  await page.locator('.record-form input[autocomplete=name]').fill('Ada');
}

async function save(page: Page): Promise<void> {
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.record-form').waitFor({ state: 'detached' });
}

/** Supplies everything the open gate of the page still lacks, right where it is asked for. */
async function supplyAll(page: Page): Promise<void> {
  for (let left = 20; left > 0; left -= 1) {
    const act = page.locator('.rung.open .needs > li.missing button').first();
    if ((await act.count()) === 0) return;
    const missing = await page.locator('.rung.open .needs > li.missing').count();
    await act.click();
    await page.locator('.needs .record-form').waitFor();
    const file = page.locator('.needs .record-form input[type=file]');
    if ((await file.count()) > 0) await file.setInputFiles({ name: 'minutes.pdf', mimeType: 'application/pdf', buffer: PDF });
    else await page.locator('.needs .record-form input[type=radio]').first().check();
    await fillName(page);
    await save(page);
    await page.waitForFunction((count) => document.querySelectorAll('.rung.open .needs > li.missing').length < count, missing);
  }
}

for (const [lang, size] of waysOfLong(
  [
    ['zh', DESK],
    ['en', PHONE],
  ] as const,
  1,
)) {
  test(`a gate stays closed and lists what is missing; with it the gate opens; undo closes it again, ${lang}, ${size.width} wide`, async () => {
    const running = await startWestgate();
    const { page, errors, strangers, close } = await openPage(browser, running.address, `/projects/${PROJECT}?lang=${lang}`, size);
    const before = await standing(running.address, PROJECT);
    await page.locator('.rung.open').waitFor();
    await shoot(page, `project-${lang}-${size.width}`);
    await page.locator('.gates .button.filled').click();
    await fillName(page);
    await page.locator('.gates .record-form button[type=submit]').click();
    await page.locator('.gate-closed li').first().waitFor();
    assert.equal(await page.locator('.gate-closed li').count(), before.missing?.length);
    await page.locator('.gate-closed').scrollIntoViewIfNeeded();
    await shoot(page, `closed-${lang}-${size.width}`);
    assert.deepEqual(await axeFindings(page), []);
    await page.goto(`${running.address}/projects/${PROJECT}?lang=${lang}`);
    await page.locator('.rung.open').waitFor();
    await supplyAll(page);
    await page.locator('.gates .button.filled').click();
    await fillName(page);
    await save(page);
    await page.waitForFunction(() => document.querySelectorAll('.rung.passed').length === 1);
    const passed = await standing(running.address, PROJECT);
    assert.equal(passed.rungs[0]?.state, 'passed');
    assert.equal(passed.rungs[0]?.pass?.basis.length, before.missing?.length);
    await page.locator('.gates').scrollIntoViewIfNeeded();
    await shoot(page, `passed-${lang}-${size.width}`);
    await page.locator('#gates').click();
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelectorAll('.rung.passed').length === 0);
    assert.equal((await standing(running.address, PROJECT)).open, before.open);
    assert.deepEqual([errors.filter((error) => !/409/.test(error)), strangers], [[], []]);
    await close();
    await running.stop();
    const again = await startWestgate({ dataDir: running.dataDir });
    assert.deepEqual(
      (await getJson<EvidenceFiles>(again.address, `/api/v1/evidence?of=project:${PROJECT}`)).items.map(({ fileName }) => fileName),
      ['minutes.pdf'],
      'the file is there after a restart',
    );
    await again.stop();
    removeFolder(running.dataDir);
  });
}

test('from an empty district: a rulebook is written on screen, a project goes through it, the board shows it', async () => {
  const running: Running = await startWestgate({ isEmpty: true });
  await beginDistrict(running.address);
  const project = { name_en: 'Canteen', kind: 'park' };
  await postJson(running.address, '/api/v1/projects', { who: 'walk', fields: project });
  const { page, errors, close } = await openPage(browser, running.address, '/rulebook?kind=park&lang=en');
  await page.getByRole('button', { name: 'Add gate' }).click();
  await page.locator('.record-form input[lang=en], .record-form textarea[lang=en]').first().fill('Ground looked at');
  await fillName(page);
  await save(page);
  await page.locator('.rulebook-gates > li').waitFor();
  await page.getByRole('button', { name: 'Add requirement' }).click();
  await page.locator('.record-form input[lang=en], .record-form textarea[lang=en]').first().fill('Is the soil clean?');
  await page.locator('.record-form select').first().selectOption('answer');
  await page.locator('.record-form select').nth(1).selectOption('owners');
  await fillName(page);
  await save(page);
  await page.locator('.rulebook-gates .needs > li').waitFor();
  await shoot(page, 'rulebook-own-en-1440');
  const rulebook = await getJson<Rulebook>(running.address, '/api/v1/rulebook?kind=park');
  assert.deepEqual(
    rulebook.gates[0]?.requirements.map(({ kind, suppliedBy }) => [kind, suppliedBy]),
    [['answer', 'owners']],
  );
  await page.goto(`${running.address}/projects/canteen?lang=en`);
  await page.locator('.rung.open').waitFor();
  await supplyAll(page);
  await page.locator('.gates .button.filled').click();
  await fillName(page);
  await save(page);
  await page.goto(`${running.address}/programme?lang=en`);
  await page.getByText('All gates passed').waitFor();
  assert.deepEqual(errors, []);
  await close();
  await running.stop();
  removeFolder(running.dataDir);
});
