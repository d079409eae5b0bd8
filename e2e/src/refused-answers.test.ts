import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { SCREENS } from './matrix/screens.ts';
import type { TestedScreen } from './matrix/tested-screen.ts';
import { IS_LONG, openPage, type WatchedPage } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** `npm run trial:long` refuses every answer of every screen, each time one; here one of every sixth screen, of each the one after. */
const EVERY = IS_LONG ? 1 : 6;
/** Not asked again by the browser, as an office that is busy would be. */
const REFUSAL = {
  type: 'about:blank',
  title: 'not now',
  status: 429,
  code: 'WG_TOO_MANY',
  detail: 'refused by the test',
  requestId: 'test',
};

let browser: Browser;
let running: Running;
let watched: WatchedPage;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  watched = await openPage(browser, running.address, '/plan?lang=en');
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

test('no screen leaves it unsaid that one of its answers was refused', async (t) => {
  const untold: string[] = [];
  let refused = 0;
  for (const [index, screen] of SCREENS.filter(({ route }, index) => route !== null && index % EVERY === 0).entries()) {
    const asked = await askedBy(screen);
    const few = asked.length === 0 ? [] : [asked[index % asked.length] ?? ''];
    for (const address of IS_LONG ? asked : few) {
      refused += 1;
      if (!(await isTold(screen, address))) untold.push(`${screen.name.en} without ${address}`);
    }
  }
  t.diagnostic(`${refused} answers refused`);
  assert.deepEqual(untold, []);
});

/** The addresses of the answers in JSON that a screen asks for. */
async function askedBy({ path, ready }: TestedScreen): Promise<readonly string[]> {
  const { page } = watched;
  const found = new Set<string>();
  const note = (request: { url(): string; method(): string; resourceType(): string }): void => {
    const { pathname } = new URL(request.url());
    if (
      request.method() === 'GET' &&
      request.resourceType() === 'fetch' &&
      pathname.startsWith('/api/v1/') &&
      !/tiles|changes/.test(pathname)
    ) {
      found.add(pathname);
    }
  };
  // What the screen before still asks is not of this one.
  await page.goto('about:blank');
  page.on('request', note);
  await page.goto(running.address + path, { waitUntil: 'load' });
  await page.locator(ready).first().waitFor();
  await watched.quiet();
  page.off('request', note);
  return [...found];
}

async function isTold({ path }: TestedScreen, address: string): Promise<boolean> {
  const { page } = watched;
  const isIt = ({ pathname }: URL): boolean => pathname === address;
  await page.route(isIt, (route) => route.fulfill({ status: 429, contentType: 'application/problem+json', body: JSON.stringify(REFUSAL) }));
  await page.goto(running.address + path, { waitUntil: 'load' });
  const told = page.locator('[role=alert]').first().waitFor();
  const isSaid = await told.then(
    () => true,
    () => false,
  );
  await page.unroute(isIt);
  return isSaid;
}
