import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { GateStanding, Matters, Today } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { beginAsAda, inviteBy, PASSWORD } from './first-account.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { openPage, PHONE } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n');
/** Hashing a password takes its time, on purpose: longer on a busy machine. */
const look = lookerOf('asks');
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Who plays the walk, on which project, in which language. */
interface Cast {
  readonly own: Running;
  readonly lang: 'zh' | 'en';
  readonly project: string;
  readonly department: string;
  readonly manager: Page;
  readonly owner: Page;
}

/** From Today to the opened gate: the manager asks by keyboard, the department supplies on a phone, the manager opens the gate. */
async function walk({ own, lang, project, department, manager, owner }: Cast): Promise<void> {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const at = (path: string): string => `${own.address}${path}?lang=${lang}&theme=light`;
  await manager.goto(at('/today'));
  const line = manager.locator(`[data-gate="${project}"]`);
  await line.waitFor();
  assert.match(await line.innerText(), new RegExp(word('滞后', 'behind schedule')));
  if (lang === 'zh') await look(manager, lang, 'today');
  await line.getByRole('link').first().click();
  await manager.locator('.rung.open .needs > li.missing').first().waitFor();
  await manager.goBack();
  await line.getByRole('link', { name: word('通知报送', 'Request document') }).press('Enter');
  const form = manager.locator('.ask-form form');
  await form.waitFor();
  await manager.waitForFunction(() => document.activeElement?.tagName === 'SELECT');
  await look(manager, lang, 'ask');
  await manager.keyboard.press('Tab');
  await manager.keyboard.type(word('要盖章的那一份', 'the stamped one, please'));
  await manager.keyboard.press('Enter');
  const told = manager.locator('.asked-line');
  await told.waitFor();
  if (lang === 'en') await look(manager, lang, 'asked');
  assert.equal(await manager.getByRole('button', { name: word('通知报送', 'Request document') }).count(), 0, 'it is not asked for twice');
  await manager.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await told.getByRole('button', { name: word('复制成消息', 'Copy as a message') }).click();
  await told.getByText(word('已复制', 'copied')).waitFor();
  const copied = await manager.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, new RegExp(`/projects/${project}\\?edit=need`));

  await owner.goto(`${at('/today')}&department=${department}`);
  const owed = owner.locator('.today-main .matter-line', { hasText: word('要盖章的那一份', 'the stamped one, please') });
  await owed.waitFor();
  await look(owner, lang, 'owed');
  await owed.getByRole('link', { name: word('提供材料', 'Supply document') }).click();
  await owner.locator('.needs .record-form input[type=file]').waitFor();
  if (lang === 'zh') await look(owner, lang, 'supply');
  await owner
    .locator('.needs .record-form input[type=file]')
    .setInputFiles({ name: 'minutes.pdf', mimeType: 'application/pdf', buffer: PDF });
  await owner.locator('.needs .record-form button[type=submit]').click();
  await owner.locator('.needs .record-form').waitFor({ state: 'detached' });
  await owner.goto(`${at('/today')}&department=${department}`);
  await owner.locator('.today-head').waitFor();
  await owed.waitFor({ state: 'detached' });

  await manager.goto(at('/today'));
  await line.getByRole('link', { name: word('材料齐全，可通过', 'Complete: approve gate') }).click();
  await manager.locator('.gates .record-form button[type=submit]').click();
  await manager.locator('.rung.passed').first().waitFor();
  await manager.goto(at(`/supervision/${await askOf(manager, own.address, project)}`));
  await manager.getByText(word('该环节已通过', 'The gate was passed')).waitFor();
  if (lang === 'en') await look(manager, lang, 'answered');
}

/** The matter of the one ask there is. */
async function askOf(page: Page, address: string, project: string): Promise<string> {
  const { items }: Matters = await (await page.request.get(`${address}/api/v1/supervision`)).json();
  const found = items.find(({ ask, subject }) => ask !== null && subject.id === project);
  assert.ok(found);
  return found.id;
}

test('in the example: Today shows what slips, its gate is missing a paper, the manager asks, the department supplies it, the gate opens, zh', async () => {
  const own = await startWestgate();
  const project = 'left-levee-yanshan';
  const updates = [{ subjectKind: 'project', subjectId: project, unchanged: false, step: 'blocked', words: { zh: '缺评估', en: 'waits' } }];
  await postJson(own.address, '/api/v1/updates', { who: 'walk', updates });
  const before = await getJson<GateStanding>(own.address, `/api/v1/projects/${project}/gates`);
  const manager = await openPage(browser, own.address, '/today?lang=zh&theme=light');
  const owner = await openPage(browser, own.address, '/today?lang=zh&theme=light', PHONE);
  for (const [page, name] of [
    [manager.page, '王'],
    [owner.page, '李'],
  ] as const)
    await page.evaluate((who) => localStorage.setItem('westgate.who', who), name);
  await walk({ own, lang: 'zh', project, department: 'cmc', manager: manager.page, owner: owner.page });
  const { gates } = await getJson<Today>(own.address, '/api/v1/today');
  assert.ok(!gates.some(({ gate }) => gate.id === before.open), 'Today asks for nothing of that gate any more');
  assert.deepEqual([manager.errors, owner.errors], [[], []]);
  await Promise.all([manager.close(), owner.close()]);
  await own.stop();
  removeFolder(own.dataDir);
});

test('from an empty district with accounts: the office asks, a member of the department supplies it on a phone; it outlives a restart, en', async () => {
  let own = await startWestgate({ isEmpty: true });
  await beginDistrict(own.address);
  const create = (table: string, fields: object) => ({ action: 'create', table, fields });
  const names = (name_zh: string, name_en: string) => ({ name_zh, name_en });
  const gate = { id: 'ground', project_kind: 'institution', position: 1, ...names('选址', 'Ground'), meaning_en: 'it has its ground' };
  const asked = { id: 'ground-1', gate: 'ground', position: 1, kind: 'evidence', ...names('选址意见', 'Consent to the ground') };
  const edits = [
    create('department', { id: 'works', ...names('建设局', 'Works'), confidence: 'high' }),
    create('project', { id: 'canteen', ...names('食堂', 'Canteen'), kind: 'institution', lead: 'works', due_on: '2020-12-31' }),
    create('gate', { ...gate, basis_en: 'Ward rules', confidence: 'medium', effective_from: '2020-01-01' }),
    create('requirement', { ...asked, supplied_by: 'lead' }),
  ];
  await postJson(own.address, '/api/v1/edits', { who: 'walk', edits });
  const manager = await openPage(browser, own.address, '/today?lang=en&theme=light');
  await beginAsAda(manager.page, own.address);
  const owner = await openPage(browser, own.address, '/sign-in?lang=en&theme=light', PHONE);
  const draft = { name: 'Ben', signIn: 'ben', mail: null, roles: ['department-member'], department: 'works' };
  const link = await inviteBy(manager.page, own.address, draft);
  await owner.page.request.post(`${own.address}/api/v1/links/take-up`, {
    data: { link, name: 'Ben', signIn: 'ben', password: PASSWORD },
  });
  await manager.page.request.post(`${own.address}/api/v1/updates`, {
    data: {
      who: 'x',
      updates: [
        {
          subjectKind: 'project',
          subjectId: 'canteen',
          unchanged: false,
          forecastOn: '2099-12-31',
          words: { zh: '等选址', en: 'waits for the ground' },
        },
      ],
    },
  });
  await walk({ own, lang: 'en', project: 'canteen', department: 'works', manager: manager.page, owner: owner.page });
  await manager.page.goto(`${own.address}/today?lang=en&theme=light`);
  await manager.page.locator('.today-head').waitFor();
  assert.equal(await manager.page.locator('[data-gate]').count(), 0, 'Today shows it no more');
  await own.stop('SIGKILL');
  own = await startWestgate({ dataDir: own.dataDir, port: Number(new URL(own.address).port) });
  await manager.page.goto(`${own.address}/projects/canteen?lang=en&theme=light`);
  await manager.page.locator('.rung.passed').waitFor();
  const real = (errors: readonly string[]) => errors.filter((error) => !/ERR_|Failed to fetch|network|401/i.test(error));
  assert.deepEqual([real(manager.errors), real(owner.errors)], [[], []]);
  await Promise.all([manager.close(), owner.close()]);
  await own.stop();
  removeFolder(own.dataDir);
});
