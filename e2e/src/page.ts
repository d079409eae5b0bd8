import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page, Request } from 'playwright-core';
import { ROOT } from './westgate.ts';

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Whether the long form is asked for: `npm run trial:long`. */
export const IS_LONG: boolean = process.env.WESTGATE_TRIAL === 'all';

/** Ways in which a walk goes: a window and a language; in the long form both windows in both languages. */
export const WAYS = [
  ['desk', 'zh', DESK],
  ['phone', 'en', PHONE],
  ...(IS_LONG
    ? ([
        ['desk', 'en', DESK],
        ['phone', 'zh', PHONE],
      ] as const)
    : []),
] as const;

/**
 * Of the ways of a walk that takes long: all in the long form, else the one at `at`. Its screens are looked at in every window and language
 * by the matrix, its deeds are the same whichever way it goes.
 */
export function waysOfLong<Way>(ways: readonly Way[], at: number): readonly Way[] {
  return IS_LONG ? ways : ways.slice(at, at + 1);
}

/** A page that fails the test on any script error and remembers every request that left the host. */
export interface WatchedPage {
  readonly page: Page;
  readonly strangers: readonly string[];
  readonly errors: readonly string[];
  /** Waits until the page has asked nothing for a tenth of a second, the stream of changes left out. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** So long, in milliseconds, what is to come true is waited for: a machine may be busy, and a map without a graphics card takes its time. */
const PATIENCE_MS = 30_000;
/** So long, in milliseconds, nothing is asked where a page is quiet; looked at so often; a page that never is is taken as it stands. */
const QUIET_MS = 120;
const QUIET_LOOKS = 4;
const QUIET_WITHIN_MS = 15_000;

/** Waits until the page has the letters of all that it shows. */
export async function lettersHere(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.documentElement.hasAttribute('data-letters') && document.fonts.status === 'loaded');
}

/** Opens `path` of `address` in a context of its own; `who`: whom the browser remembers as the one who records. */
export async function openPage(
  browser: Browser,
  address: string,
  path: string,
  size = DESK,
  who: string | null = null,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', reducedMotion: 'reduce' });
  if (who !== null)
    await context.addInitScript((name) => {
      if (location.protocol === 'http:' && localStorage.getItem('westgate.who') === null) localStorage.setItem('westgate.who', name);
    }, who);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== address) strangers.push(request.url());
  });
  const asked = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().includes('/api/v1/changes')) asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  const quiet = async (): Promise<void> => {
    const end = performance.now() + QUIET_WITHIN_MS;
    for (let still = 0; still < QUIET_LOOKS && performance.now() < end; still = asked.size === 0 ? still + 1 : 0) {
      await page.waitForTimeout(QUIET_MS / QUIET_LOOKS);
    }
  };
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address + path, { waitUntil: 'load' });
  return { page, strangers, errors, quiet, close: () => context.close() };
}

/** Types into a combobox and takes the first that is found, once one is there whose words hold `name`. */
export async function choose(labelled: Locator, typed: string, name = ''): Promise<void> {
  // The label names the button of the list as well.
  const field = labelled.and(labelled.page().locator('input'));
  await field.click();
  await field.fill(typed);
  await field.page().locator('.combo-popover [data-key]', { hasText: name }).first().waitFor();
  await field.press('Enter');
}

interface MapOnElement {
  readonly westgateMap?: {
    loaded(): boolean;
    queryRenderedFeatures(options: {
      layers: readonly string[];
    }): readonly { readonly properties: { readonly place: string; readonly stage: string } }[];
    getPaintProperty(layer: string, name: string): unknown;
    project(position: readonly [number, number]): { readonly x: number; readonly y: number };
  };
}

/** Waits until the map on the page is drawn. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const element: (Element & MapOnElement) | null = document.querySelector('.district-map-canvas');
    return element?.westgateMap?.loaded() === true && element.westgateMap.queryRenderedFeatures({ layers: ['things-symbols'] }).length > 0;
  });
}

/** The places the map draws on a layer now, sorted; those of one stage, where one is asked for. */
export async function placesDrawn(page: Page, layer: string, stage?: string): Promise<readonly string[]> {
  const drawn = await page.evaluate((id) => {
    const element: (Element & MapOnElement) | null = document.querySelector('.district-map-canvas');
    return element?.westgateMap?.queryRenderedFeatures({ layers: [id] }).map(({ properties }) => properties) ?? [];
  }, layer);
  const places = drawn.filter((properties) => stage === undefined || properties.stage === stage).map(({ place }) => place);
  return [...new Set(places)].sort();
}

/** Waits until `holds` gives true; where it never does, `told` says what was found instead. */
export async function until(holds: () => Promise<boolean>, told: () => string = () => String(holds)): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `it did not come true within ${PATIENCE_MS} ms: ${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the map draws exactly `places` on a layer. */
export async function waitForPlaces(page: Page, layer: string, places: readonly string[]): Promise<void> {
  const wanted = [...places].sort();
  let drawn: readonly string[] = [];
  const isDrawn = async (): Promise<boolean> => {
    drawn = await placesDrawn(page, layer);
    return drawn.join() === wanted.join();
  };
  await until(isDrawn, () => `places on ${layer}: ${drawn}, expected ${wanted}`);
}

/** How opaque the names of places are drawn, as the style has it; undefined: fully. */
export function nameOpacity(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const element: (Element & MapOnElement) | null = document.querySelector('.district-map-canvas');
    return element?.westgateMap?.getPaintProperty('things-symbols', 'text-opacity');
  });
}

/** Where a position lies on the page, CSS pixels. */
export function positionOnPage(page: Page, lng: number, lat: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([x, y]) => {
      const element: (Element & MapOnElement) | null = document.querySelector('.district-map-canvas');
      const at = element?.westgateMap?.project([x, y]);
      const box = element?.getBoundingClientRect();
      return { x: (at?.x ?? 0) + (box?.x ?? 0), y: (at?.y ?? 0) + (box?.y ?? 0) };
    },
    [lng, lat] as const,
  );
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js', { paths: [ROOT] });
interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Serious and critical findings of axe on the page, one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // The page's own policy forbids foreign scripts, as it should: axe is run through the debugger instead.
  const { readFileSync } = await import('node:fs');
  const result = await page.evaluate<AxeResult>(`${readFileSync(AXE, 'utf8')}; axe.run(document, { resultTypes: ['violations'] })`);
  return result.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 200)}`);
}

/** Types a day, as eight digits, into the field of that name of the form that is open. */
export async function typeDay(page: Page, name: string, digits: string): Promise<void> {
  await page.locator('.record-form').getByRole('group', { name }).getByRole('spinbutton').first().click();
  await page.keyboard.type(digits);
}
