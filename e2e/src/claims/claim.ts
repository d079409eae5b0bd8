import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { getJson, undo } from '../api.ts';
import { openBrowser } from '../browser.ts';
import { lookerOf } from '../looker.ts';
import { DESK, IS_LONG, openPage, PHONE } from '../page.ts';
import { type Running, removeFolder, startWestgate } from '../westgate.ts';
import { fingerOf, type Hand, keysOf } from './hand.ts';
import { type Lang, type WordsIn, wordsIn } from './words-in.ts';

/** What a walk goes by: the words of its language and the hands of its window. */
export interface Walk extends WordsIn, Hand {
  readonly page: Page;
  readonly window: 'desk' | 'phone';
  readonly form: Locator;
  /** Opens an address of the screens. */
  go(path: string): Promise<void>;
  /** Asks the API. */
  api<T>(path: string): Promise<T>;
  /** A field of the open form, by its name. */
  labelled(name: string): Locator;
  /** The field of the open form that is searched for a record. */
  searched(name: string): Locator;
  /** Types a day, given as eight digits, into the field of that name. */
  on(name: string, day: string): Promise<void>;
  send(): Promise<void>;
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  /** Looks at the page as it stands: nothing is cut off, axe finds nothing. */
  look(name: string): Promise<void>;
}

/** Where the claims of a file are walked. */
interface Stage {
  readonly browser: Browser;
  readonly running: Running;
}

interface Deed {
  readonly seq: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

const WAYS = [
  ['desk', 'zh'],
  ['phone', 'en'],
  ['desk', 'en'],
  ['phone', 'zh'],
] as const;

/**
 * Opens a browser and a district (the built-in example where none is named) for the tests of a file, and gives what walks its claims: each written once and walked in two
 * opposite ways, which change from claim to claim; in the long form in all four.
 */
export function claimsOn(district?: string) {
  let stage: Stage | null = null;
  let count = 0;
  before(async () => {
    const [browser, running] = await Promise.all([openBrowser(), startWestgate(district === undefined ? {} : { district })]);
    stage = { browser, running };
  });
  after(async () => {
    await stage?.browser.close();
    await stage?.running.stop();
    removeFolder(stage?.running.dataDir ?? '');
  });
  return (number: string, says: string, walk: (walk: Walk) => Promise<void>): void => {
    const turn = (count % 2) * 2;
    count += 1;
    for (const [window, lang] of IS_LONG ? WAYS : WAYS.slice(turn, turn + 2))
      test(`${number}, ${says} (${window}, ${lang})`, () => {
        assert.ok(stage, 'the browser and Westgate are open');
        return walkOne(stage, { number, window, lang }, walk);
      });
  };
}

async function walkOne(
  { browser, running }: Stage,
  { number, window, lang }: { readonly number: string; readonly window: 'desk' | 'phone'; readonly lang: Lang },
  walk: (walk: Walk) => Promise<void>,
): Promise<void> {
  const { address } = running;
  const held = (await deedsOf(address)).at(0)?.seq ?? 0;
  const { page, errors, strangers, close } = await openPage(browser, address, '/results', window === 'desk' ? DESK : PHONE, 'Ada');
  const looker = lookerOf(`claim-${window}`);
  const hand = window === 'desk' ? keysOf(page) : fingerOf(page);
  const form = page.locator('.record-form');
  const way: Walk = {
    ...wordsIn(lang),
    ...hand,
    page,
    window,
    form,
    go: async (path) => {
      await page.goto(`${address}${path}${path.includes('?') ? '&' : '?'}lang=${lang}&theme=light`);
      await page.locator('h1').first().waitFor();
    },
    api: (path) => getJson(address, `/api/v1/${path}`),
    labelled: (name) => form.getByLabel(name, { exact: true }).and(page.locator('input, select, textarea')),
    searched: (name) => form.getByRole('combobox', { name, exact: true }).and(page.locator('input')),
    on: (name, day) =>
      hand.day(form.getByRole('group', { name, exact: true }), lang === 'zh' ? day : `${day.slice(6)}${day.slice(4, 6)}${day.slice(0, 4)}`),
    send: () => hand.press(form.locator('button[type=submit]')),
    button: (name) => page.getByRole('button', { name, exact: true }),
    link: (name) => page.getByRole('link', { name, exact: true }),
    look: (name) => looker(page, lang, `${number}-${name}`),
  };
  const whole = async (): Promise<void> => {
    await walk(way);
    await way.look('end');
  };
  await whole()
    .catch(async (fault: unknown) => {
      const folder = process.env.WESTGATE_SHOTS;
      if (folder) {
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: `${folder}/fault-${number}-${window}-${lang}.png`, fullPage: true });
      }
      throw fault;
    })
    .finally(async () => {
      // The next way finds what this one found.
      const done = (await deedsOf(address)).filter(({ seq, undoes, undoneBy }) => seq > held && undoes === null && undoneBy === null);
      for (const { seq } of done.sort((a, b) => b.seq - a.seq)) await undo(address, seq);
    });
  assert.deepEqual([errors.filter((error) => !/status of 4/.test(error)), strangers], [[], []]);
  await close();
}

async function deedsOf(address: string): Promise<readonly Deed[]> {
  return (await getJson<{ items: readonly Deed[] }>(address, '/api/v1/deeds?limit=50')).items;
}
