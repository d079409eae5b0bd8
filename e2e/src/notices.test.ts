import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NewLink } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { takeUp } from './first-account.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { choose, DESK, openPage, PHONE } from './page.ts';
import { removeFolder, startWestgate, temporaryFolder } from './westgate.ts';

/** Whatever the hour: the quiet ones have no length. */
const env = { WESTGATE_QUIET_HOURS: '00:00-00:00' };
const look = lookerOf('notices');
const folder = temporaryFolder();
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  removeFolder(folder);
});

/** Today in the district, and which day of the week it is, from Monday. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date());
const weekday = (new Date(today).getUTCDay() + 6) % 7;
const create = (table: string, fields: object) => ({ action: 'create', table, fields });

/** The first mail that is laid down. */
async function firstMail(): Promise<string> {
  const mails = join(folder, 'mail');
  for (let tries = 0; tries < 20; tries += 1) {
    const [file] = existsSync(mails) ? readdirSync(mails).filter((name) => name.endsWith('.eml')) : [];
    if (file) return readFileSync(join(mails, file), 'utf8');
    await sleep(500);
  }
  throw new Error(`no mail in ${mails}`);
}

test('from an empty district: nothing is sent without accounts; one says where, a chat is kept, a mail comes, and ends by one press', async () => {
  let own = await startWestgate({ isEmpty: true, dataDir: folder, env });
  await beginDistrict(own.address);
  // What is due this week falls due today or comes near today, also at a weekend.
  const rule = {
    subject_kind: 'project',
    cadence: 'weekly',
    asked_from: today,
    near_days: Math.max(0, 4 - weekday),
    window_days: 1,
    escalate_days: 3,
  };
  const edits = [
    create('department', { id: 'works', name_zh: '建设局', name_en: 'Works', confidence: 'high' }),
    create('project', { id: 'canteen', name_zh: '食堂', name_en: 'Canteen', kind: 'institution', lead: 'works', visibility: 'public' }),
    create('update_rule', rule),
    ...(weekday > 4 ? [create('calendar_day', { day: today, kind: 'make-up-day', name_zh: '调休' })] : []),
  ];
  await postJson(own.address, '/api/v1/edits', { who: 'walk', edits });
  const first = await openPage(browser, own.address, '/people?lang=en&theme=light');
  await first.page.getByText('Nobody has an account: nothing is sent.').waitFor();
  await first.close();

  const roles = ['system-administrator', 'department-lead'];
  const { link } = await postJson<NewLink>(own.address, '/api/v1/people', {
    who: 'Ada',
    name: 'Ada',
    signIn: 'ada',
    roles,
    department: 'works',
  });
  const { page, errors, close } = await openPage(browser, own.address, link.replace('#', '?lang=en&theme=light#'), DESK);
  await takeUp(page);
  await page.locator('.person-button').click();
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Save reminders' }).click();
  await page.getByText('Enter an address to receive reminders.').waitFor();
  await page.getByLabel('Email address', { exact: true }).fill('ada@district.test');
  await page.getByLabel('Language of emails').selectOption('English');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save reminders' }).press('Enter');
  await page.getByText('Saved.').waitFor();
  await look(page, 'en', 'wishes');

  await page.goto(`${own.address}/people?lang=en&theme=light`);
  const chat = page.getByRole('form', { name: 'Chats' });
  await choose(chat.getByRole('combobox', { name: 'Chat of' }), 'Works');
  await chat.getByLabel('Webhook URL').fill('http://chat.example/send?key=secret');
  await chat.getByRole('button', { name: 'Save chat' }).click();
  await chat.getByText('expected https').waitFor();
  await chat.getByLabel('Webhook URL').fill('https://127.0.0.1:10/send?key=secret');
  await chat.getByRole('button', { name: 'Save chat' }).click();
  await chat.getByText('https://127.0.0.1:10', { exact: true }).waitFor();
  await chat.locator('input[type="url"][value=""]').waitFor();
  assert.ok(!(await page.content()).includes('key=secret'));
  await own.stop('SIGKILL');

  own = await startWestgate({ dataDir: folder, env, port: Number(new URL(own.address).port) });
  const mail = (await firstMail()).replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  assert.match(mail, /^To: Ada <ada@district\.test>/m);
  assert.match(mail, /\/projects\/canteen\?lang=en/);
  await page.goto(`${own.address}/people?lang=en&theme=light`);
  await page.getByRole('cell', { name: 'sent', exact: true }).waitFor();
  await page.getByText('the chat could not be reached ECONNREFUSED').waitFor();
  await look(page, 'en', 'courier');
  await page.goto(`${own.address}/people?lang=zh&theme=light`);
  await page.setViewportSize(PHONE);
  await page.getByText('待发').first().waitFor();
  await look(page, 'zh', 'courier-phone');

  const ending = /\/unsubscribe\?lang=en#(p-[0-9a-f]{16}\.[\w-]{43})/.exec(mail);
  const authentication = await openPage(browser, own.address, `/unsubscribe?lang=zh&theme=light#${ending?.[1]}`, PHONE);
  await authentication.page.getByRole('button', { name: '不再接收提醒' }).waitFor();
  await look(authentication.page, 'zh', 'unsubscribe');
  assert.equal(new URL(authentication.page.url()).hash, '');
  await authentication.page.getByRole('button', { name: '不再接收提醒' }).press('Enter');
  await authentication.page.getByText('已停发').waitFor();
  await page.goto(`${own.address}/account?lang=en`);
  assert.equal(await page.getByLabel('Remind me by email').isChecked(), false);
  await authentication.page.getByRole('button', { name: '恢复提醒' }).click();
  await authentication.page.getByText('提醒照常发送').waitFor();
  await authentication.close();
  assert.deepEqual(
    errors.filter((error) => !/ERR_|Failed to fetch|network|status of 40\d/i.test(error)),
    [],
  );
  await close();
  await own.stop();
});
