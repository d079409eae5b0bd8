import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Links, PlanReport, Sentence, TextQuestion, TextVersions } from '@westgate/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict, commitmentsIn, OWN, OWN_EN, sentencesIn } from './own-district.ts';
import { choose, openPage, WAYS } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('plan-desk');
let browser: Browser;
let running: Running;
let plan: string;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

/** Begins anew with one plan in both languages. */
async function begin(): Promise<void> {
  await beginDistrict(running.address);
  const sent = { title_zh: '年度安排', title_en: 'The year', wording: 'official', covers: '2026', zh: OWN, en: OWN_EN, who: 'walk' };
  plan = (await postJson<PlanReport>(running.address, '/api/v1/plans', sent)).document;
}

const sentences = () => sentencesIn(running.address, plan);
const commitments = () => commitmentsIn(running.address, plan);
const shown = (sentence: Sentence | undefined, lang: 'zh' | 'en'): string => sentence?.text[lang] ?? '';

for (const [name, lang, size] of WAYS) {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);

  test(`a commitment is cut from words of a sentence by ${name === 'desk' ? 'keyboard and mouse' : 'thumb'}, tied, and taken back, ${name}, ${lang}`, async () => {
    await begin();
    await postJson(running.address, '/api/v1/departments', {
      who: 'walk',
      fields: { name_zh: '区建设局', name_en: 'Works Bureau', confidence: 'high' },
    });
    await postJson(running.address, '/api/v1/documents', {
      who: 'walk',
      fields: { title_zh: '上级规划', title_en: 'County plan', kind: 'linked-plan', wording: 'none' },
    });
    const { page, errors, close } = await openPage(browser, running.address, `/plan?doc=${plan}&lang=${lang}&theme=light`, size);
    await page.locator('[data-sentence]').first().waitFor();
    await page.evaluate(() => localStorage.setItem('westgate.who', 'Li'));
    await page.reload();
    await page.locator('[data-sentence]').first().waitFor();
    const [first] = await sentences();
    if (name === 'desk') {
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.locator('.sentence-desk').waitFor();
      await page.keyboard.press('c');
    } else {
      await page.locator('[data-sentence]').first().click();
      await page.locator('.sentence-desk button').first().click();
    }
    await page.locator('.cut-form').waitFor();
    const strip = page.locator('.word-strip').first();
    const text = shown(first, lang);
    if (name === 'desk') {
      await strip.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
    }
    const words = strip.locator('[data-word]');
    if (name === 'desk') await drag(page, words.nth(1), words.nth(4));
    else {
      await words
        .nth(1)
        .tap()
        .catch(() => words.nth(1).click());
      await words.nth(4).click({ modifiers: ['Shift'] });
    }
    const title = page.getByLabel(word('短标题（中文）', 'Short title (English)'), { exact: true });
    const clause = (await words.nth(1).evaluate((element, last) => {
      const range = globalThis.document.createRange();
      range.setStartBefore(element);
      const end = element.parentElement?.querySelectorAll('[data-word]')[last];
      if (end) range.setEndAfter(end);
      return range.toString();
    }, 4)) as string;
    assert.ok(text.includes(clause));
    assert.notEqual(await title.inputValue(), '');
    await page.getByLabel(word('任务类型', 'Commitment type')).selectOption('establish');
    await choose(page.getByLabel(word('责任单位', 'Owner'), { exact: true }), word('建设', 'Works'));
    await page.getByLabel(word('类别', 'Kind'), { exact: true }).selectOption('document');
    await choose(page.getByLabel(word('关联记录', 'Linked records'), { exact: true }), word('上级', 'County'));
    await page.locator('.things-picked li').waitFor();
    await look(page, lang, `cut-${name}`);
    await page.locator('.cut-form button[type=submit]').click();
    await page.locator('.sentence-done').waitFor();
    const [made] = await commitments();
    assert.deepEqual([made?.clause[lang], made?.verbClass, made?.owner?.name.en], [clause, 'establish', 'Works Bureau']);
    const links = await getJson<Links>(running.address, `/api/v1/commitments/${made?.id}/links`);
    assert.deepEqual(
      links.documents.map(({ via }) => via),
      ['implements'],
    );
    await look(page, lang, `cut-done-${name}`);
    await page
      .locator('.sentence-done')
      .getByRole('button', { name: word('撤销', 'Undo') })
      .click();
    await page.locator('.sentence-done').getByText(word('已撤销', 'Undone')).waitFor();
    assert.equal((await commitments()).length, 0);

    await page.getByRole('button', { name: new RegExp(word('标为叙述', 'Mark as context')) }).click();
    await page.getByLabel(word('叙述理由', 'Reason')).fill(word('只作说明', 'it only explains'));
    await page.locator('.cut-form button[type=submit]').click();
    await page.locator('.sentence-done').waitFor();
    assert.equal((await sentences())[0]?.kind, 'narrative');
    await page.getByRole('button', { name: new RegExp(word('改为承诺句', 'Mark as commitment')) }).click();
    await page.locator('.cut-form button[type=submit]').click();
    await page.locator('.sentence-done').waitFor();
    assert.equal((await sentences())[0]?.kind, 'promise');
    assert.deepEqual(errors, []);
    await close();
  });

  test(`a text is replaced with both texts side by side, matches are decided, versions are compared, ${name}, ${lang}`, async () => {
    await begin();
    const held = await sentences();
    const { page, errors, close } = await openPage(browser, running.address, `/plan/text?doc=${plan}&lang=${lang}&theme=light`, size);
    await page.locator('.replace-texts textarea').first().waitFor();
    for (const [at, [from, to, gone]] of (lang === 'zh' ? [ZH_EDIT, EN_EDIT] : [EN_EDIT, ZH_EDIT]).entries()) {
      const box = page.locator('.replace-texts textarea').nth(at);
      await box.fill((await box.inputValue()).replace(from, to).replace(gone, ''));
    }
    await page.getByLabel(word('登记人', 'Recorded by')).fill('Li');
    await look(page, lang, `replace-${name}`);
    await page.locator('form.replace button[type=submit]').click();
    await page.locator('.compare-row').first().waitFor();
    await look(page, lang, `compare-${name}`);
    if (name === 'desk') {
      await page.keyboard.press('a');
      await page.keyboard.press('u');
      await page.keyboard.press('a');
      await page.keyboard.press('r');
    } else {
      for (const row of [page.locator('.compare-row.reworded'), page.locator('.compare-row.removed')]) {
        await row.locator('.compare-buttons button').first().click();
      }
    }
    await page.locator('.compare-foot .filled').click();
    await page.locator('.bring-stored').waitFor();
    const now = await sentences();
    assert.equal(now.length, held.length - 1);
    assert.equal(now[0]?.id, held[0]?.id);
    assert.equal(now[0]?.revision, 2);
    assert.equal((await getJson<{ items: readonly TextQuestion[] }>(running.address, '/api/v1/questions')).items.length, 0);
    await page.getByRole('link', { name: word('文本版本', 'Versions of the text') }).click();
    await page.locator('.versions .compare-row').first().waitFor();
    await look(page, lang, `versions-${name}`);
    assert.equal(await page.locator('.versions .compare-row').count(), 2);
    const versions = await getJson<TextVersions>(running.address, `/api/v1/documents/${plan}/versions`);
    assert.equal(versions.items.length, 2);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`next year’s plan follows this one: what the words carry is carried, the rest asked and answered by one key, ${name}, ${lang}`, async () => {
    await begin();
    const [first, second, third] = await sentences();
    const department = {
      action: 'create',
      table: 'department',
      fields: { name_zh: '区建设局', name_en: 'Works Bureau', confidence: 'high' },
    };
    const cut = (sentence: Sentence | undefined, title: string) => ({
      action: 'create',
      table: 'commitment',
      fields: {
        sentence: sentence?.id,
        title_zh: title,
        title_en: title,
        clause_zh: sentence?.text.zh,
        clause_en: sentence?.text.en,
        owner: '$0',
      },
    });
    await postJson(running.address, '/api/v1/edits', {
      who: 'walk',
      edits: [department, cut(first, 'A'), cut(second, 'B'), cut(third, 'C')],
    });
    const { page, errors, close } = await openPage(browser, running.address, `/plan/new?lang=${lang}&theme=light`, size);
    const next =
      lang === 'zh'
        ? nextYear(shown(first, 'zh'), shown(second, 'zh'), '给老人开三处新食堂。')
        : nextYear(shown(first, 'en'), shown(second, 'en'), ' Three new canteens open for the old.');
    await page.getByLabel(word('计划文本', 'Text of the plan'), { exact: true }).fill(next);
    await page.getByLabel(word('标题', 'Title'), { exact: true }).fill(word('下一年安排', 'The year after'));
    await page.getByLabel(word('涵盖的年份', 'Years it covers')).fill('2027');
    await page.getByLabel(word('上一份计划', 'Previous plan')).selectOption(plan);
    await page.getByLabel(word('登记人', 'Recorded by')).fill('Li');
    await page.locator('.bring button[type=submit]').click();
    await page.locator('.compare-row').first().waitFor();
    await look(page, lang, `year-${name}`);
    await page.locator('.compare-foot .filled').click();
    await page.locator('.bring-stored').waitFor();
    await look(page, lang, `year-stored-${name}`);
    await page.locator('.bring-stored .button', { hasText: word('打开计划', 'Open the plan') }).click();
    await page.locator('.text-questions').waitFor();
    const later = new URL(page.url()).searchParams.get('doc') ?? '';
    const carried = await commitmentsIn(running.address, later);
    assert.deepEqual(
      carried.map(({ title, owner }) => [title.en, owner?.name.en]),
      [
        ['A', 'Works Bureau'],
        ['B', 'Works Bureau'],
      ].slice(0, carried.length),
    );
    assert.ok(carried.length >= 1);
    assert.equal((await commitments()).length, 3, 'the earlier plan keeps its own');
    const open = async () => (await getJson<{ items: readonly TextQuestion[] }>(running.address, '/api/v1/questions')).items;
    const asked = await open();
    assert.ok(asked.length > 0);
    await page.locator('.text-questions summary').click();
    await look(page, lang, `year-questions-${name}`);
    const removed = asked.findIndex(({ kind }) => kind === 'removed' || kind === 'reworded');
    assert.ok(removed >= 0);
    if (name === 'desk') {
      await page.locator('.text-questions summary').focus();
      for (let steps = removed; steps > 0; steps -= 1) await page.keyboard.press('j');
      await page.keyboard.press('r');
    } else
      await page
        .locator('.text-question')
        .nth(removed)
        .getByRole('button', { name: new RegExp(word('不沿用', 'Do not carry')) })
        .click();
    await page.locator('.text-questions').getByText(word('已决定', 'Decided.')).waitFor();
    assert.equal((await open()).length, asked.length - 1);
    assert.deepEqual(errors, []);
    await close();
  });
}

test('what was brought, cut and refused survives a restart', async () => {
  await begin();
  const [first] = await sentences();
  await postJson(running.address, '/api/v1/edits', {
    who: 'walk',
    edits: [{ action: 'create', table: 'draft_refusal', fields: { sentence: first?.id, words_en: shown(first, 'en') } }],
  });
  const held = [await sentences(), await getJson(running.address, `/api/v1/documents/${plan}/drafts?language=en`)];
  await running.stop();
  running = await startWestgate({ dataDir: running.dataDir });
  assert.deepEqual([await sentences(), await getJson(running.address, `/api/v1/documents/${plan}/drafts?language=en`)], held);
});

/** What is changed in the text, what it becomes, and what is taken out. */
const ZH_EDIT = ['12栋旧楼', '15栋旧楼', '区园林局加快建设河滨绿道5公里，并举办河滨文化节。'] as const;
const EN_EDIT = [
  '12 old blocks',
  '15 old blocks',
  'The Parks Office will speed up 5 km of the riverside greenway and hold a riverside festival.',
] as const;

/** The first sentence as it is, the second with one figure changed, the third gone, and a new one. */
function nextYear(first: string, second: string, fresh: string): string {
  return `${first}${/\p{Script=Han}/u.test(first) ? '' : ' '}${second.replace(/5/, '6')}\n\n${fresh.trim()}`;
}

/** Drags the mouse from one word to another. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  assert.ok(start && end);
  await page.mouse.move(start.x + 3, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width - 3, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
}
