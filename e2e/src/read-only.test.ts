import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { axeFindings, DESK, openPage, PHONE } from './page.ts';
import { startWestgate } from './westgate.ts';

const MB = 1024 * 1024;
const DISK_MB = 260;
const KEPT_FREE_MB = 80;
const NOTE = '石景山学校 opened its gates: typed while the disk was full';

/** A small disk of its own; null where this user or system may not mount one. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder]).status === 0) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

/** Fills the disk of `folder` until less than what Westgate keeps free is left. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'filler'), 'w');
  for (const block = Buffer.alloc(MB, 1); ; writeSync(file, block)) {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < (KEPT_FREE_MB / 2) * MB) break;
  }
  closeSync(file);
}

test('on a full disk the screens say so at once, keep what was typed, and record it when there is room', async (t) => {
  const disk = smallDisk();
  if (disk === null) return t.skip('a tmpfs of its own needs root on Linux: skipped');
  process.env.WESTGATE_MIN_FREE_MB = String(KEPT_FREE_MB);
  const [browser, running] = await Promise.all([openBrowser(), startWestgate({ dataDir: join(disk, 'data') })]);
  try {
    const path = '/projects/shijingshan-academy?record=1';
    const english = await openPage(browser, running.address, `${path}&lang=en`, DESK);
    const chinese = await openPage(browser, running.address, `${path}&lang=zh`, PHONE);
    // One that begins to hear of changes only after the disk was full.
    const late = await openPage(browser, running.address, '/?lang=en', DESK);
    let hearing = (): void => undefined;
    const mayHear = new Promise<void>((resolve) => {
      hearing = resolve;
    });
    await late.page.route('**/api/v1/changes**', async (route) => {
      await mayHear;
      await route.continue();
    });
    await late.page.reload();
    await late.page.locator('main h1').first().waitFor();
    const form = english.page.locator('form.record-form');
    await form.locator('select').first().selectOption('opened');
    await form.locator('input[id$=-dates]').fill('2026-05-01');
    await form.locator('input[autocomplete=name]').fill('Ada');
    await form.locator('textarea').fill(NOTE);

    const before = await getJson<{ seq: number }>(running.address, '/readyz');
    let began = performance.now();
    fill(disk);
    await english.page.locator('.banner', { hasText: 'the disk that holds the data is nearly full' }).waitFor();
    t.diagnostic(`the banner came after ${Math.round(performance.now() - began)} ms`);
    await chinese.page.locator('.banner', { hasText: '存放数据的磁盘空间不足' }).waitFor();
    hearing();
    await late.page.locator('.banner', { hasText: 'the disk that holds the data is nearly full' }).waitFor();
    await late.close();
    for (const { page } of [english, chinese]) assert.deepEqual(await axeFindings(page), []);

    await form.locator('button[type=submit]').click();
    await form.locator('.fault-summary', { hasText: 'nearly full' }).waitFor();
    assert.equal(await form.locator('textarea').inputValue(), NOTE, 'a refused write keeps what was typed');
    const unready = await fetch(`${running.address}/readyz`);
    const told = (await unready.json()) as { seq: number; reason: string };
    assert.deepEqual([unready.status, told.reason, told.seq], [503, 'disk-full', before.seq], 'nothing was stored');
    assert.equal((await fetch(`${running.address}/healthz`)).status, 200);

    rmSync(join(disk, 'filler'));
    began = performance.now();
    await english.page.locator('.banner').waitFor({ state: 'detached' });
    t.diagnostic(`the banner went after ${Math.round(performance.now() - began)} ms`);
    await chinese.page.locator('.banner').waitFor({ state: 'detached' });
    assert.equal(await form.locator('textarea').inputValue(), NOTE);
    await form.locator('button[type=submit]').click();
    await english.page.locator('output.receipt').waitFor();
    assert.equal((await getJson<{ seq: number }>(running.address, '/readyz')).seq, before.seq + 1);
    assert.deepEqual(
      english.errors.filter((error) => !error.includes('503')),
      [],
    );
    assert.deepEqual(chinese.errors, []);
  } finally {
    await browser.close();
    await running.stop();
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
