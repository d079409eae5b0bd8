import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Department, Page as PageOf, Sentence } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson } from './api.ts';
import { openBrowser } from './browser.ts';
import { IS_LONG, lettersHere, openPage, until } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

const SHOTS = process.env.WESTGATE_SHOTS;
/** Commitments that are made beside those of the example, their names as long as any. */
const MORE = 300;
/** A browser makes what is a little too wide for ordinary paper smaller; more than that is not read well. */
const SHRUNK = 1.25;
/** Points of a millimetre, pixels of one. */
const PT = 72 / 25.4;
const PX = 96 / 25.4;

let browser: Browser;
let running: Running;
before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  const { address } = running;
  const { items: sentences } = await getJson<PageOf<Sentence>>(address, '/api/v1/sentences?limit=1');
  const { items: departments } = await getJson<PageOf<Department>>(address, '/api/v1/departments?limit=8');
  const edits = Array.from({ length: MORE }, (_, index) => ({
    action: 'create',
    table: 'commitment',
    fields: {
      id: `more-${index}`,
      sentence: sentences[0]?.id,
      clause_zh: sentences[0]?.text.zh,
      clause_en: sentences[0]?.text.en,
      title_zh: `第 ${index} 项：推进老旧小区综合整治与基础设施更新改造，完善配套服务设施，提升居住环境品质`,
      title_en: `No. ${index}: carry on with the comprehensive repair of old compounds and their works, and better what serves those who live there`,
      verb_class: 'promote',
      list_closed: true,
      owner: departments[index % departments.length]?.id,
      due_on: '2026-03-31',
      tags: [],
      visibility: 'district',
    },
  }));
  await postJson(address, '/api/v1/edits', { who: 'walk', reason: '', edits });
});
after(async () => {
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

/** What is printed: where, what says that it is there, how many pages of A3 across it may take; null: other paper, as many as it takes. */
const SHEETS = [
  { name: 'brief', path: '/brief', ready: '.brief-exceptions tbody tr', a3: 1 },
  { name: 'exceptions', path: '/exceptions', ready: '.exceptions .list-table tbody tr', a3: 1 },
  { name: 'exceptions, grouped', path: '/exceptions?group=department', ready: '.exceptions .list-table tbody tr', a3: 1 },
  { name: 'monthly', path: '/monthly', ready: '.monthly .list-table tbody tr', a3: 20 },
  { name: 'programme', path: '/programme', ready: '.level-board tbody tr', a3: 12 },
  { name: 'register', path: '/register?noun=commitment', ready: '.register-table tbody tr', a3: null },
  { name: 'today', path: '/today', ready: '.today-main', a3: null },
  { name: 'coverage', path: '/coverage', ready: '.coverage-sheet section', a3: null },
  { name: 'atlas', path: '/atlas?drawer=1', ready: '.drawer-table tbody tr', a3: null },
  { name: 'publish', path: '/publish?state=district', ready: '.publish .list-table tbody tr', a3: null },
] as const;

// In the long form (`npm run trial:long`) all in both languages; else one in Chinese, the next in English.
for (const [turn, lang] of (['zh', 'en'] as const).entries())
  for (const { name, path, ready, a3 } of SHEETS.filter((_, index) => IS_LONG || index % 2 === turn))
    test(`${name} on paper, ${lang}: on the sheets it is meant for, nothing beside the paper, nothing to press, rows whole`, async () => {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}&asOf=2026-11-28&theme=light`;
      const { page, close } = await openPage(browser, running.address, address);
      await page.locator(ready).first().waitFor();
      await lettersHere(page);
      const { pages, wideMm, highMm } = await printed(page, `${name}-${lang}`);
      if (a3 !== null) {
        assert.deepEqual([wideMm, highMm], [420, 297]);
        assert.ok(pages <= a3, `${pages} pages`);
      }
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: Math.floor((a3 === null ? 182 : 396) * PX), height: 900 });
      const faults = await page.evaluate(
        (widest) => {
          const isSeen = (element: Element): boolean => element.checkVisibility() && element.getBoundingClientRect().width > 1;
          const pressed = [
            ...document.querySelectorAll('.register-main :is(button, input, textarea), .head button:not(.time-control, .brand *)'),
          ];
          const told = (element: Element): string => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`;
          const rows = [...document.querySelectorAll('tbody tr')].filter(isSeen);
          return [
            ...pressed
              .filter(
                (each) => isSeen(each) && !each.matches('.brand-district, .brand-plan-menu, .fold-button, .combo > .field, th button'),
              )
              .map(told),
            ...rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid').map((row) => `may be cut: ${told(row)}`),
            ...(document.documentElement.scrollWidth > innerWidth * widest
              ? [`${document.documentElement.scrollWidth} px on ${innerWidth}`]
              : []),
          ];
        },
        a3 === null ? SHRUNK : 1,
      );
      assert.deepEqual(faults, []);
      await close();
    });

test('of a list that does not stand on the paper whole, the rest is counted there', async () => {
  const { total } = await getJson<PageOf<Sentence>>(running.address, '/api/v1/commitments?limit=1');
  for (const { path, row, left } of [
    { path: '/register?noun=commitment', row: '.register-table tbody tr', left: '.left-off' },
    { path: '/exceptions?asOf=2026-11-28', row: '.exceptions .list-table tbody tr', left: '.list-left' },
    { path: '/publish?state=district&kind=commitment', row: '.publish .list-table tbody tr', left: '.left-off' },
  ]) {
    const { page, close } = await openPage(browser, running.address, `${path}&lang=en&theme=light`);
    await page.locator(row).first().waitFor();
    const of = path.startsWith('/exceptions')
      ? (await getJson<{ readonly total: number }>(running.address, '/api/v1/exceptions?asOf=2026-11-28')).total
      : path.startsWith('/publish')
        ? MORE
        : total;
    assert.equal(await page.locator(left).first().isVisible(), false, 'on the screen there is a way to them');
    await page.emulateMedia({ media: 'print' });
    const [, more] = /and (\d[\d,]*) more/.exec((await page.locator(left).first().textContent()) ?? '') ?? [];
    // A screen is told of a medium that is tried out in its next frame; of printing before it.
    const rows = () => page.locator(row).filter({ visible: true }).count();
    await until(
      async () => (await rows()) + Number(more?.replace(',', '')) === of,
      () => path,
    );
    await close();
  }
});

/** Prints the page: how many sheets, and how large the first is. */
async function printed(page: Page, name: string): Promise<{ pages: number; wideMm: number; highMm: number }> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, format: 'A4' });
  if (SHOTS) {
    mkdirSync(SHOTS, { recursive: true });
    writeFileSync(join(SHOTS, `${name}.pdf`), pdf);
  }
  const text = pdf.toString('latin1');
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(text);
  return {
    pages: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length,
    wideMm: Math.round(Number(box?.[1]) / PT),
    highMm: Math.round(Number(box?.[2]) / PT),
  };
}
