import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { deedsBeside } from './deeds-beside.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** One in three is an outcome, one may be taken back, the last is a name. `npm run trial:deeds-beside` does as many as a minute has seconds. */
const DEEDS = 7;
let browsers: readonly Browser[];
let running: Running;
before(async () => {
  [running, ...browsers] = await Promise.all([startWestgate(), openBrowser(), openBrowser()]);
});
after(async () => {
  for (const browser of browsers) await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

test('a deed a second beside registers that stand open in two browsers: none is refused, and both show what a page opened now shows', async () => {
  const picks = [0.1, 0.5, 0.3, 0.9, 0.2];
  let at = 0;
  const seen = await deedsBeside(running.address, browsers, DEEDS, () => picks[at++ % picks.length] ?? 0);
  assert.deepEqual(seen, { refused: [], errors: [], deeds: DEEDS });
});
