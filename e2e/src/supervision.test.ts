import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Matters, Today } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { choose, DESK, openPage, PHONE, until } from './page.ts';
import { type Running, removeFolder, startWestgate, temporaryFolder } from './westgate.ts';

const look = lookerOf('supervision');
const ownData = temporaryFolder();
let browser: Browser;
let own: Running;
before(async () => {
  [browser, own] = await Promise.all([openBrowser(), startWestgate({ isEmpty: true, dataDir: ownData })]);
  await beginDistrict(own.address);
  const create = (table: string, fields: object) => ({ action: 'create', table, fields });
  await postJson(own.address, '/api/v1/edits', {
    who: 'walk',
    edits: [
      create('department', { id: 'works', name_zh: '建设局', name_en: 'Works', confidence: 'high' }),
      create('department', { id: 'parks', name_zh: '园林局', name_en: 'Parks', confidence: 'high' }),
      create('project', { id: 'canteen', name_zh: '食堂', name_en: 'Canteen', kind: 'institution', lead: 'works' }),
    ],
  });
});
after(async () => {
  await browser.close();
  await own.stop();
  removeFolder(ownData);
});

for (const [lang, size] of [
  ['en', PHONE],
  ['zh', DESK],
] as const) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const at = (path: string): string => `${own.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}&theme=light`;

  test(`from an empty district: registered, signed for, reported, verified by another, closed, and taken back, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, own.address, `/projects/canteen?lang=${lang}&theme=light`, size);
    await page.getByRole('button', { name: word('立项督办', 'Create action item') }).click();
    const asked = word('三月底前开饭', 'Serve meals by the end of March');
    await page.getByLabel(word('督办要求', 'Required action')).fill(asked);
    await page.getByText(word('批示、来源、配合单位', 'Instruction, source, supporting organisations')).click();
    await page.getByRole('checkbox', { name: word('园林局', 'Parks') }).check();
    const due = page.getByRole('group', { name: word('完成时限', 'Due date') });
    await typeDay(due, lang);
    await page.getByLabel(word('登记人', 'Recorded by')).fill('Ada');
    if (lang === 'en') await look(page, lang, 'register');
    await page.keyboard.press('Enter');
    await page.locator('.matter-line', { hasText: asked }).waitFor();

    await page.goto(at('/today'));
    const owed = page.locator('.today-main .matter-line', { hasText: asked });
    await owed.waitFor();
    assert.match(await owed.innerText(), new RegExp(word('待牵头单位签收', 'awaiting acknowledgement')));
    if (lang === 'zh') await look(page, lang, 'today');
    await owed.getByRole('link', { name: asked }).click();

    const step = (name: string) => page.getByRole('button', { name, exact: true });
    const stands = (name: string) => page.locator('#steps', { hasText: name }).waitFor();
    const by = (who: string) => page.getByLabel(word('登记人', 'Recorded by')).fill(who);
    await by('Li');
    await step(word('签收', 'Acknowledge')).click();
    await stands(word('已签收', 'acknowledged'));
    await page.getByLabel(word('情况说明', 'Summary')).fill(word('已开饭', 'meals are served'));
    await page.keyboard.press('Enter');
    await stands(word('已反馈', 'reported'));
    await step(word('核查属实', 'Verify')).click();
    await page
      .getByRole('alert')
      .filter({ hasText: word('反馈人不能核查', 'The person who reported may not verify') })
      .waitFor();
    if (lang === 'zh') await look(page, lang, 'same-person');
    await by('Ada');
    await step(word('核查属实', 'Verify')).click();
    await stands(word('已核查', 'verified'));
    await step(word('办结', 'Close item')).click();
    await stands(word('已办结', 'closed'));
    await page.locator('body').press('Control+z');
    await stands(word('已核查', 'verified'));

    await page.goto(at('/supervision'));
    await page.locator('.supervision .list-table').waitFor();
    await look(page, lang, 'ledger');
    await page.locator('.light-counts a', { hasText: word('已办结', 'closed') }).click();
    await page.getByText(word('无符合条件的', 'No record matches')).waitFor();
    assert.deepEqual(
      errors.filter((error) => !error.includes('409')),
      [],
    );
    await close();
  });

  test(`by keyboard alone a comment is written and a department mentioned; it finds it on Today, and Ctrl Z takes it back, ${lang}`, async () => {
    const { page, errors, close } = await openPage(browser, own.address, `/projects/canteen?lang=${lang}&theme=light`, size);
    await page.getByRole('button', { name: word('写批注', 'Comment'), exact: true }).waitFor();
    await page.keyboard.press('w');
    const words = word('炉子到了吗', 'has the stove arrived?');
    await page.keyboard.type(`${words} @${word('园', 'par')}`);
    await page.getByRole('option', { name: word('园林局', 'Parks') }).waitFor();
    if (lang === 'en') await look(page, lang, 'comment');
    await page.keyboard.press('Enter');
    await page.getByLabel(word('登记人', 'Recorded by')).fill('Ada');
    await page.keyboard.press('Enter');
    await page.locator('.comment', { hasText: words }).waitFor();
    await page.goto(`${own.address}/today?lang=${lang}&theme=light&department=parks`);
    const mention = page.locator('.today-mentions li', { hasText: words });
    await mention.waitFor();
    assert.match(await mention.innerText(), new RegExp(word('@园林局', '@Parks')));
    if (lang === 'zh') await look(page, lang, 'mention');
    await mention.getByRole('link').click();
    const led = async (): Promise<boolean> => {
      const place = await page.locator('.comment', { hasText: words }).boundingBox();
      return place !== null && place.y > 0 && place.y < size.height;
    };
    await until(led, () => 'the link does not lead to the comment itself');
    if (lang === 'en') await look(page, lang, 'comments');
    await page.locator('body').press('Control+z');
    await page.locator('.comment', { hasText: words }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: word('关注', 'Follow'), exact: true }).click();
    await page.goto(`${own.address}/today?lang=${lang}&theme=light`);
    await page.locator('#today-followed').waitFor();
    const update = { subjectKind: 'project', subjectId: 'canteen', unchanged: true };
    await postJson(own.address, '/api/v1/updates', { who: 'Li', updates: [update] });
    const followed = page.locator('section', { has: page.locator('#today-followed') });
    await followed.getByText(word('填报了', 'submitted an update')).waitFor();
    assert.equal(await followed.getByRole('link', { name: word('食堂', 'Canteen') }).count(), 1);
    await page.goto(`${own.address}/projects/canteen?lang=${lang}&theme=light`);
    await page.getByRole('button', { name: word('已关注', 'Following') }).click();
    assert.deepEqual(errors, []);
    await close();
  });
}

/** Under review in each language, so that both walk from the rule on. */
const REVIEWED = { en: { field: 'lead', to: 'Parks' }, zh: { field: 'cadence', to: '每周' } } as const;

for (const [lang, size] of [
  ['en', PHONE],
  ['zh', DESK],
] as const) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);

  test(`a column is put under review; a change of it is proposed, shown against the approved value, accepted by another and taken back, ${lang}`, async () => {
    const { field, to } = REVIEWED[lang];
    const { page, errors, close } = await openPage(browser, own.address, `/rulebook?lang=${lang}&theme=light`, size);
    const by = (who: string) => page.getByLabel(word('登记人', 'Recorded by')).fill(who);
    await page.getByRole('button', { name: word('新建审批规则', 'Add approval rule') }).click();
    await page.getByLabel(word('修改项', 'Field'), { exact: true }).selectOption(field);
    await page.getByLabel(word('依据', 'Basis'), { exact: true }).fill(word('区里的规定', 'Ward rules'));
    await by('Ada');
    await look(page, lang, 'review-rule');
    await page.keyboard.press('Enter');
    await page.getByText(word('区里的规定', 'Ward rules')).waitFor();

    await page.goto(`${own.address}/projects/canteen?lang=${lang}&theme=light`);
    await page.getByRole('button', { name: word('提出变更', 'Propose a change') }).click();
    await page.getByLabel(word('修改项', 'Field'), { exact: true }).selectOption(field);
    const toBe = page.getByLabel(word('变更为', 'New value'), { exact: true });
    if (field === 'lead') await choose(toBe, to, to);
    else await toBe.selectOption({ label: to });
    await page.getByLabel(word('理由', 'Reason'), { exact: true }).fill(word('人手不够', 'too few hands'));
    await by('Li');
    await look(page, lang, 'proposal');
    await page.keyboard.press('Enter');
    const item = page.locator('.pending-item', { hasText: word('人手不够', 'too few hands') });
    await item.locator('ins', { hasText: to }).waitFor();
    await item
      .getByRole('button', { name: word('批准', 'Approve') })
      .first()
      .click();
    await item
      .getByRole('alert')
      .filter({ hasText: word('须由提出人以外的人审批', 'Somebody other than the proposer') })
      .waitFor();

    await page.evaluate(() => localStorage.setItem('westgate.who', 'Ada'));
    await page.goto(`${own.address}/today?lang=${lang}&theme=light`);
    const waiting = page.locator('.today-side .pending-item', { hasText: to });
    await waiting.waitFor();
    // In English the deeds beside it name a matter that was typed in Chinese alone.
    if (lang === 'zh') await look(page, lang, 'pending-today');
    await waiting
      .getByRole('button', { name: word('批准', 'Approve') })
      .first()
      .click();
    await waiting.waitFor({ state: 'detached' });
    const held = async () =>
      (await getJson<{ fields: Record<string, unknown> }>(own.address, '/api/v1/projects/canteen/row')).fields[field];
    assert.equal(await held(), lang === 'en' ? 'parks' : 'weekly');
    await page.locator('body').press('Control+z');
    await waiting.waitFor();
    assert.notEqual(await held(), lang === 'en' ? 'parks' : 'weekly');
    assert.deepEqual(
      errors.filter((error) => !error.includes('409')),
      [],
    );
    await close();
  });
}

test('an overdue matter stands among the exceptions; all of it outlives a restart', async () => {
  const overdue = { who: 'Ada', subjectKind: 'project', subjectId: 'canteen', lead: 'works', dueOn: '2024-03-29' };
  await postJson(own.address, '/api/v1/supervision', { ...overdue, asked: { zh: '修好大门', en: 'Mend the gate' } });
  await own.stop('SIGKILL');
  own = await startWestgate({ dataDir: ownData });
  const { items, counts } = await getJson<Matters>(own.address, '/api/v1/supervision');
  assert.deepEqual([items.length, counts.overdue, items[0]?.stands], [3, 1, 'registered']);
  assert.equal((await getJson<Today>(own.address, '/api/v1/today')).overdueMatters, 1);
  const { page, errors, close } = await openPage(browser, own.address, '/exceptions?lang=en&theme=light');
  await page.locator('.exceptions .matter-line', { hasText: 'Mend the gate' }).waitFor();
  await look(page, 'en', 'exceptions');
  assert.deepEqual(errors, []);
  await close();
});

/** Types a day years ahead into a field of three parts, by keyboard alone. */
async function typeDay(field: ReturnType<Page['getByRole']>, lang: 'zh' | 'en'): Promise<void> {
  await field.getByRole('spinbutton').first().click();
  await field.page().keyboard.type(lang === 'zh' ? '20990331' : '31032099');
}
