import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { beginAsAda, PASSWORD, signOut } from './first-account.ts';
import { DESK, openPage, PHONE, waysOfLong } from './page.ts';
import { looksWell, onEmpty } from './start-walk.ts';
import { startWestgate } from './westgate.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const WORDS = {
  zh: {
    device: '设备',
    password: '当前密码',
    add: '添加通行密钥',
    added: '通行密钥已添加。',
    enter: '用通行密钥登录',
    out: '退出登录',
    drop: '移除',
    rename: '改名',
    newName: '设备的新名称',
    unused: '尚未使用',
    refused: /此通行密钥无法登录/,
  },
  en: {
    device: 'Device',
    password: 'Current password',
    add: 'Add a passkey',
    added: 'The passkey is added.',
    enter: 'Sign in with a passkey',
    out: 'Sign out',
    drop: 'Remove',
    rename: 'Rename',
    newName: 'New name of the device',
    unused: 'not yet',
    refused: /cannot be used to sign in/,
  },
} as const;

/** A device of the person, as Chromium makes one up; it answers by itself while `answers`. */
async function addDevice(page: Page): Promise<{ readonly answers: (enabled: boolean) => Promise<unknown> }> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { answers: (enabled) => devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }) };
}

for (const [size, window, lang] of waysOfLong(
  [
    ['desk', DESK, 'en'],
    ['phone', PHONE, 'zh'],
  ] as const,
  0,
)) {
  test(`a passkey is added, opens the account after a restart, and opens nothing once it is taken away, ${size}, ${lang}`, () =>
    onEmpty(async ({ address, dataDir, stop }) => {
      const word = WORDS[lang];
      const port = Number(new URL(address).port);
      const named = `http://localhost:${port}`;
      const watched = await openPage(browser, named, `/start?lang=${lang}`, window);
      const { page } = watched;
      await beginAsAda(page, named);
      const device = await addDevice(page);
      await page.goto(`${named}/account?lang=${lang}`);
      await page.getByRole('button', { name: word.add }).click();
      await page.locator('.form-field.faulty').waitFor();
      const form = page.getByRole('form', { name: word.add });
      await form.getByLabel(word.device, { exact: true }).fill('Heron');
      await form.getByLabel(word.password, { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByText(word.added).waitFor();
      await page.getByRole('rowheader', { name: 'Heron' }).waitFor();
      assert.equal(await page.getByRole('cell', { name: word.unused }).count(), 1);
      await page.getByRole('button', { name: `${word.rename} Heron` }).click();
      await page.getByLabel(word.newName).fill('Egret');
      await page.keyboard.press('Enter');
      await page.getByRole('rowheader', { name: 'Egret' }).waitFor();
      await looksWell(page, lang, `account-passkey-${size}`);

      await stop();
      const again = await startWestgate({ dataDir, isEmpty: true, port });
      try {
        await page.reload();
        await device.answers(false);
        await signOut(page, word.out);
        await looksWell(page, lang, `sign-in-ways-${size}`);
        await device.answers(true);
        await page.getByRole('button', { name: word.enter }).click();
        await page.locator('.person-button').waitFor();
        await page.goto(`${named}/account?lang=${lang}`);
        await page.getByRole('rowheader', { name: 'Egret' }).waitFor();
        assert.equal(await page.getByRole('cell', { name: word.unused }).count(), 0);
        await page.getByRole('button', { name: `${word.drop} Egret` }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('rowheader', { name: 'Egret' }).waitFor({ state: 'detached' });
        await device.answers(false);
        await signOut(page, word.out);
        await device.answers(true);
        await page.getByRole('button', { name: word.enter }).click();
        await page.getByText(word.refused).waitFor();

        await page.goto(`${address}/sign-in?lang=${lang}`);
        const link = page.locator('.door-ways a');
        assert.equal(await link.getAttribute('href'), `${named}/?lang=${lang}`, 'an address of digits has no passkeys: where there are');
        await looksWell(page, lang, `sign-in-no-name-${size}`);
        assert.deepEqual(
          watched.strangers.filter((url) => !url.startsWith(address)),
          [],
        );
        await watched.close();
      } finally {
        await again.stop();
      }
    }));
}
