import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.ts';
import { IS_LONG, openPage, type WatchedPage } from '../page.ts';
import { type Running, removeFolder, startWestgate } from '../westgate.ts';
import { contrastFaults } from './contrast.ts';
import { LIST_SCREENS } from './list-screens.ts';
import { faultsOf, Gathered, goWithin, settled } from './look.ts';
import { addressIn, isContrastOf, isOrdinary, MODES, modeName, rulesOf, WINDOWS, waysOf } from './modes.ts';
import { keepRecord } from './record.ts';
import { reflowFaults } from './reflow.ts';
import { SCREENS } from './screens.ts';
import type { TestedScreen } from './tested-screen.ts';

/** Where a picture of every look is put, when someone wants to see them. */
const SHOTS = process.env.WESTGATE_SHOTS;
/** Walks only the screens whose English name holds this. */
const ONLY = process.env.WESTGATE_SCREEN ?? '';
const REFUSAL = {
  type: 'about:blank',
  title: 'not available',
  status: 503,
  code: 'WG_UNAVAILABLE',
  detail: 'told by the walk',
  requestId: 'walk',
};

/**
 * The matrix in one window: every screen in eight ways (`npm run trial:long`; in one or two of them in the short form, others in the other window and
 * from screen to screen), one page for all of them; on a desk also in the contrast theme and under forced colours, on a phone also 320 px wide
 * and at 400 %. What was looked at is kept for the statement.
 */
export function walkMatrix(window: keyof typeof WINDOWS): void {
  let browser: Browser;
  let running: Running;
  let watched: WatchedPage;
  let findings = 0;
  const screens = [...SCREENS, ...LIST_SCREENS].filter(({ name }) => name.en.includes(ONLY));
  if (screens.length === 0) throw new Error(`expected a part of the English name of a screen in WESTGATE_SCREEN, found “${ONLY}”`);
  const size = `${WINDOWS[window].width} × ${WINDOWS[window].height}`;
  before(async () => {
    [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
    watched = await openPage(browser, running.address, '/plan', WINDOWS[window]);
  });
  after(async () => {
    const check = {
      zh: `窗口 ${size}：中文与英文、浅色与深色、普通与大字，共八种看法；axe 规则（每种语言全部规则各看一次，深色再看颜色，大字再看大小）、文字是否被截断、结构`,
      en: `In a window of ${size}: Chinese and English, light and dark, ordinary and large type, eight ways; rules of axe (all once in each language, colours also in the dark, sizes also in large type), texts cut off, structure`,
    };
    if (ONLY === '' && IS_LONG)
      keepRecord(browser, { id: `matrix-${window}`, check, looks: screens.length * MODES.length, findings, screens: screens.map(named) });
    await browser.close();
    await running.stop();
    removeFolder(running.dataDir);
  });
  for (const [index, screen] of screens.entries()) {
    test(`${screen.name.en}, ${size}: in both languages, light and dark, large type on and off nothing is cut off and axe finds nothing`, async () => {
      const faults = await faultsIn(watched, running.address, { screen, index, window });
      findings += faults.length;
      assert.deepEqual(faults, []);
    });
  }
}

function named({ name, route }: TestedScreen): Pick<TestedScreen, 'name' | 'route'> {
  return { name, route };
}

async function faultsIn(
  watched: WatchedPage,
  address: string,
  { screen, index, window }: { readonly screen: TestedScreen; readonly index: number; readonly window: keyof typeof WINDOWS },
): Promise<readonly string[]> {
  const { page, errors, strangers } = watched;
  const [errorsBefore, strangersBefore] = [errors.length, strangers.length];
  const faults = new Gathered();
  if (screen.refuses) await page.route(screen.refuses, (route) => route.fulfill({ status: 503, json: REFUSAL }));
  for (const [turn, mode] of waysOf(index, window, IS_LONG).entries()) {
    const path = addressIn(screen.path, mode);
    if (turn === 0) {
      await page.goto(address + path, { waitUntil: 'load' });
      await page.locator(screen.ready).first().waitFor();
      await watched.quiet();
      await screen.open?.(page);
    } else await goWithin(page, path);
    await settled(page, mode.lang);
    if (SHOTS) await shoot(watched, SHOTS, `${screen.name.en}-${window}-${modeName(mode)}`);
    const rules = rulesOf(mode, index, window, IS_LONG);
    for (const fault of await faultsOf(page, mode.lang, rules)) faults.add(fault, modeName(mode));
    if (window === 'phone' && isOrdinary(mode) && !screen.refuses)
      for (const fault of await reflowFaults(page, WINDOWS.phone)) faults.add(fault, modeName(mode));
  }
  if (window === 'desk' && !screen.refuses && isContrastOf(index, IS_LONG))
    for (const fault of await contrastFaults(page, screen.path)) faults.add(fault, 'contrast');
  if (screen.refuses) await page.unroute(screen.refuses);
  // A record that does not exist is an answer of 404, which the browser notes as an error of its own.
  const said = errors.slice(errorsBefore).filter((text) => !screen.refuses && !/status of 404/.test(text));
  return [...faults.lines(), ...said, ...strangers.slice(strangersBefore).map((url) => `asked ${url}`)];
}

async function shoot({ page }: WatchedPage, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.toLowerCase().replace(/[^\w]+/g, '-')}.png`) });
}
