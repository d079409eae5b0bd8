import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { District, Page as ListPage } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict, commitmentsIn } from './own-district.ts';
import { choose, openPage, until, WAYS } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const look = lookerOf('task-sheet');
const SHEET = {
  zh: [
    '自有区2027年重点任务分解表',
    '序号,重点任务,主责单位,配合单位,完成时限,牵头领导,备注,督查码',
    '1,新建北坊社区食堂,区建设局,区园林局,10月底前,王区长,,A1',
    '2,贯通河滨绿道5公里,区园林局,,上半年,李区长,分两段,A2',
    '3,清点旧厂房,区鸟务局,,看情况,,,',
  ].join('\n'),
  en: [
    'Tasks of Own district 2027',
    'No.,Task,Lead department,Co-operating departments,Deadline,Leader in charge,Remarks,Follow-up code',
    '1,Build a canteen in North Court,Works Bureau,Parks Office,end of October,Ms King,,A1',
    '2,Open 5 km of the riverside greenway,Parks Office,,H1,Mr Reed,two stretches,A2',
    '3,Count the old works,Bird Office,,as it may be,,,',
  ].join('\n'),
};
const NAMES = { zh: ['区建设局', '区园林局', '区鸟务局'], en: ['Works Bureau', 'Parks Office', 'Bird Office'] };

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

/** The district with nothing in it; where that is held already, it stays. */
const beginAnew = async (): Promise<void> => {
  if ((await plans()).length > 0) await beginDistrict(running.address);
};
const plans = async () => (await getJson<District>(running.address, '/api/v1/district')).documents;
const ledger = async () => {
  const [plan] = await plans();
  return plan ? commitmentsIn(running.address, plan.id) : [];
};
const give = (page: Page, name: string, text: string | Buffer): Promise<void> =>
  page.locator('.sheet-source input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The cells of the rows that do not begin and end where the head of their column does. */
const cellsBesideTheirHeads = (page: Page): Promise<readonly string[]> =>
  page.locator('.sheet-rows').evaluate((table) => {
    const edges = (cell: Element): string => {
      const { left, right } = cell.getBoundingClientRect();
      return `${Math.round(left)} to ${Math.round(right)}`;
    };
    const heads = [...table.querySelectorAll('thead th')].map(edges);
    return [...table.querySelectorAll('tbody tr')].flatMap((row) =>
      [...row.children].flatMap((cell, at) =>
        edges(cell) === heads[at] ? [] : [`${cell.textContent}: ${edges(cell)}, head ${heads[at]}`],
      ),
    );
  });

for (const [name, lang, size] of WAYS) {
  test(`from an empty district a sheet is read, its gaps are answered, its rows taken in as one deed and undone, ${name}, ${lang}`, async () => {
    const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
    await beginAnew();
    const { page, errors, close } = await openPage(browser, running.address, `/plan?lang=${lang}&theme=light`, size);
    await page.getByRole('link', { name: word('导入任务分解表', 'Import task sheet') }).click();
    await give(page, 'tasks.csv', SHEET[lang]);
    await page.locator('.sheet-rows').waitFor();
    assert.deepEqual(
      await page.locator('.sheet-rows tbody tr').evaluateAll((rows) => rows.map(({ className }) => className)),
      ['faulty', 'faulty', 'faulty'],
      'nobody knows the departments yet',
    );
    if (name === 'desk') assert.deepEqual(await cellsBesideTheirHeads(page), [], 'each cell lies under its head');
    await look(page, lang, `read-${name}`);
    for (const department of NAMES[lang]) {
      const field = page.getByRole('combobox', { name: word(`${department} 对应部门`, `${department} is this department`) });
      await choose(field, word('新建部门', 'a new department'));
      assert.equal(await field.inputValue(), word('新建部门', 'a new department'));
      await page.waitForLoadState('networkidle');
    }
    await page.waitForFunction(() => document.querySelectorAll('.sheet-rows tr.new').length === 2);
    const third = page.locator('.sheet-rows tbody tr').nth(2);
    assert.ok((await third.textContent())?.includes(word('读不出日期', 'no date is found in the words')));
    assert.ok(
      (await page.locator('.sheet-told').textContent())?.includes(word('督查码', 'Follow-up code')),
      'a column that nobody knows is told',
    );
    assert.equal(await third.locator('input[type=checkbox]').isChecked(), false, 'what is unclear is taken by hand alone');
    await third.locator('input[type=checkbox]').check();
    await page.getByLabel(word('读表模板另存为', 'Save template as')).fill(word('政府办', 'Office'));
    await page.locator('.sheet-take input[autocomplete=name]').fill('');
    await page.locator('.sheet-take button[type=submit]').click();
    await page.locator('.form-field.faulty').waitFor();
    await page.locator('.sheet-take input[autocomplete=name]').fill('Li');
    await look(page, lang, `answered-${name}`);
    assert.equal((await plans()).length, 0, 'nothing is stored before she says so');
    await page.locator('.sheet-take button[type=submit]').click();
    await page.getByRole('link', { name: word('查看台账', 'See the register') }).waitFor();
    const left = await page.locator('.sheet-left').textContent();
    assert.ok(left?.includes(word('督查码', 'Follow-up code')), 'the receipt says what was left out');
    await look(page, lang, `taken-${name}`);
    const held = await ledger();
    assert.deepEqual(
      held.map(({ owner, due }) => [owner?.name[lang], due?.on]),
      [
        [NAMES[lang][0], '2027-10-31'],
        [NAMES[lang][1], '2027-06-30'],
        [NAMES[lang][2], undefined],
      ],
    );
    await page.getByRole('button', { name: word('撤销', 'Undo') }).click();
    await page.getByText(word('已撤销', 'Undone'), { exact: false }).first().waitFor();
    assert.equal((await plans()).length, 0);
    await close();
    assert.deepEqual(errors, []);
  });
}

test('by keyboard alone a sheet is taken in; the same sheet again changes nothing; the ledger goes out, one cell is edited, and that cell alone is shown', async () => {
  await beginAnew();
  const { page, errors, close } = await openPage(browser, running.address, '/plan/sheet?lang=en&theme=light');
  await give(page, 'tasks.csv', SHEET.en);
  await page.locator('.sheet-options').waitFor();
  for (const department of NAMES.en) {
    await page.getByRole('combobox', { name: `${department} is this department` }).focus();
    await page.keyboard.type('a new');
    await page.locator('.combo-popover [data-key]', { hasText: 'a new department' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForLoadState('networkidle');
  }
  await page.waitForFunction(() => document.querySelectorAll('.sheet-rows tr.new').length === 2);
  await page.getByLabel('Save template as').focus();
  await page.keyboard.type('Office');
  await page.locator('.sheet-take input[autocomplete=name]').focus();
  await page.keyboard.type('Li');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'See the register' }).waitFor();
  const { total } = await getJson<ListPage<unknown>>(running.address, '/api/v1/commitments');
  assert.equal(total, 2, 'rows that are not clear are left');

  await page.getByRole('button', { name: 'Import another' }).click();
  await give(page, 'tasks.csv', SHEET.en);
  await page.locator('.sheet-told').waitFor();
  await page.getByText('chosen by its heads').waitFor();
  assert.equal(
    await page.getByLabel('Reading template').locator('option:checked').textContent(),
    'Office',
    'a known recipe is chosen by itself',
  );
  assert.deepEqual(
    await page.locator('.sheet-rows tbody tr').evaluateAll((rows) => rows.map(({ className }) => className)),
    ['faulty'],
    'the office of the row that was left is still nobody’s',
  );

  const [xlsx] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^XLSX/ }).click()]);
  await give(page, 'ledger.xlsx', readFileSync(await xlsx.path()));
  await page.getByText('A sheet of this register, with no cell changed.').waitFor();
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV/ }).click()]);
  const text = readFileSync(await csv.path(), 'utf8');
  assert.ok(text.includes('2027-06-30'));
  await give(page, 'ledger.csv', text.replace('2027-06-30', '2027-07-15'));
  await page.getByText('A sheet of this register, with 1 cell changed.').waitFor();
  assert.equal(await page.locator('.sheet-cell.changed').count(), 1);
  assert.deepEqual(await cellsBesideTheirHeads(page), [], 'each cell lies under its head');
  await page.locator('.sheet-take button[type=submit]').click();
  await page.getByText('1 change saved').waitFor();
  assert.deepEqual(
    (await ledger()).map(({ due }) => due?.on),
    ['2027-10-31', '2027-07-15'],
  );
  await page.locator('body').press('Control+z');
  await until(async () => (await ledger())[1]?.due?.on === '2027-06-30');
  assert.deepEqual(
    (await ledger()).map(({ due }) => due?.on),
    ['2027-10-31', '2027-06-30'],
  );
  await close();
  assert.deepEqual(errors, []);
});

test('what cannot be read is told with what to do, and all that was taken in survives a restart', async () => {
  const { page, close } = await openPage(browser, running.address, '/plan/sheet?lang=zh&theme=light');
  await give(page, 'tasks.xls', 'x');
  await page.locator('.fault-summary').getByText('另存为 .xlsx').waitFor();
  await look(page, 'zh', 'refused');
  await close();
  const held = await ledger();
  assert.equal(held.length, 2);
  await running.stop();
  running = await startWestgate({ dataDir: running.dataDir });
  assert.deepEqual(
    (await ledger()).map(({ id }) => id),
    held.map(({ id }) => id),
  );
});
