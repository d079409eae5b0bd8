import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { openPage, PHONE } from './page.ts';
import { during, looksWell, real } from './start-walk.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A document of another office with one error, and with a field that no record holds. */
const DOCUMENT = {
  id: 'oc4ids-abc123-lock-street',
  language: 'en',
  title: 'Lock Street drains',
  status: 'begun',
  milestones: [{ id: 'begin', title: 'Work begins', dueDate: '2026-12-24T00:00:00Z' }],
  assetLifetime: { durationInDays: 9000 },
};
const file = { name: 'lock-street.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(DOCUMENT)) };

test('an OC4IDS document with an error is told, taken in as an officer chooses, seen on the page of its project, and taken back', () =>
  during({}, async ({ address }) => {
    const { page, errors, close } = await openPage(browser, address, '/start?lang=en&way=oc4ids');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.oc4ids-faults').waitFor();
    assert.match(await page.locator('.oc4ids-faults').innerText(), /\/status.*a code of the list projectStatus.*"begun"/s);
    assert.equal(await page.getByRole('button', { name: /^Save these/ }).count(), 0, 'with an error nothing is offered');
    await looksWell(page, 'en', 'oc4ids-faults-desk');
    await page.getByLabel('Projects with errors').selectOption('keep');
    await page.getByLabel('Recorded by').fill('Ada');
    await page.getByRole('button', { name: /^Save these/ }).click();
    await page.getByText(/^Saved as change/).waitFor();

    const other = await openPage(browser, address, '/projects/lock-street?lang=zh', PHONE);
    const section = other.page.locator('section[aria-labelledby=oc4ids]');
    await section.getByText('oc4ids-abc123-lock-street').waitFor();
    await section.getByText('来自 OC4IDS，保留而不使用').click();
    assert.match(await section.locator('pre').innerText(), /"durationInDays": 9000/);
    await looksWell(other.page, 'zh', 'oc4ids-project-phone');
    assert.deepEqual(real(other.errors), []);
    await other.close();
    const received = await (await fetch(`${address}/api/v1/exports/oc4ids.json?received=lock-street`)).json();
    assert.deepEqual(received, DOCUMENT);

    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page
      .getByText(/Undone/)
      .first()
      .waitFor();
    assert.equal((await fetch(`${address}/api/v1/projects/lock-street`)).status, 404);
    assert.deepEqual(real(errors), []);
    await close();
  }));
