import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Provider } from 'oidc-provider';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { beginAsAda, inviteBy, PASSWORD, signOut } from './first-account.ts';
import { openPage, PHONE } from './page.ts';
import { looksWell } from './start-walk.ts';
import { removeFolder, somePort, startWestgate } from './westgate.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const SECRET = 'the secret between city and Westgate';
const WORD = {
  enter: '通过Harbour staff登录',
  out: '退出登录',
  leave: '公用电脑？请在统一身份认证处一并退出',
  unknown: /系统管理员或安全管理员/,
  down: /目前没有应答/,
  link: '关联统一身份认证',
} as const;

/** A directory that knows everyone as `<what they sign in with>@harbour.example`. */
async function openDirectory(redirect: string): Promise<{ readonly issuer: string; readonly server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'westgate', client_secret: SECRET, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['kept by the city'] },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: `${id}@harbour.example`, email_verified: true }),
    }),
  });
  server.on('request', provider.callback());
  return { issuer, server };
}

/** Signs in on the directory's own pages, which are not Westgate's. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('x');
  await page.keyboard.press('Enter');
  await page.locator('input[name=prompt][value=consent]').waitFor({ state: 'attached' });
  await page.locator('button[type=submit]').click();
}

test("the city's directory lets in who was invited, and nobody else; down, it says so", async () => {
  const port = somePort();
  const { issuer, server } = await openDirectory(`http://127.0.0.1:${port}/directory`);
  const env = {
    WESTGATE_DIRECTORY: issuer,
    WESTGATE_DIRECTORY_CLIENT: 'westgate',
    WESTGATE_DIRECTORY_SECRET: SECRET,
    WESTGATE_DIRECTORY_NAME: 'Harbour staff',
  };
  const { address, dataDir, stop } = await startWestgate({ isEmpty: true, port, env });
  try {
    const { page } = await openPage(browser, address, `/start?lang=zh`, PHONE);
    await beginAsAda(page, address);
    await inviteBy(page, address, { name: 'Ben', signIn: 'ben', mail: 'ben@harbour.example', roles: ['reader'] });
    await page.goto(`${address}/account?lang=zh`);
    const link = page.getByRole('form', { name: WORD.link });
    await link.locator('input').fill(PASSWORD);
    await looksWell(page, 'zh', 'account-directory-phone');
    await signOut(page, WORD.out);
    await page.goto(`${address}/people?lang=zh`);
    await page.getByRole('button', { name: WORD.enter }).waitFor();
    await looksWell(page, 'zh', 'sign-in-directory-phone');
    await page.getByRole('button', { name: WORD.enter }).click();
    await signInThere(page, 'ben');
    await page.locator('.person-button', { hasText: 'Ben' }).waitFor();
    assert.equal(page.url(), `${address}/people?lang=zh`, 'back where one was, and no code in the address');
    await page.goto(`${address}/account?lang=zh`);
    await page.locator('#directory').waitFor();
    await looksWell(page, 'zh', 'account-linked-phone');
    await signOut(page, WORD.out);

    await page.getByRole('link', { name: WORD.leave }).click();
    await page.locator('button[name=logout]').click();
    await page.waitForURL(/session\/end\/success/);
    await page.goto(`${address}/sign-in?lang=zh`);
    await page.getByRole('button', { name: WORD.enter }).click();
    await signInThere(page, 'eve');
    await page.getByText(WORD.unknown).waitFor();
    await looksWell(page, 'zh', 'directory-unknown-phone');

    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await page.goto(`${address}/sign-in?lang=zh`);
    await page.getByRole('button', { name: WORD.enter }).click();
    await page.getByText(WORD.down).waitFor();
    await looksWell(page, 'zh', 'sign-in-down-phone');
  } finally {
    server.closeAllConnections();
    server.close();
    await stop();
    removeFolder(dataDir);
  }
});
