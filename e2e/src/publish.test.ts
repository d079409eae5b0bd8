import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { axeFindings, IS_LONG } from './page.ts';
import { ROOT, removeFolder, temporaryFolder, westgate } from './westgate.ts';

/** Where a picture of every look is put, when someone wants to see them. */
const SHOTS = process.env.WESTGATE_SHOTS;
const HARBOUR = join(ROOT, 'packages/desk/test/fixtures/harbour');
const WINDOWS = [
  { width: 320, height: 720 },
  { width: 1440, height: 900 },
] as const;

/**
 * Axe looks at every seventh page on the phone, and at the ones behind them on the desk: kinds of pages and editions take turns. In the long form
 * (`npm run trial:long`) at every third.
 */
const AXE_EVERY = IS_LONG ? 3 : 7;

let browser: Browser;
let work: string;
before(async () => {
  browser = await openBrowser();
  work = temporaryFolder();
});
after(async () => {
  await browser.close();
  removeFolder(work);
});

test('the public pages of the example are read from a folder without scripts, on a phone and a desk, in both languages, in large type', async () => {
  const dir = await publish('example', join(ROOT, 'data/shijingshan'));
  assert.deepEqual(await faultsIn(dir, ['', 'en/', 'large/', 'large/en/'], 'example'), []);
});

test('and so are those of an invented district of one language', async () => {
  const dir = await publish('harbour', HARBOUR);
  assert.deepEqual(await faultsIn(dir, ['', 'large/'], 'harbour'), []);
});

test('the switches lead to the same page: in the other language, in large type, and large type stays on the next page', async () => {
  const dir = join(work, 'example');
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: WINDOWS[0] });
  const page = await context.newPage();
  await page.goto(addressIn(dir, 'plans/plan-2024.html'));
  await page.getByRole('link', { name: 'English', exact: true }).click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  const ordinary = await letterPx(page);
  await page.getByRole('link', { name: 'Large type', exact: true }).click();
  assert.ok((await letterPx(page)) > ordinary * 1.3, 'letters are larger by a third');
  assert.ok(ordinary >= 18, `${ordinary} px`);
  await page.locator('.margin a').first().click();
  assert.equal(await page.locator('html').getAttribute('class'), 'large');
  assert.match(page.url(), /\/large\/en\/commitments\//);
  await page.getByRole('link', { name: /^Sentence .* in the plan$/ }).click();
  assert.equal(await page.locator('.sentence:target').count(), 1);
  await context.close();
});

test('what a page may not load or run is not loaded or run, and the browser says so', async () => {
  const dir = join(work, 'altered');
  cpSync(join(work, 'harbour'), dir, { recursive: true });
  const path = join(dir, 'index.html');
  const strange =
    '<style>body { color: red }</style><script>document.title = "run"</script><img alt="" src="http://127.0.0.1:9/a.png"></body>';
  const text = readFileSync(path, 'utf8');
  const { title } = /<title>(?<title>[^<]*)/.exec(text)?.groups ?? {};
  writeFileSync(path, text.replace('</body>', strange));
  const page = await browser.newPage();
  const refused = new Set<string>();
  page.on('console', (message) => noteRefusal(refused, message));
  await page.goto(addressIn(dir, 'index.html'), { waitUntil: 'load' });
  assert.deepEqual([await page.title(), refused.size], [title, 3], [...refused].join('\n'));
  await page.close();
});

async function publish(name: string, district: string): Promise<string> {
  const dir = join(work, name);
  const from = ['--data', join(work, `${name}-data`), '--district', district];
  const done = await westgate(['publish', dir, ...from, '--as-of', '2026-03-31', '--url', 'https://example.org/']);
  assert.equal(done.code, 0, done.stderr);
  return dir;
}

/** A page of each kind: lists, and of the pages of records the first and the one of the longest name. */
function pagesTo(dir: string): readonly string[] {
  const folders = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !['assets', 'en', 'large'].includes(entry.name),
  );
  const records = folders.flatMap(({ name }) => {
    const files = readdirSync(join(dir, name))
      .filter((file) => file.endsWith('.html'))
      .sort();
    const longest = files.toSorted((a, b) => b.length - a.length)[0] ?? '';
    return [...new Set(['index.html', files[0] ?? '', longest])].filter((file) => files.includes(file)).map((file) => `${name}/${file}`);
  });
  return ['index.html', 'about.html', 'departments.html', 'sources.html', 'data.html', ...records];
}

/**
 * What is wrong on pages: with scripts off something wider than the window or a request beyond the folder; and a finding of axe, which is a
 * script itself, so that it looks at a second opening of the page, light on the phone, dark on the desk.
 */
async function faultsIn(dir: string, roots: readonly string[], name: string): Promise<readonly string[]> {
  const faults = new Set<string>();
  const paths = pagesTo(dir);
  assert.ok(paths.length >= 15, `${paths.length} pages`);
  for (const viewport of WINDOWS) {
    const colorScheme = viewport.width === 320 ? 'light' : 'dark';
    const [plain, scripted] = await Promise.all([
      browser.newContext({ javaScriptEnabled: false, viewport }),
      browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' }),
    ]);
    const [page, other] = await Promise.all([plain.newPage(), scripted.newPage()]);
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(dir).href)) faults.add(`asked ${request.url()}`);
    });
    page.on('console', (message) => noteRefusal(faults, message));
    page.on('requestfailed', (request) => {
      // The icon of a page that is left is given up; only what is not there is a fault.
      const why = request.failure()?.errorText ?? '';
      if (why !== 'net::ERR_ABORTED') faults.add(`${why}: ${request.url()}`);
    });
    for (const [index, path] of roots.flatMap((root) => paths.map((each) => root + each)).entries()) {
      await page.goto(addressIn(dir, path), { waitUntil: 'load' });
      for (const fault of await page.evaluate(wideThings)) faults.add(`${path} at ${viewport.width}: ${fault}`);
      if (SHOTS) await shoot(page, `${name}-${path}-${viewport.width}`);
      if (index % AXE_EVERY !== (viewport.width === 320 ? 0 : 1)) continue;
      await other.goto(addressIn(dir, path), { waitUntil: 'load' });
      for (const fault of await axeFindings(other)) faults.add(`${path} at ${viewport.width}: ${fault}`);
    }
    await Promise.all([plain.close(), scripted.close()]);
  }
  return [...faults];
}

/** What the browser says of a page that its own policy breaks. */
function noteRefusal(faults: Set<string>, message: ConsoleMessage): void {
  if (/Content Security Policy/i.test(message.text())) faults.add(`${message.location().url}: ${message.text()}`);
}

/** Runs in the page: what reaches beyond the window. Pictures cut what lies outside them. */
function wideThings(): readonly string[] {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { right, left } = element.getBoundingClientRect();
    return !element.closest('svg svg, svg *, .unseen, .skip') && (right > width + 0.5 || left < -0.5);
  });
  const page = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
  return [...page, ...wide.map((element) => `wider than the window: ${element.localName}.${element.className}`)];
}

function letterPx(page: Page): Promise<number> {
  return page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
}

function addressIn(dir: string, path: string): string {
  return pathToFileURL(join(dir, path)).href;
}

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS ?? '', { recursive: true });
  await page.screenshot({ path: join(SHOTS ?? '', `${name.replace(/[^\w]+/g, '-')}.png`), fullPage: true });
}
