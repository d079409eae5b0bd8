import type { Page, Route } from 'playwright-core';

/** What may be opened: a button, what unfolds, a link to a form on the same screen. */
const OPENS = 'main button:enabled, main summary, main a[href*="edit="], dialog button:enabled';
/** So long it is waited for what a press opens, in milliseconds. */
const OPENING_MS = 120;

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
  const names = (): Promise<readonly string[]> => page.evaluate(namesIn, OPENS);
  const pressed = new Set<string>();
  const refuse = (route: Route): Promise<void> => (isAsking(route) ? route.fallback() : route.abort());
  await page.route('**/api/**', refuse);
  for (const name of await names()) {
    if (known.has(name) || pressed.has(name)) continue;
    pressed.add(name);
    known.add(name);
    const before = page.url();
    if (!(await page.evaluate(pressIn, [OPENS, name] as const))) continue;
    await page.waitForTimeout(OPENING_MS);
    await quiet();
    await look(`${path}, ${name}`);
    await page.keyboard.press('Escape');
    if (page.url() !== before) await back();
  }
  await page.unroute('**/api/**', refuse);
}

/** What those that can be pressed are called, digits left out: those of the lines of a list are alike. It runs in the page. */
function namesIn(selector: string): readonly string[] {
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) =>
      `${element.getAttribute('class') ?? ''}|${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.replaceAll(/\d+/g, ''),
    );
}

/** Presses the first that is called so; false where there is none any more. It runs in the page. */
function pressIn([selector, name]: readonly [string, string]): boolean {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) =>
      element.checkVisibility() &&
      `${element.getAttribute('class') ?? ''}|${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.replaceAll(/\d+/g, '') ===
        name,
  );
  found?.click();
  return found !== undefined;
}
