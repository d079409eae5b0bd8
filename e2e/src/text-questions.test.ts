import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Sentence, TextQuestion } from '@westgate/contract';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { faultsOf, settled } from './matrix/look.ts';
import { openPage, WAYS } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

let browser: Browser;
let running: Running;
let document: string;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  document = await replaceText();
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const open = async () => (await getJson<{ items: readonly TextQuestion[] }>(running.address, '/api/v1/questions')).items;

/** The plan without the sentences that stand second in a paragraph: what hangs on them is asked for. */
async function replaceText(): Promise<string> {
  const { items } = await getJson<{ items: readonly Sentence[] }>(running.address, '/api/v1/sentences?limit=200');
  const plan = items[0]?.document ?? '';
  const held = items.filter((sentence) => sentence.document === plan && sentence.position !== 2);
  const textIn = (language: 'zh' | 'en'): string => {
    const paragraphs = [...new Set(held.map(({ paragraph }) => paragraph))];
    return paragraphs
      .map((paragraph) => held.filter((sentence) => sentence.paragraph === paragraph).map(({ text }) => text[language] ?? ''))
      .map((sentences) => sentences.join(language === 'en' ? ' ' : ''))
      .join('\n\n');
  };
  await postJson(running.address, `/api/v1/documents/${plan}/text`, { zh: textIn('zh'), en: textIn('en'), who: 'walk' });
  return plan;
}

for (const [name, lang, size] of WAYS) {
  test(`what a replaced text leaves open is told on the plan and can be read, ${name}, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, running.address, `/plan?doc=${document}&lang=${lang}&theme=light`, size);
    const questions = page.locator('.text-questions');
    await questions.waitFor();
    await questions.locator('summary').click();
    await page.locator('.text-question').first().waitFor();
    assert.equal(await page.locator('.text-question').count(), (await open()).length);
    await settled(page, lang);
    assert.deepEqual(await faultsOf(page, lang), []);
    if (process.env.WESTGATE_SHOTS) await page.screenshot({ path: `${process.env.WESTGATE_SHOTS}/text-questions-${name}-${lang}.png` });
    assert.deepEqual(errors, []);
    await close();
  });
}

test('a question is answered by keyboard alone, asks who decides first, and the answer is undone', async () => {
  const before = await open();
  const first = before.find(({ kind }) => kind === 'removed' || kind === 'reworded');
  assert.ok(first);
  const { page, errors, close } = await openPage(browser, running.address, `/sentences/${first.sentence.id}?lang=en`);
  const keep = page.getByRole('button', { name: 'Keep outside text' }).first();
  await keep.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Enter who decides.').waitFor();
  await page.getByLabel('By').first().fill('Ada');
  await keep.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Decided.').waitFor();
  assert.equal((await open()).length, before.length - 1);
  await page.locator('.text-questions').getByRole('button', { name: 'Undo' }).click();
  await page.locator('.text-questions').getByText('Undone').waitFor();
  assert.equal((await open()).length, before.length);
  assert.deepEqual(errors, []);
  await close();
});
