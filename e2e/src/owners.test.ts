import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EvidenceFiles, NewLink, ProjectDetail } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { takeUp } from './first-account.ts';
import { lookerOf } from './looker.ts';
import { beginDistrict } from './own-district.ts';
import { choose, DESK, openPage, PHONE, waysOfLong } from './page.ts';
import { removeFolder, startWestgate, temporaryFolder } from './westgate.ts';

/** A PNG of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** Hashing a password takes its time, on purpose: longer on a busy machine. */
const look = lookerOf('owners');
const folder = temporaryFolder();
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  removeFolder(folder);
});

const send = async (page: Page, path: string, data: unknown): Promise<NewLink> => {
  const answer = await page.request.post(path, { data });
  assert.equal(answer.status(), 200, await answer.text());
  return answer.json();
};
const department = { id: 'works', name_zh: '建设局', name_en: 'Works', confidence: 'high' };
const project = { id: 'canteen', name_zh: '食堂', name_en: 'Canteen', kind: 'institution', lead: 'works', visibility: 'public' };
const others = { id: 'water', name_zh: '水务局', name_en: 'Water', confidence: 'high' };
const pond = { ...project, id: 'pond', name_zh: '池塘', name_en: 'Pond', lead: 'water' };
const create = (table: string, fields: object) => ({ action: 'create', table, fields });

test('from an empty district: an owner is named; her account closes only as all she answers for is handed over, and one undo takes it back; a reader is offered no change', async () => {
  let own = await startWestgate({ isEmpty: true, dataDir: folder });
  await beginDistrict(own.address);
  const held = [create('department', department), create('department', others), create('project', project), create('project', pond)];
  await postJson(own.address, '/api/v1/edits', { who: 'walk', edits: held });
  const roles = ['programme-office', 'system-administrator'];
  const { link } = await postJson<NewLink>(own.address, '/api/v1/people', { who: 'Ada', name: 'Ada', signIn: 'ada', roles });
  const { page, errors, close } = await openPage(browser, own.address, link.replace('#', '?lang=en&theme=light#'));
  await takeUp(page);
  for (const name of ['Ben', 'Dee']) {
    const draft = { who: 'Ada', name, signIn: name.toLowerCase(), roles: ['department-member'], department: 'works' };
    await send(page, `${own.address}/api/v1/people`, draft);
  }
  await page.goto(`${own.address}/projects/canteen?lang=en&theme=light`);
  const owner = page.locator('.named-owner');
  await owner.getByRole('button', { name: 'Name an owner' }).click();
  await choose(owner.getByRole('combobox', { name: 'Named owner' }), 'Ben');
  await look(page, 'en', 'naming');
  await owner.getByRole('button', { name: 'Save' }).click();
  await owner.locator('b', { hasText: 'Ben' }).waitFor();

  await page.goto(`${own.address}/people?lang=en&theme=light`);
  const answersFor = (name: string) => page.getByRole('row', { name }).locator('td[data-column=answers_for]');
  await answersFor('Ben').waitFor();
  assert.deepEqual(await Promise.all([answersFor('Ben').innerText(), answersFor('Dee').innerText()]), ['1', '0']);
  await page.getByRole('button', { name: 'Edit Ben' }).click();
  await page.getByRole('button', { name: 'Close account' }).click();
  await page.getByText('Choose someone of the same department to take over first.').waitFor();
  await choose(page.getByRole('combobox', { name: 'someone of the same department' }), 'Dee');
  await look(page, 'en', 'hand-over');
  await page.getByRole('button', { name: 'Close account' }).click();
  await page.waitForFunction(
    () => [...document.querySelectorAll('td[data-column=answers_for]')].map((cell) => cell.textContent).join() === '0,0,1',
  );
  await own.stop('SIGKILL');

  own = await startWestgate({ dataDir: folder, port: Number(new URL(own.address).port) });
  await page.goto(`${own.address}/projects/canteen?lang=en&theme=light`);
  await owner.locator('b', { hasText: 'Dee' }).waitFor();
  const deeds = await page.request.get(`${own.address}/api/v1/deeds?limit=1`);
  const [last] = (await deeds.json()).items;
  assert.equal(last.verb, 'close-account');
  await send(page, `${own.address}/api/v1/deeds/${last.seq}/undo`, { who: 'Ada' });
  await owner.locator('b', { hasText: 'Ben' }).waitFor();
  await page.locator('.record-acts').waitFor();
  const fay = await send(page, `${own.address}/api/v1/people`, { who: 'Ada', name: 'Fay', signIn: 'fay', roles: ['reader'] });
  assert.deepEqual(await offeredTo(own.address, fay, ['canteen']), [false], 'a reader is offered nothing that would be refused');
  const gus = { who: 'Ada', name: 'Gus', signIn: 'gus', roles: ['department-lead'], department: 'works' };
  const lead = await send(page, `${own.address}/api/v1/people`, gus);
  assert.deepEqual(
    await offeredTo(own.address, lead, ['canteen', 'pond']),
    [true, false],
    'a lead may change the records of the own department alone',
  );
  assert.deepEqual(
    errors.filter((error) => !/ERR_|Failed to fetch|network|status of 40\d/i.test(error)),
    [],
  );
  await close();
  await own.stop();
});

/** Whether somebody who takes up an account is offered to change, to report on and to record what became of each project. */
async function offeredTo(address: string, { link }: NewLink, projects: readonly string[]): Promise<readonly boolean[]> {
  const { page, quiet, close } = await openPage(browser, address, link.replace('#', '?lang=en&theme=light#'));
  await takeUp(page, 'a reed bends in the wind');
  const offered: boolean[] = [];
  for (const id of projects) {
    await page.goto(`${address}/projects/${id}?lang=en&theme=light`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await quiet();
    const shown = [
      page.locator('.record-acts'),
      page.locator('[data-act=unchanged]'),
      page.getByRole('button', { name: 'Record outcome' }),
    ];
    const counts = await Promise.all(shown.map((each) => each.count()));
    assert.ok(
      counts.every((count) => count === counts[0]),
      `of ${id} all is offered or nothing: ${counts}`,
    );
    offered.push(counts[0] !== 0);
  }
  await close();
  return offered;
}

for (const [lang, words] of waysOfLong(
  [
    [
      'zh',
      {
        ask: '请系统外单位填报',
        body: '填报单位',
        make: '请系统外单位填报',
        who: '您的姓名',
        send: '报送',
        still: '较上期无变化',
        thanks: /已收到/,
        over: /链接已失效/,
        back: '收回链接',
      },
    ],
    [
      'en',
      {
        ask: 'Request external update',
        body: 'Reporting organisation',
        make: 'Request external update',
        who: 'Your name',
        send: 'Submit update',
        still: 'No change',
        thanks: /Received/,
        over: /has expired or was revoked/,
        back: 'Revoke link',
      },
    ],
  ] as const,
  0,
)) {
  test(`a body outside the district reports on a phone by a link, with a photo, without an account, ${lang}`, async () => {
    const example = await startWestgate();
    const [first] = (await getJson<{ items: readonly { id: string }[] }>(example.address, '/api/v1/projects?limit=1')).items;
    const of = `/projects/${first?.id}?lang=${lang}&theme=light`;
    const desk = await openPage(browser, example.address, of, DESK);
    await desk.page.evaluate(() => localStorage.setItem('westgate.who', 'Ada'));
    await desk.page.reload();
    await desk.page.getByRole('button', { name: words.ask }).click();
    await desk.page.getByLabel(words.body).fill('Riverside Steel');
    await look(desk.page, lang, 'making-link');
    await desk.page.getByRole('button', { name: words.make }).click();
    const link = new URL(await desk.page.locator('.link-note textarea').inputValue());

    const phone = await openPage(browser, example.address, `${link.pathname}?lang=${lang}&theme=light${link.hash}`, PHONE);
    const form = phone.page.locator('.outside-form');
    await form.getByLabel(words.who).fill('Eve');
    assert.equal(new URL(phone.page.url()).hash, '', 'the secret does not stay in the address');
    await look(phone.page, lang, 'outside');
    await form.locator('input[type=file]').setInputFiles({ name: 'pier.png', mimeType: 'image/png', buffer: PIXEL });
    await form.getByRole('button', { name: words.send, exact: true }).click();
    await phone.page.getByText(words.thanks).waitFor();
    const files = await getJson<EvidenceFiles>(example.address, `/api/v1/evidence?of=project:${first?.id}`);
    assert.ok(files.items.some(({ fileName }) => fileName === 'pier.png'));
    await phone.page.reload();
    await form.getByRole('button', { name: words.still }).click();
    await phone.page.getByText(words.thanks).waitFor();
    const { reporting } = await getJson<ProjectDetail>(example.address, `/api/v1/projects/${first?.id}`);
    assert.match(JSON.stringify(reporting.last), /pier\.png.*Riverside Steel/);
    await desk.page
      .locator('.last-said')
      .getByText(/Riverside Steel/)
      .waitFor();

    await desk.page.getByRole('button', { name: words.back }).click();
    await desk.page.getByRole('button', { name: words.back }).waitFor({ state: 'detached' });
    await phone.page.reload();
    await phone.page.getByText(words.over).waitFor();
    assert.deepEqual([...phone.strangers, ...desk.strangers, ...desk.errors], []);
    await Promise.all([phone.close(), desk.close()]);
    await example.stop();
    removeFolder(example.dataDir);
  });
}
