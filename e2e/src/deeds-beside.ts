import { setTimeout as sleep } from 'node:timers/promises';
import type { Project, Receipt } from '@westgate/contract';
import type { Browser, Page } from 'playwright-core';
import { getJson, postJson, recordOutcome, undo } from './api.ts';
import { until } from './page.ts';

/** The projects with every column that a deed here changes. */
const REGISTER = '/register?noun=project&lang=en&theme=light';
const EVERY_MS = 1000;
/** Rows that every window draws: below them a list draws more where it was scrolled or waited. */
const ROWS = 15;

/** What was seen while one did a deed a second beside windows that stood open. */
export interface Beside {
  /** Answers that were refused as too many, by address. */
  readonly refused: readonly string[];
  readonly errors: readonly string[];
  readonly deeds: number;
}

/**
 * A deed a second, `deeds` of them, beside one window of the register in each browser: names, outcomes and what takes them back, as `pick` (0 to 1) chooses. Then waits until each
 * window shows what a page opened now shows; fails where one never does.
 */
export async function deedsBeside(address: string, browsers: readonly Browser[], deeds: number, pick: () => number): Promise<Beside> {
  const [refused, errors]: [string[], string[]] = [[], []];
  const open = async (browser: Browser): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('response', (answer) => answer.status() === 429 && refused.push(answer.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${address}${REGISTER}`);
    await page.locator('.list-table tbody tr').first().waitFor();
    return page;
  };
  const pages = await Promise.all(browsers.map(open));
  const { items } = await getJson<{ items: readonly Project[] }>(address, '/api/v1/projects?limit=10');
  const done: Receipt[] = [];
  for (let count = 0; count < deeds; count += 1) {
    const began = performance.now();
    done.push(await deed(address, items[Math.floor(pick() * items.length)]?.id ?? '', count, done, pick));
    await sleep(Math.max(0, EVERY_MS - (performance.now() - began)));
  }
  const fresh = await browsers[0]?.newPage({ viewport: { width: 1440, height: 900 } });
  if (!fresh) throw new Error('expected a browser, got none');
  await fresh.goto(`${address}${REGISTER}`);
  await fresh.locator('.list-table tbody tr').first().waitFor();
  for (const page of pages) {
    let [shown, right] = ['', ''];
    await until(
      async () => {
        [shown, right] = [await rows(page), await rows(fresh)];
        return shown === right && shown.includes(`Deed ${deeds - 1} `);
      },
      () => `a window shows other than a page opened now:\n${shown}\n—\n${right}`,
    );
  }
  for (const page of [...pages, fresh]) await page.close();
  return { refused, errors, deeds: done.length };
}

/** One deed: every third an outcome, the one after it taken back, the others a name; the last is a name, so that it is seen. */
async function deed(address: string, id: string, count: number, done: readonly Receipt[], pick: () => number): Promise<Receipt> {
  if (count % 3 === 1) return recordOutcome(address, { subjectKind: 'project', subjectId: id, what: 'progress', dates: '2024-11-30' });
  const last = done.at(-1);
  if (count % 3 === 2 && last && pick() < 0.5) return undo(address, last.seq);
  const { rev } = await getJson<Project>(address, `/api/v1/projects/${id}`);
  const edits = [{ action: 'revise', table: 'project', key: id, rev, fields: { name_en: `Deed ${count} of ${id}` } }];
  return postJson<Receipt>(address, '/api/v1/edits', { who: 'walk', reason: '', edits });
}

async function rows(page: Page): Promise<string> {
  return (await page.locator('.list-table tbody tr').allInnerTexts()).slice(0, ROWS).join('\n');
}
