/** Fewer characters than this to a line, over so many lines, is no text to be read. */
export const LEAST_A_LINE = 3;

/** Runs in the page: texts of three lines and more that hold fewer than `least` characters to a line. Names set upright on purpose are left out. */
export function squeezedTexts(least: number): readonly string[] {
  const isClipped = (element: Element): boolean => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const { clipPath, clip } = getComputedStyle(each);
      if (clipPath.startsWith('inset(') || clip.startsWith('rect(')) return true;
    }
    return false;
  };
  const faults = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text.length < 2 * least || !element || element.closest('.unseen, svg, script, style, canvas')) continue;
    const { writingMode, visibility } = getComputedStyle(element);
    if (writingMode !== 'horizontal-tb' || visibility === 'hidden' || isClipped(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
    if (lines.size >= 3 && text.length / lines.size < least)
      faults.add(
        `${(text.length / lines.size).toFixed(1)} characters a line: ${element.localName}.${element.className} "${text.slice(0, 20)}"`,
      );
  }
  return [...faults];
}

/** Runs in the page: buttons and links that something fixed over the page covers wherever they are scrolled to. The page is at its top again then. */
export function coveredControls(): readonly string[] {
  const fixedOver = (element: Element | null): Element | null => {
    for (let each = element; each; each = each.parentElement) if (/fixed|sticky/.test(getComputedStyle(each).position)) return each;
    return null;
  };
  // What fills the window lies over the page on purpose, until it is closed.
  const isBar = (element: Element): boolean => element.getBoundingClientRect().height < innerHeight / 2;
  const faults: string[] = [];
  const controls = [...document.querySelectorAll('main :is(button, a[href], input, select)')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return (
      width > 0 &&
      height > 0 &&
      element.checkVisibility() &&
      !element.closest('.unseen, [hidden], .district-map') &&
      fixedOver(element) === null
    );
  });
  // The first and the last: what is between can be scrolled further.
  for (const control of [...controls.slice(0, 6), ...controls.slice(-6)]) {
    const isSeen = (['center', 'start', 'end'] as const).some((block) => {
      control.scrollIntoView({ block, inline: 'nearest' });
      const box = control.getBoundingClientRect();
      const [x, y] = [box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2];
      const over = document.elementFromPoint(x, y);
      const fixed = fixedOver(over);
      return over !== null && (control.contains(over) || over.contains(control) || fixed === null || !isBar(fixed));
    });
    if (!isSeen) faults.push(`covered: ${control.localName}.${control.className} "${control.textContent?.trim().slice(0, 20)}"`);
  }
  scrollTo(0, 0);
  return [...new Set(faults)];
}
