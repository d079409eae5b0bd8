import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Gathering, LeaderPage } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { axeFindings, choose, DESK, lettersHere, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
const DAY = 'asOf=2025-03-01';
/** A3 across, less its margins, in CSS pixels. */
const SHEET = { width: 1496, height: 1032 };
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

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await lettersHere(page);
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

test('an icon, a zone, an area and the eight manufacturers each gather what stands under them, with what is not known', async () => {
  const { page, errors, close } = await openPage(browser, running.address, `/breakdown?lang=en&axis=icon&${DAY}`, DESK, 'Ada');
  await page.getByRole('link', { name: 'All under it CIFTIS' }).click();
  await page.getByRole('heading', { level: 1, name: 'CIFTIS' }).waitFor();
  const icon = page.locator('.gathering');
  await icon.getByRole('row', { name: /International Fair for Trade in Services 2024.*New Shougang Park/ }).waitFor();
  assert.match((await icon.locator('.gathering-head').textContent()) ?? '', /None recorded: .*Industries/);
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'icon-en-1440');
  await icon.getByRole('link', { name: 'New landmarks', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'New landmarks' }).waitFor();
  // What the park carries comes with it: its venues, its firms, its parks.
  const landmark = await getJson<Gathering>(running.address, `/api/v1/axes/icon/new-landmarks?${DAY}`);
  const ids = (items: readonly { readonly thing: { readonly id: string } }[]): readonly string[] => items.map(({ thing }) => thing.id);
  assert.ok(ids(landmark.places.items).includes('big-air'));
  assert.ok(ids(landmark.indicators.items).includes('P09'));

  await page.goto(`${running.address}/gathering/key-project/two-zones?lang=zh&${DAY}`);
  const zone = page.getByRole('row', { name: /建设国际开放合作区/ });
  await zone.getByText('没有公布合作区的范围').waitFor();
  await shoot(page, 'zone-zh-1440');

  await page.goto(`${running.address}/places/eight-manufacturers?lang=zh&${DAY}`);
  await page.getByRole('link', { name: /汇总页/ }).click();
  const group = page.locator('section[aria-labelledby=gathered-group]');
  await group.getByText('8 个成员中有 3 个没有任何数字').waitFor();
  const { group: totals } = await getJson<Gathering>(running.address, `/api/v1/places/eight-manufacturers/gathering?${DAY}`);
  assert.deepEqual(
    totals?.nothingKnown.map(({ id }) => id),
    ['erton', 'yanshan-cement', 'xishan-machinery'],
  );
  // The site of one of eight is known; the whole is published beside it.
  assert.deepEqual(
    totals?.sums.map(({ sum, known, of }) => [sum, known, of]),
    [[8.63, 1, 8]],
  );
  assert.match((await group.textContent()) ?? '', /8\.63.*1,037\.2/);
  assert.deepEqual([totals?.space.let.known, totals?.space.let.of], [0, 8]);
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'group-zh-1440');
  await page.goto(`${running.address}/gathering/place/new-shougang-park?lang=en&${DAY}`);
  await page.locator('#gathered-projects').waitFor();
  await shoot(page, 'area-en-1440');
  assert.deepEqual(errors, []);
  await close();
});

test('the leader’s page fits one sheet of A3 in both languages, and its indicators are chosen on screen and the choice undone', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const { page, errors, close } = await openPage(browser, running.address, `/results/leader?lang=${lang}&${DAY}`, SHEET);
    await page.locator('.leader-table tbody tr').first().waitFor();
    assert.equal(await page.locator('.leader-table tbody tr').count(), 12);
    assert.equal(await page.locator('.leader-worst li').count(), 5);
    assert.deepEqual(await axeFindings(page), []);
    await lettersHere(page);
    const pdf = await page.pdf({ format: 'A3', landscape: true, preferCSSPageSize: true });
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      writeFileSync(join(SHOTS, `leader-${lang}.pdf`), pdf);
      await page.emulateMedia({ media: 'print' });
      await shoot(page, `leader-paper-${lang}`);
      await page.emulateMedia({ media: null });
      await shoot(page, `leader-${lang}-1496`);
    }
    assert.equal([...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)].length, 1);
    assert.deepEqual(errors, []);
    await close();
  }
  const { page, close } = await openPage(browser, running.address, `/results/leader?lang=en&${DAY}`, DESK, 'Ada');
  await page.getByRole('button', { name: 'Choose headline indicators' }).click();
  await page.getByRole('button', { name: /^Remove Old compounds/ }).click();
  await choose(page.getByLabel('Add indicator'), 'P24', 'Visits to the Winter Olympics Park');
  await page.getByRole('button', { name: 'Save choice' }).click();
  const headlines = async (): Promise<readonly string[]> =>
    (await getJson<LeaderPage>(running.address, `/api/v1/leader-page?${DAY}`)).headlines.map(({ indicator }) => indicator.id);
  await page.locator('.leader-table').getByText('Visits to the Winter Olympics Park').waitFor();
  const chosen = await headlines();
  assert.deepEqual([chosen.length, chosen[0], chosen.at(-1)], [12, 'P04', 'P24']);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.locator('.leader-table').getByText('Old compounds').waitFor();
  assert.equal((await headlines())[0], 'P01');
  await close();
  if (!SHOTS) return;
  for (const lang of ['zh', 'en']) {
    for (const [name, path] of [
      ['leader', '/results/leader'],
      ['group', '/gathering/place/eight-manufacturers'],
      ['icon', '/gathering/icon/new-landmarks'],
    ] as const) {
      const phone = await openPage(browser, running.address, `${path}?lang=${lang}&${DAY}`, PHONE, 'Ada');
      await phone.page.locator('h2').first().waitFor();
      await shoot(phone.page, `${name}-${lang}-390`);
      await phone.close();
    }
    const desk = await openPage(browser, running.address, `/results/leader?lang=${lang}&${DAY}&edit=headlines`, DESK, 'Ada');
    await desk.page.locator('.leader-choice').waitFor();
    await shoot(desk.page, `leader-choose-${lang}-1440`);
    await desk.close();
  }
});
