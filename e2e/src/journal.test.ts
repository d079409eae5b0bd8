import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { axeFindings, DESK, openPage, PHONE } from './page.ts';
import { startWestgate } from './westgate.ts';

test('a journal that lost its end says so, names the deeds, and is written again by a press; the office goes on', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-journal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'data');
  const first = await startWestgate({ dataDir });
  for (const n of [1, 2, 3]) {
    const fields = { id: `probe-${n}`, title: `Probe ${n}`, kind: 'official', visibility: 'public' };
    await postJson(first.address, '/api/v1/edits', { who: 'Ada', reason: 'kept', edits: [{ action: 'create', table: 'source', fields }] });
  }
  await first.stop();
  const path = join(dataDir, 'journal', '000001.ndjson');
  writeFileSync(path, `${readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n')}\n`);
  const [browser, running] = await Promise.all([openBrowser(), startWestgate({ dataDir })]);
  try {
    const english = await openPage(browser, running.address, '/plan?lang=en&theme=light', DESK);
    await english.page.locator('.banner a').click();
    await english.page.locator('h2', { hasText: 'Found on' }).waitFor();
    assert.match(await english.page.locator('main').innerText(), /changes 3 to 4/);
    const chinese = await openPage(browser, running.address, '/journal?lang=zh&theme=light', PHONE);
    await chinese.page.locator('th', { hasText: '操作记录第 3 至 4 号' }).waitFor();
    for (const [name, { page }] of [['en', english] as const, ['zh', chinese] as const]) {
      assert.deepEqual(await axeFindings(page), []);
      if (process.env.WESTGATE_SHOTS)
        await page.screenshot({ path: join(process.env.WESTGATE_SHOTS, `journal-${name}.png`), fullPage: true });
    }
    const form = english.page.locator('form.record-form');
    await form.locator('button[type=submit]').click();
    await form.locator('.fault', { hasText: 'Enter the reason' }).waitFor();
    await form.locator('input[id$=-reason]').fill('the disk lost two lines');
    await form.locator('input[id$=-who]').fill('Ada');
    await form.locator('button[type=submit]').click();
    await english.page.locator('li', { hasText: 'Change 5' }).waitFor();
    await english.page.locator('.banner').waitFor({ state: 'detached' });
    if (process.env.WESTGATE_SHOTS)
      await english.page.screenshot({ path: join(process.env.WESTGATE_SHOTS, 'journal-after.png'), fullPage: true });
    const { ok } = await postJson<{ readonly ok: boolean }>(running.address, '/api/v1/verify', {});
    assert.equal(ok, true);
    assert.equal((await getJson<{ readonly seq: number }>(running.address, '/api/v1/district')).seq, 5);
    for (const { errors } of [english, chinese]) assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await running.stop();
  }
});
