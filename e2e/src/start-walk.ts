import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Standing } from '@westgate/contract';
import type { Page } from 'playwright-core';
import { getJson } from './api.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { ROOT, type Running, removeFolder, startWestgate } from './westgate.ts';

/** The invented district of the tests. */
export const HARBOUR = join(ROOT, 'packages/desk/test/fixtures/harbour');
const SHOTS = process.env.WESTGATE_SHOTS;

/** What a Westgate holds. */
export const standing = (address: string) => getJson<Standing>(address, '/api/v1/district/standing');
/** The files of the district folder as they are now. */
export const folderOf = async (address: string) =>
  (await getJson<{ files: Readonly<Record<string, string>> }>(address, '/api/v1/district/export')).files;

/** A Westgate on an empty data folder, for as long as `walk` takes. */
export const onEmpty = (walk: (running: Running) => Promise<void>): Promise<void> => during({ isEmpty: true }, walk);

/** A Westgate for as long as `walk` takes. */
export async function during(options: Parameters<typeof startWestgate>[0], walk: (running: Running) => Promise<void>): Promise<void> {
  const running = await startWestgate(options);
  try {
    await walk(running);
  } finally {
    await running.stop();
    removeFolder(running.dataDir);
  }
}

/** Nothing is cut off, and axe finds nothing, as the page stands; a picture of it where someone wants to see it. */
export async function looksWell(page: Page, lang: 'zh' | 'en', name: string): Promise<void> {
  await settled(page, lang);
  await page.waitForLoadState('networkidle');
  if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${lang}.png`), fullPage: true });
  assert.deepEqual(await faultsOf(page, lang), [], `${name} ${lang}`);
}

/** An answer of 404 is how the server says that there is no district; the browser notes it as an error of its own. */
export const real = (errors: readonly string[]): readonly string[] => errors.filter((text) => !/status of 404/.test(text));
