import type { Page, Route } from 'playwright-core';

/** What may be opened: a button, what unfolds, a link to a form on the same screen. */
const OPENS =
  'main button:enabled:not(thead *, [role=columnheader] *, .check-cell), main summary, main a[href*="edit="], dialog button:enabled';
/** So long it is waited for what a press opens, in milliseconds. */
const OPENING_MS = 120;

/** What is not still by then is looked at as it stands. */
const OPEN_MS = 1_500;

const isAsking = (route: Route): boolean => route.request().method() === 'GET';

/**
 * Presses what can be opened on the screen `path`, one after the other, each from the screen as it first stood, and looks at what then stands there. What was pressed
 * before by its name, `known`, is left out. Nothing is done by it: only questions reach the server.
 */
export async function pressAll(
  page: Page,
  path: string,
  {
    known,
    back,
    quiet,
    look,
  }: {
    readonly known: Set<string>;
    readonly back: () => Promise<void>;
    readonly quiet: () => Promise<void>;
    readonly look: (path: string) => Promise<unknown>;
  },
): Promise<void> {
  const pressed = new Set<string>();
  const refuse = (route: Route): Promise<void> => (isAsking(route) ? route.fallback() : route.abort());
  await page.route('**/api/**', refuse);
  for (const name of await page.evaluate(openers, [OPENS, null] as const)) {
    if (known.has(name) || pressed.has(name)) continue;
    pressed.add(name);
    known.add(name);
    const before = page.url();
    const there = await page.evaluate(openers, [OPENS, name] as const);
    if (!there.includes(name)) continue;
    await page.waitForTimeout(OPENING_MS);
    await Promise.race([quiet(), page.waitForTimeout(OPEN_MS)]);
    await look(`${path}, ${name}`);
    await page.keyboard.press('Escape');
    if (page.url() !== before) await back();
  }
  await page.unroute('**/api/**', refuse);
}

/**
 * What is pressed, by what is seen of it: digits and the name of its record are left out, as those of the lines of a list are alike. With `name`, the first that is called so
 * is pressed. It runs in the page.
 */
function openers([selector, name]: readonly [string, string | null]): readonly string[] {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
  const named = found.map((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const unseen of copy.querySelectorAll('.unseen, svg')) unseen.remove();
    const seen = copy.textContent?.trim() || (element.getAttribute('aria-label') ?? '').replace(/\s.*$/, '');
    return `${element.getAttribute('class') ?? ''}|${seen}`.replaceAll(/\d+/g, '');
  });
  if (name !== null) found[named.indexOf(name)]?.click();
  return named;
}
