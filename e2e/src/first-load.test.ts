import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Counted, countAnswers, kindOf } from './counted.ts';
import { mapDrawn, until } from './page.ts';
import { type Running, removeFolder, startWestgate } from './westgate.ts';

/** What a first look at a screen may cost, bodies and heads of answers together. */
const MOST_BYTES = 1_000_000;
/** What shows that the screen stands there. */
const SCREENS = { '/': '.district-map-canvas canvas', '/today': 'main h1', '/register': '.list-table tbody tr' } as const;

let browser: Browser;
let running: Running;
let counted: Counted;

before(async () => {
  [browser, running] = await Promise.all([openBrowser(), startWestgate()]);
  counted = await countAnswers(running.address);
});

after(async () => {
  counted.close();
  await browser.close();
  await running.stop();
  removeFolder(running.dataDir);
});

for (const [path, shown] of Object.entries(SCREENS))
  for (const language of ['zh', 'en'])
    for (const width of [1440, 390])
      test(`a first look at ${path} in ${language}, ${width} wide, is within its bytes, and all of it is in our letters`, async (t) => {
        const context = await browser.newContext({ viewport: { width, height: 900 } });
        const page = await context.newPage();
        counted.answered.length = 0;
        await page.goto(`${counted.address}${path}?lang=${language}`);
        await page.locator(shown).first().waitFor({ state: 'attached' });
        if (path === '/') await mapDrawn(page);
        await counted.quiet(1500);
        const bytes = counted.answered.reduce((sum, each) => sum + each.bytes, 0);
        const largest = [...counted.answered].sort((a, b) => b.bytes - a.bytes).slice(0, 12);
        t.diagnostic(`${bytes} bytes in ${counted.answered.length} answers`);
        assert.ok(
          bytes <= MOST_BYTES,
          `${bytes} bytes; the largest:\n${largest.map((each) => `${each.bytes} ${each.path.slice(0, 80)}`).join('\n')}`,
        );
        const questions = counted.answered.map((each) => each.path).filter((asked) => asked.startsWith('/api/'));
        assert.deepEqual(
          questions.filter((asked, at) => questions.indexOf(asked) !== at),
          [],
          'nothing is asked twice',
        );
        assert.ok(
          counted.answered.some((each) => kindOf(each) === 'letters'),
          'letters of ours were asked for',
        );
        // Text that came this moment is given its letters with the next picture.
        let lacking: readonly string[] = [];
        await until(
          async () => {
            lacking = await page.evaluate(lettersWithoutFont);
            return lacking.length === 0;
          },
          () => `letters that no font of ours has a file for: ${lacking.join('')}`,
        );
        await context.close();
      });

/** In the page: letters of its text, beyond Latin, that no face of ours has a file for; each is drawn by a font of the machine, or as a box. */
function lettersWithoutFont(): string[] {
  const covered = new Set<string>();
  for (const { family, unicodeRange } of document.fonts) {
    if (!/Noto/.test(family)) continue;
    for (const range of unicodeRange.split(',')) {
      const [first = 0, last = first] = range
        .trim()
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      for (let code = first; code <= last; code += 1) covered.add(String.fromCodePoint(code));
    }
  }
  return [...new Set(document.body.innerText)].filter((letter) => letter > '\u00ff' && !covered.has(letter));
}
