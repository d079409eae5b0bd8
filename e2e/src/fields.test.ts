import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { RecordRow } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { DESK, openPage, PHONE } from './page.ts';
import { ROOT, type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('fields');
const PROJECT = 'anping-north';

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ district: join(ROOT, 'data', 'practice') })]);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const held = async (): Promise<RecordRow['fields']> =>
  (await getJson<RecordRow>(running.address, `/api/v1/projects/${PROJECT}/row`)).fields;

for (const [name, lang, size, lead, typed, found, day, dueOn] of [
  ['desk', 'zh', DESK, 'parks', 'yuanlin', '园林', ['PageDown', 'ArrowRight'], '2026-12-14'],
  ['phone', 'en', PHONE, 'industry', 'indust', 'Industry', ['Shift+PageDown', 'ArrowUp'], '2027-12-07'],
] as const) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  test(`a record and a day are chosen by keys alone, and nothing by an input method that still composes: ${name}, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/edit/project/${PROJECT}?lang=${lang}&theme=light`, size);
    const field = page.getByRole('combobox', { name: word('牵头单位', 'Lead department') });
    await field.waitFor();
    // Until the departments are here it shows the id.
    const { lead: heldLead } = await held();
    await page.waitForFunction(([input, id]) => input instanceof HTMLInputElement && input.value !== id, [
      await field.elementHandle(),
      heldLead,
    ] as const);
    const before = await field.inputValue();
    const list = page.locator('.combo-popover');

    await field.focus();
    await page.keyboard.press('ArrowDown');
    await list.locator('[data-key]').nth(3).waitFor();
    await look(page, lang, `list-${name}`);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });

    await page.keyboard.type('zzz');
    await list.getByText(word('未找到', 'Nothing found')).waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    assert.equal(await field.inputValue(), before, 'Escape leaves it as it was');

    await field.focus();
    await page.keyboard.press('Control+a');
    await compose(page, typed);
    await list.locator('[data-key]').first().waitFor();
    for (const key of ['ArrowDown', 'Enter', 'Escape']) await pressComposing(page, key);
    assert.equal(await field.inputValue(), typed, 'what is composed is chosen by no key');
    assert.equal(await list.count(), 1, 'and the list is open still');
    await page.keyboard.insertText(found);
    await list.locator('[data-key]', { hasText: found }).first().waitFor();
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'detached' });
    assert.match(await field.inputValue(), new RegExp(found));

    const due = page.locator('.day-field').first();
    await due.getByRole('spinbutton').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('.calendar [data-selected]').first().waitFor();
    assert.equal(await page.locator('.calendar th').first().innerText(), word('周一', 'Mon'));
    await look(page, lang, `calendar-${name}`);
    for (const key of day) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.locator('.calendar').waitFor({ state: 'detached' });

    const who = page.locator('.record-form input[autocomplete=name]');
    await who.focus();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/projects/${PROJECT}`));
    assert.deepEqual([(await held()).lead, (await held()).due_on], [lead, dueOn]);

    // Emptied and left, it holds nobody.
    await page.goto(`${running.address}/edit/project/${PROJECT}?lang=${lang}&theme=light`);
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Tab');
    assert.equal(await field.inputValue(), '');
    // A day typed anew holds, though at its first digit it may have been none.
    for (const typedDay of ['2028-12-01', '2029-12-01', dueOn]) {
      const [year, month, ofMonth] = typedDay.split('-');
      for (const [part, digits = ''] of Object.entries({ year, month, day: ofMonth })) {
        await due.locator(`[data-type=${part}]`).focus();
        await page.keyboard.type(digits);
      }
      await page.locator('.day-refused').waitFor({ state: 'detached' });
    }
    await who.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/projects/${PROJECT}`));
    assert.deepEqual([(await held()).lead, (await held()).due_on], [null, dueOn]);
    assert.deepEqual(errors, []);
    await close();
  });
}

/** Types as an input method does, without ending it. */
async function compose(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.detach();
}

/** A key that the input method takes for itself. */
function pressComposing(page: Page, key: string): Promise<void> {
  return page.evaluate((pressed) => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, isComposing: true, bubbles: true, cancelable: true, keyCode: 229 }),
    );
  }, key);
}
