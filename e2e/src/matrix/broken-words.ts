import type { Page } from 'playwright-core';

/** Latin words of the screen that stand on two lines, each with its element: a word may break at a hyphen or a space alone. */
export async function brokenWords(page: Page, within = 'main'): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const broken: string[] = [];
    for (const root of document.querySelectorAll(selector)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement;
        if (element === null || !element.checkVisibility() || element.closest('svg, .unseen') !== null) continue;
        for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\p{Script=Latin}{2,}/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(`${word} in ${element.localName}.${element.className}`);
        }
      }
    }
    return broken;
  }, within);
}
