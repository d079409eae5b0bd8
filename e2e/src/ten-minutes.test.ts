import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Coverage, District } from '@westgate/contract';
import type { Browser, Locator, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { toNextDraft } from './next-draft.ts';
import { commitmentsIn } from './own-district.ts';
import { choose, openPage } from './page.ts';
import { onEmpty, real } from './start-walk.ts';

const PLAN_TEXT = new URL('../../../shared/data/plan-texts/shijingshan-five-year-2022.zh.txt', import.meta.url);
const skip = existsSync(PLAN_TEXT) ? false : 'the plan text is not beside the project: ../shared/data/plan-texts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A person at a page: each click and each key is counted, a pasted text as one. */
class Officer {
  readonly #page: Page;
  acts = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(target: Locator): Promise<void> {
    this.acts += 1;
    await target.click();
  }

  async paste(target: Locator, text: string): Promise<void> {
    this.acts += 2;
    await target.fill(text);
  }

  async press(key: string): Promise<void> {
    this.acts += 1;
    await this.#page.keyboard.press(key);
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.acts += 2;
    await choose(target, label);
  }

  async give(target: Locator, name: string, text: string): Promise<void> {
    this.acts += 2;
    await target.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  }
}

const keptFile = async (page: Page, click: () => Promise<void>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path());
};

test(
  'in ten minutes: from an empty data folder, on screen alone, a plan is pasted, reviewed, assigned, its gaps are read and taken away',
  {
    skip,
  },
  () =>
    onEmpty(async ({ address }) => {
      const began = performance.now();
      const { page, errors, strangers, close } = await openPage(browser, address, '/?lang=zh&theme=light');
      const officer = new Officer(page);
      await page.waitForURL(/\/start/);
      await officer.paste(page.getByLabel('名称（中文）', { exact: true }), '石景山区');
      await officer.paste(page.getByLabel('名称（英文）', { exact: true }), 'Shijingshan');
      await officer.paste(page.getByLabel('代号', { exact: true }), 'shijingshan');
      for (const [side, degrees] of [
        ['西', '116.09'],
        ['南', '39.86'],
        ['东', '116.27'],
        ['北', '40.00'],
      ] as const)
        await officer.paste(page.getByLabel(side, { exact: true }), degrees);
      await officer.paste(page.getByLabel('登记人', { exact: true }), '李华');
      await officer.click(page.getByRole('button', { name: '新建这个区' }));
      await page.waitForURL(/\/atlas/);

      await officer.click(page.getByRole('link', { name: '原文' }).first());
      await page.waitForURL(/\/plan/);
      await officer.click(page.getByRole('link', { name: '导入计划文本' }).first());
      await officer.paste(page.getByLabel('计划文本', { exact: true }), readFileSync(PLAN_TEXT, 'utf8'));
      await officer.paste(page.getByLabel('标题', { exact: true }), '五年规划');
      await officer.click(page.locator('.bring button[type=submit]'));
      await page.locator('.bring-stored h1').waitFor();
      const before = officer.acts;
      await officer.click(page.getByRole('link', { name: '审看承诺草稿' }));
      await page.locator('.draft-card').waitFor();
      for (let left = 80; left > 0 && (await page.locator('.draft-card').count()) > 0; left -= 1) {
        await toNextDraft(page, () => officer.press('a'));
      }
      await page.locator('.review-done').waitFor();
      const { documents } = await getJson<District>(address, '/api/v1/district');
      const held = () => commitmentsIn(address, documents[0]?.id ?? '');
      const accepted = await held();
      assert.ok(accepted.length > 30, `${accepted.length} commitments`);

      await page.goto(`${address}/plan/sheet?lang=zh&theme=light`);
      const csv = (await keptFile(page, () => officer.click(page.getByRole('link', { name: /^CSV/ })))).toString('utf8');
      const [head = '', ...lines] = csv.trimEnd().split(/\r?\n/);
      const lead = head.split(',').findIndex((name) => name.includes('主责'));
      assert.ok(lead > 0, head);
      const assigned = lines.map((line, index) => withCell(line, lead, index % 2 === 0 ? '区发展改革委' : '区住房城乡建设委'));
      await officer.give(page.locator('.sheet-source input[type=file]'), 'ledger.csv', [head, ...assigned].join('\r\n'));
      await page.locator('.sheet-rows').waitFor();
      for (const name of ['区发展改革委', '区住房城乡建设委']) {
        await officer.choose(page.getByRole('combobox', { name: `${name} 对应部门` }), '新建部门');
        await page.waitForLoadState('networkidle');
      }
      await page.locator('.sheet-rows tr.changed').first().waitFor();
      await officer.click(page.locator('.sheet-take button[type=submit]'));
      await page.getByRole('link', { name: '查看台账' }).waitFor();
      const each = (officer.acts - before) / accepted.length;
      assert.deepEqual(
        (await held()).filter(({ owner }) => owner === null),
        [],
        'every commitment has an owner',
      );

      await page.goto(`${address}/coverage?lang=zh&theme=light`);
      await page.locator('#gap-no-due-date').waitFor();
      const coverage = await getJson<Coverage>(address, '/api/v1/coverage');
      assert.equal(coverage.commitments.withoutOwner, 0);
      assert.ok((await page.locator('.coverage-table').innerText()).includes(String(coverage.commitments.total)));
      for (const name of [/^XLSX/, /^Word 公文版/, /^Word 普通版/]) {
        const bytes = await keptFile(page, () => officer.click(page.getByRole('link', { name }).first()));
        assert.equal(bytes.toString('latin1', 0, 2), 'PK');
      }
      console.log(
        `${accepted.length} commitments in ${((performance.now() - began) / 1000).toFixed(0)} s: ${each.toFixed(2)} keys and clicks for each accepted and assigned, ${officer.acts} in all`,
      );
      assert.ok(each <= 3, `${each} keys and clicks for each`);
      assert.deepEqual([real(errors), strangers], [[], []]);
      await close();
    }),
);

/** The line with another text in one cell; commas within quotes are no ends of cells. */
function withCell(line: string, at: number, text: string): string {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
  return cells.map((cell, index) => (index === at ? `${text}${cell.endsWith(',') ? ',' : ''}` : cell)).join('');
}
