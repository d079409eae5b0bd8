import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { until } from '../page.ts';

/** So many presses of Tab lead to the end of the longest screen. */
const MOST_TABS = 900;
/** What can be met with a finger is no less high or wide, in CSS pixels: level AA of WCAG 2.2. */
const LEAST_TARGET = 24;

/** How one who walks works a screen: on a desk by keyboard alone, on a phone by finger. */
export interface Hand {
  /** Presses a button or follows a link. */
  press(target: Locator): Promise<void>;
  /** Writes into a field in place of what stands there. */
  write(target: Locator, text: string): Promise<void>;
  /** Chooses a line of a list by its words. */
  select(target: Locator, label: string): Promise<void>;
  /** Types into a field that searches, and takes the first that is found, once its words hold `name`, else what was typed. */
  find(target: Locator, typed: string, name?: string): Promise<void>;
  /** Types a day, as digits in the order of the language. */
  day(target: Locator, digits: string): Promise<void>;
}

/** The hands of a desk: keys alone. What Tab does not reach, or where the focus is not seen, fails the walk. */
export function keysOf(page: Page): Hand & { readonly reach: (target: Locator) => Promise<Locator> } {
  const reach = async (target: Locator): Promise<Locator> => {
    const one = target.first();
    await one.waitFor();
    const where = () =>
      one.evaluate((element) => {
        const focused = document.activeElement;
        if (focused === null || focused !== element) return focused === document.body ? 'start' : 'elsewhere';
        const box = element.getBoundingClientRect();
        const isWithin = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        if (!isWithin) return 'out of sight';
        // What no pointer hits cannot be asked for at its place.
        if (getComputedStyle(element).pointerEvents === 'none') return 'here';
        const seen = document.elementFromPoint(
          Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
          Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1),
        );
        const isSeen = seen !== null && (element.contains(seen) || seen.contains(element) || seen.closest('label')?.contains(element));
        return isSeen ? 'here' : `hidden under ${seen?.outerHTML.slice(0, 120)}`;
      });
    let at = await where();
    for (let tabs = 0; (at === 'start' || at === 'elsewhere') && tabs < MOST_TABS; tabs += 1) {
      await page.keyboard.press('Tab');
      at = await where();
    }
    assert.equal(at, 'here', `by Tab to ${one}`);
    return one;
  };
  return {
    reach,
    async press(target) {
      await reach(target);
      await page.keyboard.press('Enter');
    },
    async write(target, text) {
      await reach(target);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    async select(target, label) {
      await (await reach(target)).selectOption({ label });
    },
    async find(target, typed, name = typed) {
      const field = await reach(target);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(typed);
      await found(field, name);
      await page.keyboard.press('Enter');
    },
    async day(target, digits) {
      await reach(target.getByRole('spinbutton'));
      await page.keyboard.type(digits);
    },
  };
}

/** The hands of a phone. What is too small for a finger fails the walk. */
export function fingerOf(page: Page): Hand {
  const tap = async (target: Locator): Promise<Locator> => {
    const one = target.first();
    await one.click();
    return one;
  };
  return {
    async press(target) {
      const one = target.first();
      await one.scrollIntoViewIfNeeded();
      const box = await one.boundingBox();
      const isInText = await one.evaluate((element) => getComputedStyle(element).display === 'inline');
      assert.ok(isInText || (box && box.height >= LEAST_TARGET && box.width >= LEAST_TARGET), `${one} is ${box?.width} by ${box?.height}`);
      await one.click();
    },
    write: (target, text) => target.first().fill(text),
    async select(target, label) {
      await target.first().selectOption({ label });
    },
    async find(target, typed, name = typed) {
      const field = await tap(target);
      await field.fill(typed);
      await found(field, name);
      await field.press('Enter');
    },
    async day(target, digits) {
      await tap(target.getByRole('spinbutton'));
      await page.keyboard.type(digits);
    },
  };
}

/** Waits until the first line of the list, which Enter takes, holds `name`. */
function found(field: Locator, name: string): Promise<void> {
  const line = field.page().locator('.combo-popover [data-key]').first();
  return until(
    async () => (await line.count()) > 0 && ((await line.textContent()) ?? '').includes(name),
    () => `the first line of the list does not hold “${name}”`,
  );
}
