import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { DESK, openPage, PHONE, waysOfLong } from './page.ts';
import { looksWell, onEmpty } from './start-walk.ts';
import { startWestgate } from './westgate.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** The code an app shows now, or so many steps of 30 seconds later (RFC 6238). */
function codeOf(secret: string, later: number): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const digest = createHmac('sha1', key).update(counter).digest();
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Hashing a password takes its time, on purpose: longer on a busy machine. */
const PASSWORD = 'a heron stands on the weir';
const WORDS = {
  zh: {
    name: '姓名',
    signIn: '登录名',
    password: '密码',
    again: '再次输入密码',
    first: '建立账号，设置密码',
    begin: '建立账号并生成一次性链接',
    take: '保存并登录',
    enter: '登录',
    account: '我的账号',
    factor: '启用第二重验证',
    code: '验证码',
    confirm: '确认验证码',
    dropFactor: '停用第二重验证',
    purpose: '用途',
    before: '当前密码',
    makeToken: '生成此令牌',
    out: '退出登录',
    change: '编辑',
    end: '结束其所有登录',
    erase: '删除个人信息…',
    eraseAct: '永久删除',
  },
  en: {
    name: 'Name',
    signIn: 'Username',
    password: 'Password',
    again: 'Repeat password',
    first: 'Create account and set password',
    begin: 'Create account and one-time link',
    take: 'Save and sign in',
    enter: 'Sign in',
    account: 'My account',
    factor: 'Turn on second factor',
    code: 'Code',
    confirm: 'Confirm the code',
    dropFactor: 'Turn off second factor',
    purpose: 'Purpose',
    before: 'Current password',
    makeToken: 'Create this token',
    out: 'Sign out',
    change: 'Edit',
    end: 'End all sessions',
    erase: 'Erase person …',
    eraseAct: 'Delete permanently',
  },
} as const;

const takeUp = async (page: Page, word: (typeof WORDS)['zh' | 'en'], name: string): Promise<void> => {
  await page.getByLabel(word.name, { exact: true }).fill(name);
  await page.getByLabel(word.password, { exact: true }).fill(PASSWORD);
  await page.getByLabel(word.again, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: word.take }).click();
  await page.locator('.person-button').waitFor();
};
const enter = async (page: Page, word: (typeof WORDS)['zh' | 'en'], name: string, password = PASSWORD): Promise<void> => {
  await page.getByLabel(word.signIn, { exact: true }).fill(name);
  await page.getByLabel(word.password, { exact: true }).fill(password);
  await page.keyboard.press('Enter');
};

for (const [size, window, lang] of waysOfLong(
  [
    ['desk', DESK, 'en'],
    ['phone', PHONE, 'zh'],
  ] as const,
  1,
)) {
  test(`from an empty folder an office begins with accounts, invites, signs in and out, and outlives a restart, ${size}, ${lang}`, () =>
    onEmpty(async ({ address, dataDir, stop }) => {
      const word = WORDS[lang];
      const first = await openPage(browser, address, `/people?lang=${lang}`, window);
      const { page } = first;
      await looksWell(page, lang, `people-open-${size}`);
      await page.getByRole('button', { name: word.first }).click();
      await page.locator('.form-field.faulty').waitFor();
      await page.getByLabel(word.name, { exact: true }).fill('Ada');
      await page.getByLabel(word.signIn, { exact: true }).fill('ada@example.test');
      await page.getByRole('button', { name: word.first }).click();
      await page.locator('.door form').waitFor();
      await page.getByRole('button', { name: word.take }).click();
      await looksWell(page, lang, `welcome-${size}`);
      assert.equal(new URL(page.url()).hash, '', 'the secret does not stay in the address');
      await takeUp(page, word, 'Ada');

      await page.goto(`${address}/people?lang=${lang}`);
      await page.locator('.people .list-table').waitFor();
      await page.getByLabel(word.name, { exact: true }).fill('Ben');
      await page.getByLabel(word.signIn, { exact: true }).fill('ben');
      await page.getByRole('button', { name: word.begin }).click();
      const second = new URL(await page.locator('.link-note textarea').inputValue());
      await looksWell(page, lang, `people-${size}`);
      await page.getByRole('button', { name: `${word.change} Ben` }).click();
      await page.locator('.account-form').waitFor();
      await looksWell(page, lang, `people-account-${size}`);

      const guest = await openPage(browser, address, `${second.pathname}?lang=${lang}${second.hash}`, window);
      await takeUp(guest.page, word, 'Ben');
      await guest.page.goto(`${address}/people?lang=${lang}`);
      await guest.page.locator('.page-state').waitFor();
      assert.equal(await guest.page.locator('.people .list-table').count(), 0);

      await page.reload();
      await page.getByRole('button', { name: `${word.change} Ben` }).click();
      await page.getByRole('button', { name: word.end }).click();
      await page.locator('.account-sheet').waitFor({ state: 'detached' });
      await guest.page.goto(`${address}/start?lang=${lang}`);
      await guest.page.locator('.door').waitFor();
      await looksWell(guest.page, lang, `sign-in-${size}`);
      await enter(guest.page, word, 'ben', 'not the right one');
      await guest.page.locator('.fault').waitFor();
      await enter(guest.page, word, 'ben');
      await guest.page.locator('.person-button').waitFor();
      await guest.page.locator('.person-button').click();
      await guest.page.getByRole('menuitem', { name: word.account }).click();
      const formOf = (button: string) => guest.page.locator('form', { has: guest.page.getByRole('button', { name: button }) });
      await formOf(word.factor).getByLabel(word.before, { exact: true }).fill(PASSWORD);
      await guest.page.getByRole('button', { name: word.factor }).click();
      const shared = (await guest.page.locator('.factor-secret code').innerText()).replaceAll(' ', '');
      await looksWell(guest.page, lang, `account-${size}`);
      await guest.page.getByLabel(word.code, { exact: true }).fill(codeOf(shared, 0));
      await guest.page.getByRole('button', { name: word.confirm }).click();
      await guest.page.getByRole('button', { name: word.dropFactor }).waitFor();
      await guest.page.getByLabel(word.purpose, { exact: true }).fill('nightly');
      await formOf(word.makeToken).getByLabel(word.before, { exact: true }).fill(PASSWORD);
      await guest.page.getByRole('button', { name: word.makeToken }).click();
      const token = await guest.page.locator('.asked textarea').inputValue();
      assert.equal((await fetch(`${address}/api/v1/deeds`, { headers: { authorization: `Bearer ${token}` } })).status, 200);
      await guest.page.locator('.person-button').click();
      await guest.page.getByRole('menuitem', { name: word.out }).click();
      await guest.page.locator('.door').waitFor();
      await enter(guest.page, word, 'ben');
      await guest.page.getByLabel(word.code, { exact: true }).waitFor();
      await looksWell(guest.page, lang, `sign-in-code-${size}`);
      await guest.page.getByLabel(word.code, { exact: true }).fill(codeOf(shared, 1));
      await guest.page.keyboard.press('Enter');
      await guest.page.locator('.person-button').waitFor();
      await guest.page.locator('.person-button').click();
      await guest.page.getByRole('menuitem', { name: word.out }).click();
      await guest.page.locator('.door').waitFor();
      await guest.close();

      await stop();
      const again = await startWestgate({ dataDir, isEmpty: true, port: Number(new URL(address).port) });
      try {
        await page.goto(`${address}/people?lang=${lang}`);
        await page.getByRole('button', { name: `${word.change} Ben` }).click();
        await page.getByRole('button', { name: word.erase }).click();
        await page.getByRole('button', { name: word.eraseAct }).click();
        await page.getByRole('gridcell', { name: lang === 'zh' ? '已删除的人员' : 'erased person' }).waitFor();
        await page.getByText('Ben', { exact: true }).first().waitFor({ state: 'detached' });
        await looksWell(page, lang, `people-erased-${size}`);
        assert.deepEqual(first.strangers, []);
        await first.close();
      } finally {
        await again.stop();
      }
    }));
}
