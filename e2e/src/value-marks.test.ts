import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SCREEN_ADDRESSES } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { choose, IS_LONG, openPage, waysOfLong } from './page.ts';
import { pressAll } from './pressed.ts';
import { valuePlaces } from './value-places.ts';
import { ROOT, type Running, removeFolder, startWestgate } from './westgate.ts';

// Values of the practice district are made numbers found nowhere else. Then every screen is opened: wherever one of them stands, it is read beside it that it is provisional
// or out of date. A past value is a record of its day: a provisional one says so, and out of date is the last one only. What can be opened on a screen where one of them stands is
// opened as well, each by its name once, in the long form on every screen; on the map a place of each kind; in the palette what is found by a name.

const DAY = '2026-11-27';
const PROVISIONAL = 'provisional|初步数';
const OUT_OF_DATE = 'no new value|out of date|无新值|数据过旧';
/** Where each stands, and on how many screens it is found at least: the crawl may not find nothing. */
const SOUGHT = [
  { number: '87.6543', mark: PROVISIONAL, of: 'the last of an indicator that is a headline', least: 8 },
  { number: '61.9273', mark: OUT_OF_DATE, of: 'the last of an indicator that has had none for months', least: 5 },
  { number: '98.7651', mark: PROVISIONAL, of: 'what a formula rests on', least: 6 },
  { number: '76.5432', mark: PROVISIONAL, of: 'what is measured of an industry', least: 2 },
  { number: '45.6789', mark: OUT_OF_DATE, of: 'what was measured of another industry', least: 2 },
  { number: '54.3217', mark: PROVISIONAL, of: 'the last of a survey unit', least: 1 },
  { number: '43.2189', mark: PROVISIONAL, of: 'the one before of a survey unit', least: 1 },
] as const;

const YARD = 'songling-yard-1-house-1';
/** The records at which an address is opened, where it names one. */
const RECORDS: Readonly<Record<string, readonly string[]>> = {
  '/sentences/$id': ['26-p2s3'],
  '/commitments/$id': ['25-aim', '26-aim', '26-buildings', '26-park', '26-support'],
  '/places/$id': [YARD, 'site-baiquan-depot'],
  '/projects/$id': ['qingfang-park-1', 'chenghu-tower'],
  '/indicators/$id': ['empty', 'answered', 'firms', 'jobs-per-firm', 'making-firms', 'robotics-firms', 'H01', 'H03'],
  '/supervision/$id': ['support-rules'],
  '/flood/$id': ['river-park'],
  '/flood/$id/design': ['river-park'],
  '/new/$noun': ['issue'],
  '/sources/$id': ['SITE'],
  '/documents/$id': ['plan-2026'],
  '/gathering/$by/$id': ['place/site-baiquan-depot', 'department/industry', 'department/urban-management', 'aim/work'],
  '/edit/$noun/$id': ['indicator/empty'],
  '/link/$noun/$id': ['indicator/empty', 'commitment/26-park'],
  '/merge/$noun/$id': ['indicator/empty'],
  '/take-out/$noun/$id': ['indicator/empty', `place/${YARD}`],
  '/$nouns/$id': [
    'industries/smart-making',
    'industries/robotics',
    'parks/qingfang-innovation',
    'departments/industry',
    'outputs/chenghu-tower-floors',
  ],
};
/** What opens over a screen, or is asked of it. */
const MORE = [
  '/atlas?drawer=1&sel=place:songling-yard-1-house-1',
  '/plan?sel=sentence:26-p2s3',
  '/plan?mode=parallel',
  '/programme?view=table',
  '/results/health-check?sel=indicator:H01',
  '/results/health-check?sel=indicator:H03',
  '/indicators/empty?edit=new:indicator_value',
  '/indicators/answered?edit=new:issue',
  '/projects/qingfang-park-1?record=1',
  ...['indicator', 'commitment', 'project', 'industry', 'place', 'issue'].map((noun) => `/register?noun=${noun}`),
];

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate({ district: join(ROOT, 'data', 'practice') })]);
  const common = { source: 'SITE', confidence: 'high' };
  const value = (key: string, fields: object) => ({
    action: 'revise',
    table: 'indicator_value',
    key,
    rev: 1,
    fields: { ...common, ...fields },
  });
  const placed = (key: string, fields: object) => ({
    action: 'revise',
    table: 'place_value',
    key,
    rev: 1,
    fields: { source: 'SURVEY', confidence: 'high', ...fields },
  });
  const measures = (to: string, kind: string) => ({
    action: 'create',
    table: 'link',
    fields: { from_kind: 'indicator', from_id: 'answered', relation: 'measures', to_kind: kind, to_id: to },
  });
  const edits = [
    value('empty|actual|2026-10|SITE', { value: 87.6543 }),
    value('answered|actual|2026-07|SITE', { value: 61.9273 }),
    value('firms|actual|2026-10|SITE', { value: 98.7651 }),
    value('making-firms|actual|2025|YEARBOOK', { value: 76.5432, status: 'provisional', source: 'YEARBOOK' }),
    {
      action: 'create',
      table: 'indicator_value',
      fields: {
        indicator: 'robotics-firms',
        kind: 'actual',
        period: '2026-05',
        value: 45.6789,
        breaks_series: false,
        status: 'final',
        ...common,
      },
    },
    { action: 'withdraw', table: 'indicator_value', key: 'robotics-firms|actual|2026-09|YEARBOOK', rev: 1 },
    placed(`H01|${YARD}|2026-06|SURVEY`, { value: 54.3217, status: 'provisional' }),
    placed(`H03|${YARD}|2025-06|SURVEY`, { value: 43.2189, status: 'provisional' }),
    placed(`H03|${YARD}|2026-06|SURVEY`, { value: 1, status: 'final' }),
    measures('26-support', 'commitment'),
    measures('chenghu-tower', 'project'),
  ];
  await postJson(running.address, '/api/v1/edits', { who: 'Ada', edits });
  await postJson(running.address, '/api/v1/reports', { who: 'Ada', title: { zh: '报告', en: 'Report' } });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

/** Every screen by its address, those of records at some records. */
function visits(): readonly string[] {
  const opened = SCREEN_ADDRESSES.flatMap((address) => {
    if (!address.includes('$')) return [address];
    const records = RECORDS[address];
    assert.ok(records, `at which records ${address} is opened stands nowhere`);
    return records.map((record) => address.replace(/\$.*\$?id|\$[^/]+/, record));
  });
  return [...opened, ...MORE];
}

/** Goes to another screen as a link does, without loading the page again. */
async function goTo(page: Page, path: string, lang: string): Promise<void> {
  const to = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}&asOf=${DAY}`;
  await page.evaluate((url) => history.pushState({}, '', url), to);
}

/** So long a screen is waited for, in milliseconds: one that never rests is looked at as it stands. */
const COMING_MS = 3_000;

/** Waits until a screen has come and asks nothing more. */
async function come(page: Page, quiet: () => Promise<void>): Promise<void> {
  await Promise.race([quiet(), page.waitForTimeout(COMING_MS)]);
  const hasCome = () => document.querySelector('h1') !== null && document.querySelector('main :is(.loading, [aria-busy="true"])') === null;
  await page.waitForFunction(hasCome, null, { timeout: COMING_MS }).catch(() => undefined);
}

/** Whose names are searched in the palette, by language. */
const SEARCHED = { zh: ['空置率', '办结率', '入驻企业', '松岭'], en: ['Empty share', 'settled in time', 'Firms in', 'Songling'] } as const;

/** A place of each kind, on the map. */
async function placesOfKinds(address: string): Promise<readonly string[]> {
  const { items } = await getJson<{ readonly items: readonly { readonly id: string; readonly kind: string }[] }>(
    address,
    '/api/v1/places?limit=500',
  );
  return [...new Map(items.map(({ id, kind }) => [kind, id])).values()].map((id) => `/atlas?drawer=1&sel=place:${id}`);
}

/** What is opened by hand before it is looked at, by the screen it is on. */
const OPENED: Readonly<Record<string, (page: Page, lang: 'zh' | 'en') => Promise<void>>> = {
  '/results/health-check?sel=indicator:H01': async (page) => {
    await page.locator('.check-units tbody tr').first().waitFor();
    const enter = page.locator('.check-units .part-start button').first();
    if (await enter.count()) await enter.click();
  },
};

for (const lang of waysOfLong(['zh', 'en'] as const, 0)) {
  test(`a provisional value, and one out of date, is marked on every screen where it stands, ${lang}`, async (t) => {
    const { page, quiet, close } = await openPage(browser, running.address, `/results?lang=${lang}&asOf=${DAY}`, undefined, 'Ada');
    const bare = new Set<string>();
    const found = new Map<string, Set<string>>(SOUGHT.map(({ number }) => [number, new Set<string>()]));
    const known = new Set<string>();
    const look = async (path: string): Promise<number> => {
      const places = await page.evaluate(
        valuePlaces,
        SOUGHT.map(({ number, mark }) => ({ number, mark })),
      );
      for (const { number, isMarked, text } of places) {
        found.get(number)?.add(path);
        if (!isMarked) bare.add(`${path}: ${number} in ${text}`);
      }
      return places.length;
    };
    const back = async (path: string): Promise<void> => {
      await goTo(page, path, lang);
      await come(page, quiet);
    };
    let opening = 0;
    for (const path of [...visits(), ...(await placesOfKinds(running.address))]) {
      await back(path);
      const holds = (await look(path)) > 0;
      const from = performance.now();
      if (holds || IS_LONG) await pressAll(page, path, { known: IS_LONG ? new Set() : known, back: () => back(path), quiet, look });
      opening += performance.now() - from;
      const open = OPENED[path];
      if (!open) continue;
      await open(page, lang);
      await quiet();
      await look(`${path}, opened`);
    }
    for (const text of SEARCHED[lang]) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(text);
      await quiet();
      await look(`palette, ${text}`);
      await page.keyboard.press('Escape');
    }
    t.diagnostic(`${known.size} opened in ${Math.round(opening / 1_000)} s`);
    const sheet = `指标,时期,数值\nempty,2026-10,1\nfirms,2026-10,2\n`;
    await goTo(page, '/results/values/sheet', lang);
    await page.locator('.value-standards').waitFor();
    await choose(page.getByLabel(lang === 'zh' ? '来源' : 'Source'), 'SITE');
    await page
      .locator('.sheet-source input[type=file]')
      .setInputFiles({ name: '指标.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
    await quiet();
    await look('/results/values/sheet, a file read');
    for (const { number, of } of SOUGHT)
      t.diagnostic(`${number}, ${of}: ${found.get(number)?.size} screens: ${[...(found.get(number) ?? [])].join(' ')}`);
    assert.deepEqual([...bare], []);
    for (const { number, least } of SOUGHT) assert.ok((found.get(number)?.size ?? 0) >= least, `${number} is found on too few screens`);
    await close();
  });
}
