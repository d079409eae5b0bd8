import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { brokenWords } from './matrix/broken-words.ts';
import { settled } from './matrix/look.ts';
import { IS_LONG, mapDrawn, openPage } from './page.ts';
import { onEmpty, real, standing } from './start-walk.ts';
import { ROOT, type Running, removeFolder, startWestgate } from './westgate.ts';

const PRACTICE = join(ROOT, 'data', 'practice');
const SHOTS = process.env.WESTGATE_SHOTS;
/** The day it opens as of. */
const DAY = '2026-11-27';
const LABEL = { zh: '虚构练习数据', en: 'Invented practice data' } as const;

/** Every screen that tells of records, by its route: where it is opened, and what it must hold. */
const WALKED: Readonly<Record<string, readonly (readonly [path: string, holds: string])[]>> = {
  '/': [['/', '.district-map-canvas canvas']],
  '/atlas': [['/atlas?drawer=1', 'tr[data-place]']],
  '/today': [['/today', '.today li']],
  '/exceptions': [['/exceptions', '.exceptions .list-table tbody tr']],
  '/plan': [
    ['/plan', '[data-sentence]'],
    ['/plan?mode=parallel', '.pair'],
  ],
  '/plan/review': [['/plan/review?plan=plan-2026', '.draft-card']],
  '/plan/versions': [['/plan/versions', '.versions h1']],
  '/register': ['sentence', 'commitment', 'place', 'project', 'indicator', 'event', 'park'].map(
    (noun) => [`/register?noun=${noun}`, '.register-table tbody tr'] as const,
  ),
  '/programme': [
    ['/programme', '.level-board'],
    ['/programme?view=table', '.programme table tbody tr'],
  ],
  '/results': [['/results', '.board-table tbody tr']],
  '/results/health-check': [['/results/health-check?sel=indicator:H03', '.check-units tbody tr']],
  '/results/leader': [['/results/leader', '.leader-table tbody tr']],
  '/gathering/$by/$id': [['/gathering/place/site-baiquan-depot', '.gathering h1']],
  '/results/industries': [['/results/industries', '.tier-table tbody tr']],
  '/results/parks': [['/results/parks', '.space-table tbody tr']],
  '/results/events': [['/results/events', '.readiness-finding']],
  '/settings/calendar': [['/settings/calendar', '.import-calendar']],
  '/results/values': [['/results/values', '.value-table tbody tr']],
  '/results/values/sheet': [['/results/values/sheet', '.value-standards']],
  '/monthly': [['/monthly', '.monthly .list-table tbody tr']],
  '/rulebook': [['/rulebook?kind=shantytown', '.rulebook-gates']],
  '/supervision': [['/supervision', '.supervision .list-table tbody tr']],
  '/supervision/$id': [['/supervision/support-rules', 'main h1']],
  '/reports': [['/reports', '.report-list li']],
  '/coverage': [['/coverage', '.coverage-sheet section']],
  '/publish': [['/publish', 'main h1']],
  '/runs': [['/runs', '.run-list > li']],
  '/breakdown': [['/breakdown', 'main h1']],
  '/brief': [['/brief', '.brief-line']],
  '/journal': [['/journal', '.start-main [role=status]']],
  '/sentences/$id': [['/sentences/26-p2s3', '.noun-page h1']],
  '/commitments/$id': [['/commitments/26-support', '.noun-page h1']],
  '/places/$id': [['/places/site-baiquan-depot', '.noun-page h1']],
  '/projects/$id': [['/projects/chenghu-tower', '.noun-page h1']],
  '/indicators/$id': [['/indicators/empty', '.noun-page h1']],
  '/$nouns/$id': [
    ['/events/industry-meeting-2026', '.noun-page .facts'],
    ['/parks/qingfang-innovation', '.noun-page .facts'],
    ['/outputs/chenghu-tower-floors', '#deliveries'],
    ['/deals/forum-robot-line', '#deal-steps'],
    ['/departments/housing', '.noun-page .facts'],
    ['/meetings/renewal-meeting-1116', '.noun-page .facts'],
    ['/decisions/jintian-notice', '.noun-page .facts'],
    ['/dual-use-assets/hexi-meadow', '.noun-page .facts'],
    ['/grounds/river-park', '.noun-page .facts'],
    ['/flood-cases/river-park', '.noun-page .facts'],
  ],
  '/flood': [['/flood', '.flood-list tbody tr']],
  '/flood/$id': [['/flood/river-park', '.flood-stage']],
  '/flood/$id/design': [['/flood/river-park/design', 'main h1']],
  '/documents/$id': [['/documents/plan-2026', 'main h1']],
  '/sources/$id': [['/sources/PLAN26', 'main h1']],
  '/settings': [['/settings', 'main h1']],
  '/start': [['/start?way=example', '.start-act']],
};
/** Screens that tell of no records, or of people: a folder holds none. */
const OTHERS = new Set([
  ...[
    '/plan/new',
    '/plan/text',
    '/plan/sheet',
    '/new/$noun',
    '/edit/$noun/$id',
    '/link/$noun/$id',
    '/merge/$noun/$id',
    '/take-out/$noun/$id',
  ],
  ...['/people', '/account', '/sign-in', '/directory', '/welcome', '/outside', '/unsubscribe', '/accessibility'],
]);

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ district: PRACTICE })]);
  // A numbered report rests on the journal: the practice district brings none.
  for (const monthly of [undefined, { month: '2026-11', narrative: { overview: {}, problems: {}, next: {} } }]) {
    const title = { zh: '十一月报告', en: 'Report of November' };
    await postJson(running.address, '/api/v1/reports', { who: 'Ada', title, monthly });
  }
  // Nor does a folder bring runs of long work.
  await postJson(running.address, '/api/v1/runs', { kind: 'public-pages', ask: { to: 'archive' } });
  await postJson(running.address, '/api/v1/runs', { kind: 'flood', ask: { floodCase: 'river-park' } });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

test('every screen of the router is walked here, or tells of no records', () => {
  const routes = readFileSync(join(ROOT, 'apps/web/src/routes.ts'), 'utf8').matchAll(/path: '([^']+)'/g);
  assert.deepEqual([...routes].map(([, path = '']) => path).sort(), [...Object.keys(WALKED), ...OTHERS].sort());
});

/** Every screen in both languages in the long form; else one screen in Chinese, the next in English: records and label are the same rows. */
for (const [turn, lang] of (['zh', 'en'] as const).entries()) {
  test(`every screen of the practice district has life and says that it is invented, ${lang}`, async () => {
    const { page, errors, quiet, close } = await openPage(browser, running.address, `/today?lang=${lang}`);
    const faults: string[] = [];
    const walked = Object.values(WALKED).flat();
    for (const [path, holds] of IS_LONG ? walked : walked.filter((_, index) => index % 2 === turn)) {
      await page.goto(`${running.address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}&asOf=${DAY}`);
      await page.locator(holds).first().waitFor();
      await quiet();
      await settled(page, lang);
      if (SHOTS) await page.screenshot({ path: join(SHOTS, `practice${path.replaceAll(/\W+/g, '-')}-${lang}.png`) });
      const empty = await page.locator('main :is(.empty:not(.level-board *), .drawer-empty, .map-empty):visible').allInnerTexts();
      for (const text of empty) faults.push(`${path}: ${text}`);
      if (!(await page.locator('.head').innerText()).includes(LABEL[lang])) faults.push(`${path}: no label in the head`);
      if (!(await page.locator('.print-foot').textContent())?.includes(LABEL[lang])) faults.push(`${path}: no label on paper`);
    }
    assert.deepEqual(faults, []);
    assert.deepEqual(real(errors), []);
    await close();
  });
}

test('an impossible day that is typed or pasted is told, and made no other day', async () => {
  const { page, close } = await openPage(browser, running.address, '/edit/commitment/26-support?lang=zh');
  const field = page.locator('.day-field').first();
  const parts = async (): Promise<string> => (await field.locator('.day-parts').innerText()).replaceAll(/\s/g, '');
  const told = field.getByRole('alert');
  await field.getByRole('spinbutton').first().click();
  await page.keyboard.type('20240230');
  await told.waitFor();
  assert.equal(await parts(), '2024/02/30');
  await page.locator('h1').first().click();
  assert.equal(await parts(), '年/月/日');
  assert.match(await told.innerText(), /2024\/02\/30/);
  await field.getByRole('spinbutton').first().click();
  await page.keyboard.type('20240229');
  await told.waitFor({ state: 'detached' });
  await page.locator('h1').first().click();
  assert.equal(await parts(), '2024/02/29');
  for (const [text, then] of [
    ['2023-02-29', '2024/02/29'],
    ['2025年3月1日', '2025/03/01'],
  ] as const) {
    await field.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      element.querySelector('[role=spinbutton]')?.dispatchEvent(paste);
    }, text);
    if (then.startsWith('2024')) assert.match(await told.innerText(), /2023-02-29/);
    else await told.waitFor({ state: 'detached' });
    assert.equal(await parts(), then);
  }
  await close();
});

test('no word on the board is broken but at a hyphen, in any window', async () => {
  const { page, close } = await openPage(browser, running.address, `/programme?lang=en&asOf=${DAY}`);
  const faults: string[] = [];
  for (const width of [1920, 1440, 1366, 1024, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.locator('.level-board').waitFor();
    for (const broken of await brokenWords(page, '.level-board')) faults.push(`${width} px: ${broken}`);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('the practice district opens by one press on the start screen, as one deed, and goes by one undo', (t) =>
  onEmpty(async ({ address }) => {
    const { page, errors, close } = await openPage(browser, address, '/start?lang=zh');
    const press = page.getByRole('button', { name: '打开练习区' });
    await press.waitFor();
    const began = performance.now();
    await press.click();
    await page.waitForURL(/\/atlas/, { timeout: 120_000 });
    await mapDrawn(page);
    t.diagnostic(`from the press to the drawn map: ${Math.round(performance.now() - began)} ms`);
    assert.equal((await standing(address)).held?.id, 'practice');
    assert.equal(new URL(page.url()).searchParams.get('asOf'), DAY);
    await page.goto(`${address}/start?lang=zh&way=example`);
    await page.getByLabel('登记人').fill('Ada');
    await page.reload();
    await page.getByRole('button', { name: /^撤销/ }).click();
    await page.getByText('这里还没有区').waitFor();
    assert.equal((await standing(address)).held, null);
    assert.deepEqual(real(errors), []);
    await close();
  }));
