import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { EventReadiness } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginDistrict } from './own-district.ts';
import { axeFindings, choose, DESK, lettersHere, openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
/** Two editions of a fair; the opening of the first is a Monday, 45 working days after 2026-01-05 without a notice. */
const FAIR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'X-WR-CALNAME:Fairs',
  ...['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Fair 2026', 'DTSTART;VALUE=DATE:20260309', 'DTEND;VALUE=DATE:20260312', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'SUMMARY:Fair 2027', 'DTSTART:20270307T170000Z', 'DTEND:20270308T090000Z', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:3', 'SUMMARY:Every year', 'DTSTART;VALUE=DATE:20260309', 'RRULE:FREQ=YEARLY', 'END:VEVENT'],
  'END:VCALENDAR',
].join('\r\n');
let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true })]);
  await beginDistrict(running.address);
  const works = { id: 'works', name_zh: '工程科', name_en: 'Works', confidence: 'high' };
  await postJson(running.address, '/api/v1/edits', { who: 'walk', edits: [{ action: 'create', table: 'department', fields: works }] });
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
const readiness = (event: string) => getJson<EventReadiness>(running.address, `/api/v1/events/${event}/readiness?asOf=2026-01-05`);

test('events come from a calendar file, a readiness item shows its slack, its list goes to the next edition, and a feed is read until it is revoked', async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/settings/calendar?lang=en&asOf=2026-01-05', DESK, 'Ada');
  await page.locator('input[type=file]').setInputFiles({ name: 'fairs.ics', mimeType: 'text/calendar', buffer: Buffer.from(FAIR) });
  await page.getByText('it repeats without end').waitFor();
  await shoot(page, 'import-calendar-en-1440');
  assert.deepEqual(await axeFindings(page), []);
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await page.getByText('2 records imported.').waitFor();

  await page.getByRole('link', { name: 'Results' }).first().click();
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await page.getByRole('link', { name: 'Create readiness item' }).click();
  await page.getByLabel('Name · English').fill('North gate paved');
  await page.getByLabel('Category').selectOption({ label: 'works' });
  await page.getByLabel('Working days before opening').fill('10');
  await choose(page.getByLabel('Owner'), 'works', 'Works');
  await page.locator('.record-form').getByRole('group', { name: 'Expected on' }).getByRole('spinbutton').first().click();
  await page.keyboard.type('26022026');
  await page.locator('.record-form button[type=submit]').click();
  await page.locator('.noun-page h1').waitFor();
  await page.locator('.noun-page dl').getByText('at risk').first().waitFor();
  const { items, workingDays, yearsWithoutNotice } = await readiness('fair-2026');
  assert.deepEqual([workingDays, yearsWithoutNotice], [45, ['2026']]);
  assert.deepEqual(
    items.map(({ latest, finish, slack, standing }) => [latest, finish, slack, standing]),
    [['2026-02-23', '2026-02-26', -3, 'at-risk']],
  );

  await page.goto(`${running.address}/events/fair-2027?lang=en&asOf=2026-01-05`);
  await page.getByRole('button', { name: 'Copy readiness list' }).click();
  await choose(page.getByLabel('Copy from'), 'fair-2026', 'Fair 2026');
  await page.locator('.record-form button[type=submit]').click();
  await page.getByRole('link', { name: 'North gate paved' }).first().waitFor();
  const [copied] = (await readiness('fair-2027')).items;
  assert.deepEqual([copied?.latest, copied?.finish, copied?.standing, copied?.owner?.id], ['2027-02-22', null, 'not-known', 'works']);

  const feeds = page.locator('.calendar-feeds');
  await feeds.getByRole('button', { name: 'Create calendar feed' }).click();
  const address = await feeds.getByRole('textbox').inputValue();
  const told = await fetch(address);
  assert.equal(told.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const text = await told.text();
  assert.match(text, /DTSTART;VALUE=DATE:20270308\r\nDTEND;VALUE=DATE:20270309/);
  assert.match(text, /DTSTART;VALUE=DATE:20270222\r\n/);
  const again = await fetch(address, { headers: { 'if-none-match': told.headers.get('etag') ?? '' } });
  assert.equal(again.status, 304);
  await feeds.getByRole('button', { name: /Revoke/ }).click();
  await feeds.getByRole('button', { name: /Revoke/ }).waitFor({ state: 'detached' });
  assert.equal((await fetch(address)).status, 404);
  await shoot(page, 'event-en-1440');

  await page.goto(`${running.address}/results/events?lang=zh&asOf=2026-01-05&sel=event:fair-2026`);
  await page.locator('.readiness-chart').waitFor();
  assert.match((await page.locator('.readiness-finding').textContent()) ?? '', /距开幕 45 个工作日。 ?共 1 项：逾期 0 项，预计逾期 1 项/);
  assert.deepEqual(await axeFindings(page), []);
  await shoot(page, 'events-zh-1440');
  assert.deepEqual(
    errors.filter((error) => !/status of 4/.test(error)),
    [],
  );
  await close();
  if (!SHOTS) return;
  for (const lang of ['zh', 'en']) {
    const phone = await openPage(
      browser,
      running.address,
      `/results/events?lang=${lang}&asOf=2026-01-05&sel=event:fair-2026`,
      PHONE,
      'Ada',
    );
    await phone.page.locator('.readiness-finding').waitFor();
    await shoot(phone.page, `events-${lang}-390`);
    await phone.close();
  }
});
