import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { lettersHere } from '../page.ts';
import { ROOT } from '../westgate.ts';
import { ALLOWED, cutOffTexts } from './cut-off.ts';
import { structureFaults } from './structure.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js', { paths: [ROOT] }), 'utf8');
/** So long a screen is waited for, in milliseconds. */
const COMING_MS = 10_000;
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/**
 * Rules that look at colours, and those that look at sizes; all others read the document, which is the same in every theme and size of
 * type. Large type only eases what colours must hold, and a dark theme changes no size.
 */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const OF_SIZES = ['target-size', 'scrollable-region-focusable'];
const RULES = { all: ALL, colours: OF_COLOURS, sizes: OF_SIZES } as const;

const UNFIXED = '.head, .rail, .deed-line:not(.away) { position: static }';

/** Which rules a look is held to. */
export type Rules = keyof typeof RULES;

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/**
 * All findings of axe, whatever their weight, one line each. The page's own policy forbids foreign scripts: the debugger runs axe. What
 * stands fixed at an edge covers what is under it until one scrolls: while axe looks it stands in its place, however far the page was scrolled.
 */
export async function axeFaults(page: Page, rules: Rules): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(AXE);
  const options = { resultTypes: ['violations'], preload: false, elementRef: false, runOnly: RULES[rules] };
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, UNFIXED);
  const { violations } = await page.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(options)})`);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return violations.map(({ id, impact, nodes }) => `axe ${impact} ${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`);
}

/** Everything that is wrong with the page as it stands: axe by the given rules, cut texts, structure. */
export async function faultsOf(page: Page, language: 'zh' | 'en', rules: Rules | null = 'all'): Promise<readonly string[]> {
  return [
    ...(rules === null ? [] : await axeFaults(page, rules)),
    ...(await page.evaluate(
      cutOffTexts,
      ALLOWED.map(({ selector }) => selector),
    )),
    ...(await page.evaluate(structureFaults, language)),
  ];
}

/** Waits until the page has its fonts, shows `lang`, and asks nothing more. */
export async function settled(page: Page, lang: 'zh' | 'en'): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), lang);
  // A screen that has not come has no heading yet, or says that it loads. What never comes is told by what is looked at.
  const hasCome = () => document.querySelector('h1') !== null && document.querySelector('main :is(.loading, [aria-busy="true"])') === null;
  await page.waitForFunction(hasCome, null, { timeout: COMING_MS }).catch(() => undefined);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  });
  await lettersHere(page);
}

/** Changes what the address asks for without loading the page again. */
export async function goWithin(page: Page, address: string): Promise<void> {
  await page.evaluate((url) => history.replaceState(history.state, '', url), address);
}

/** Faults with the modes each was seen in, so that one fault is one line. */
export class Gathered {
  readonly #modes = new Map<string, string[]>();

  add(fault: string, mode: string): void {
    const plain = fault.replace(/(?:&amp;|[?&])(?:lang|theme|type)=\w+/g, '').replace(/react-aria[\w-:«»]+/g, 'react-aria');
    this.#modes.set(plain, [...(this.#modes.get(plain) ?? []), mode]);
  }

  lines(): readonly string[] {
    return [...this.#modes].map(([fault, modes]) => `${fault} (${modes.length === 8 ? 'all modes' : modes.join(', ')})`);
  }
}
