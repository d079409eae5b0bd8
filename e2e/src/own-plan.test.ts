import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { District, PlanDrafts } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { toNextDraft } from './next-draft.ts';
import { beginDistrict, commitmentsIn, OWN, OWN_EN, sentencesIn } from './own-district.ts';
import { openPage, WAYS, waysOfLong } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const PLAN_TEXT = new URL('../../../shared/data/plan-texts/shijingshan-five-year-2022.zh.txt', import.meta.url);
const skip = existsSync(PLAN_TEXT) ? false : 'the plan text is not beside the project: ../shared/data/plan-texts';
const look = lookerOf('own-plan');

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

const sentencesOf = (document: string) => sentencesIn(running.address, document);
const commitmentsOf = (document: string) => commitmentsIn(running.address, document);
const documents = async () => (await getJson<District>(running.address, '/api/v1/district')).documents;
const planId = async () => (await documents())[0]?.id ?? '';
const draftsOf = (document: string, lang = 'zh') =>
  getJson<PlanDrafts>(running.address, `/api/v1/documents/${document}/drafts?language=${lang}`);

test('an officer pastes her plan, sees its sentences, and stores it as one deed that is undone', { skip }, async () => {
  await beginDistrict(running.address);
  const { page, errors, close } = await openPage(browser, running.address, '/plan?lang=zh&theme=light');
  await page.getByRole('link', { name: '导入计划文本' }).first().click();
  await page.getByLabel('计划文本', { exact: true }).fill(readFileSync(PLAN_TEXT, 'utf8'));
  await page.getByLabel('标题', { exact: true }).fill('五年规划');
  await page.getByLabel('涵盖的年份').fill('2022/2026');
  await page.getByLabel('登记人').fill('李华');
  await look(page, 'zh', 'bring-desk');
  await page.locator('.bring button[type=submit]').click();
  await page.locator('.bring-stored h1').waitFor();
  await look(page, 'zh', 'stored-desk');
  assert.equal((await sentencesOf(await planId())).length, 9);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销').waitFor();
  assert.equal((await documents()).length, 0);
  await close();
  assert.deepEqual(errors, []);
});

test('by keyboard alone she brings it again, reviews every draft, and assigns owners with at most three keys for each', {
  skip,
}, async () => {
  const { page, errors, close } = await openPage(browser, running.address, '/plan/new?lang=zh&theme=light');
  await bringByKeyboard(page);
  await page.keyboard.press('Enter');
  await page.locator('.draft-card').waitFor();
  const document = await planId();
  const before = await draftsOf(document);
  await look(page, 'zh', 'review-desk');
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  for (let left = 60; left > 0 && (await page.locator('.draft-card').count()) > 0; left -= 1) {
    const card = await page.locator('.draft-card').innerText();
    if (card.includes('台账中无此名称') && (await page.locator('.draft-card input[type=checkbox]').count()) > 0) await press('o');
    await toNextDraft(page, () => press('a'));
  }
  await page.locator('.review-done').waitFor();
  const commitments = await commitmentsOf(document);
  console.log(
    `${commitments.length} commitments accepted of ${before.drafts.length} drafts with ${keys} keys: ${(keys / commitments.length).toFixed(2)} for each`,
  );
  assert.equal(commitments.length, before.drafts.length);
  assert.ok(keys / commitments.length <= 3);
  await look(page, 'zh', 'review-done-desk');
  assert.deepEqual(errors, []);
  await close();
});

for (const [name, lang, size] of waysOfLong(WAYS, 1)) {
  test(`by mouse or thumb a plan is brought, drafts are accepted, split, merged, changed, refused and undone, ${name}, ${lang}`, async () => {
    await beginDistrict(running.address);
    const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
    const { page, errors, close } = await openPage(browser, running.address, `/plan/new?lang=${lang}&theme=light`, size);
    await page.getByLabel(word('计划文本', 'Text of the plan'), { exact: true }).fill(lang === 'zh' ? OWN : OWN_EN);
    await page.getByLabel(word('标题', 'Title'), { exact: true }).fill(word('年度安排', 'The year'));
    await page.getByLabel(word('登记人', 'Recorded by')).fill('Li');
    await look(page, lang, `bring-own-${name}`);
    await page.locator('.bring button[type=submit]').click();
    await page.getByRole('link', { name: word('审看承诺草稿', 'Review drafts') }).click();
    await page.getByRole('heading', { level: 1, name: word('审看承诺草稿', 'Review drafts') }).waitFor();
    await page.locator('.draft-card').waitFor();
    const document = await planId();
    await look(page, lang, `review-own-${name}`);
    const button = (zh: string, en: string) => page.locator('.review-keys').getByRole('button', { name: new RegExp(`^${word(zh, en)}`) });
    const clause = async () => (await page.locator('.draft-clause').textContent()) ?? '';

    const tick = page.locator('.draft-card input[type=checkbox]');
    assert.equal(await tick.count(), 1, 'the department is not in the register yet');
    await tick.check();
    await toNextDraft(page, () => button('采纳', 'Accept').first().click());
    await button('编辑', 'Edit').click();
    await look(page, lang, `change-${name}`);
    await page.getByLabel(word('任务类型', 'Commitment type')).selectOption('establish');
    await page.getByLabel(word('短标题', 'Short title'), { exact: true }).fill(word('社区食堂', 'Canteen'));
    await page.locator('.cut-form button[type=submit]').click();
    await page.locator('.draft-card').waitFor();

    if (await button('与下条合并', 'Merge next').isEnabled()) await toNextDraft(page, () => button('与下条合并', 'Merge next').click());
    const whole = await clause();
    await button('拆分', 'Split').click();
    await look(page, lang, `split-${name}`);
    await page.locator('.cut-form button[type=submit]').click();
    await page.waitForFunction((held) => globalThis.document.querySelector('.draft-clause')?.textContent !== held, whole);
    await toNextDraft(page, () => button('与下条合并', 'Merge next').click());
    await toNextDraft(page, () => button('撤销', 'Undo').click());
    await button('按类型采纳', 'Accept as').click();
    await look(page, lang, `type-${name}`);
    await page
      .locator('.type-keys')
      .getByRole('button', { name: word('举办', 'host') })
      .click();
    await page.locator('.draft-card').waitFor();
    await button('不采纳', 'Reject').click();
    await page.getByText(word('拟作叙述句', 'Proposed as context')).waitFor();
    await button('分解任务', 'Create commitment').click();
    await look(page, lang, `take-${name}`);
    await page
      .locator('.cut-form')
      .getByRole('button', { name: word('全部字段', 'All fields') })
      .click();
    assert.notEqual(await page.getByLabel(word('短标题', 'Short title'), { exact: true }).inputValue(), '', 'its words are chosen');
    await page
      .locator('.cut-form')
      .getByRole('button', { name: word('取消', 'Cancel') })
      .click();
    if (name === 'desk') {
      const words = page.locator('.draft-card [data-word]');
      await words.first().click();
      await words.nth(1).click({ modifiers: ['Shift'] });
      const chosen = (await page.locator('.draft-card .taken').allTextContents()).join('');
      await page.keyboard.press('4');
      await page.locator('.review-done').waitFor();
      assert.deepEqual((await commitmentsOf(document)).map(({ title, verbClass }) => [title[lang], verbClass]).at(-1), [chosen, 'host']);
      await button('撤销', 'Undo').click();
      await page.locator('.draft-card').waitFor();
      assert.equal((await commitmentsOf(document)).length, 3);
    }
    await button('采纳叙述', 'Accept as context').click();
    await page.locator('.review-done').waitFor();

    const [made, sentences] = [await commitmentsOf(document), await sentencesOf(document)];
    assert.equal(made.length, 3);
    assert.equal(made[0]?.owner?.name[lang], word('区建设局', 'Works Bureau'));
    assert.equal(made[0]?.due?.on, '2027-12-31');
    assert.deepEqual([made[1]?.verbClass, made[1]?.title[lang]], ['establish', word('社区食堂', 'Canteen')]);
    assert.equal(made[2]?.verbClass, 'host', 'the type that was chosen');
    assert.equal(sentences.at(-1)?.kind, 'narrative');
    await button('撤销', 'Undo').click();
    await page.getByText(word('拟作叙述句', 'Proposed as context')).waitFor();
    assert.equal((await sentencesOf(document)).at(-1)?.kind, 'promise');
    await button('采纳叙述', 'Accept as context').click();
    await page.locator('.review-done').waitFor();
    await page.reload();
    await page.locator('.review-done').waitFor();
    assert.equal((await draftsOf(document, lang)).drafts.length, 0, 'what was refused does not come back');
    await page.goto(`${running.address}/plan?doc=${document}&lang=${lang}&theme=light`);
    await page.locator('[data-sentence]').first().waitFor();
    await look(page, lang, `plan-own-${name}`);
    await close();
    assert.deepEqual(errors, []);
  });
}

/** Fills the form and stores the plan without a pointer; the focus is then on what leads to the review. */
async function bringByKeyboard(page: Page): Promise<void> {
  await page.getByLabel('计划文本', { exact: true }).focus();
  await page.keyboard.insertText(readFileSync(PLAN_TEXT, 'utf8'));
  await page.getByLabel('标题', { exact: true }).focus();
  await page.keyboard.type('五年规划');
  await page.getByLabel('涵盖的年份').focus();
  await page.keyboard.type('2022/2026');
  await page.getByLabel('登记人').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('李华');
  await page.keyboard.press('Enter');
  await page.locator('.bring-stored h1').waitFor();
  await page.getByRole('link', { name: '审看承诺草稿' }).focus();
}
