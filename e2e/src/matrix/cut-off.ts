/** What an element is allowed to cut: CSS selectors, each with the reason that the whole text is reachable all the same. */
export const ALLOWED: readonly { readonly selector: string; readonly because: string }[] = [
  {
    selector: '.combo input[title], .record-form input[title]',
    because: 'a field that is typed into scrolls; its title holds the whole name',
  },
  {
    selector: '.plan-menu-name[title]',
    because: 'the head is one line; the title and the list that it opens hold the whole name',
  },
  {
    selector: '.time-names a[title]',
    because: 'the row is as high as its bar; the title and the page behind the link hold the whole name',
  },
];

/**
 * Runs in the page: the texts that are cut off, run out of their box, lie outside the window or over a neighbour, one line each.
 * What can be scrolled to counts as seen; texts for screen readers alone do not count.
 */
export function cutOffTexts(allowed: readonly string[]): readonly string[] {
  const SLACK = 1.5;
  const found = new Set<string>();
  const width = document.documentElement.clientWidth;
  const boxes: { readonly element: Element; readonly rect: DOMRect; readonly layer: Element }[] = [];

  const tell = (element: Element, what: string): false => {
    if (allowed.some((selector) => element.closest(selector))) return false;
    const place = `${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''}`;
    found.add(`${what}: ${place} in ${element.parentElement?.className || element.parentElement?.localName} "${wordsOf(element)}"`);
    return false;
  };
  const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const isForReadersOnly = (element: Element): boolean => {
    const style = getComputedStyle(element);
    return style.clipPath === 'inset(50%)' && style.position === 'absolute';
  };
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
  const clips = (value: string): boolean => value === 'hidden' || value === 'clip';

  /** Walks up from a text: true when all of it is seen or can be scrolled to; else tells where it is cut. */
  const walkUp = (element: Element, rect: DOMRect): boolean => {
    let [across, along] = [true, true];
    for (let at: Element | null = element; at && (across || along); at = at.parentElement) {
      const style = getComputedStyle(at);
      if (at !== element || style.display !== 'inline') {
        const box = at.getBoundingClientRect();
        if (across && scrolls(style.overflowX)) across = false;
        if (along && scrolls(style.overflowY)) along = false;
        const left = box.left + at.clientLeft;
        const inner = at instanceof SVGElement ? box.width : at.clientWidth;
        if (across && clips(style.overflowX) && (rect.right > left + inner + SLACK || rect.left < left - SLACK))
          return tell(element, 'cut at the side');
        const isShort = rect.bottom - rect.height * 0.25 > box.bottom + SLACK || rect.top + rect.height * 0.25 < box.top - SLACK;
        if (along && clips(style.overflowY) && isShort) return tell(element, 'cut below');
      }
      if (style.position === 'fixed') break;
    }
    if (across && (rect.right > width + SLACK || rect.left < -SLACK)) return tell(element, 'outside the window');
    return true;
  };
  const blockOf = (element: Element): Element => {
    let at = element;
    while (at.parentElement && ['inline', 'contents'].includes(getComputedStyle(at).display)) at = at.parentElement;
    return at;
  };
  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position, overflowY, zIndex } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky' || scrolls(overflowY) || (position === 'absolute' && zIndex !== 'auto')) return at;
    }
    return document.documentElement;
  };

  /** The bar that an element stands in, which stays where it is while the page scrolls; null in what opens over one, and outside of all. */
  const barOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position, overflowY } = getComputedStyle(at);
      if (position === 'absolute' || scrolls(overflowY)) return null;
      if (position === 'fixed' || position === 'sticky') return at;
    }
    return null;
  };

  /**
   * A line of `text` without the empty half of a full-width bracket, quote, comma or stop at its end: where the whole sign does not fit it is set
   * in half its width (`text-spacing-trim`), and browsers give its whole width all the same.
   */
  const inked = (text: Node, line: DOMRect): DOMRect => {
    for (const { index } of (text.textContent ?? '').matchAll(/[）〕］｝〉》」』】”’、。，．：；]/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const sign = range.getBoundingClientRect();
      const endsIt = Math.abs(sign.right - line.right) < 1 && sign.top < line.bottom && sign.bottom > line.top;
      if (endsIt) return new DOMRect(line.x, line.y, line.width - sign.width / 2, line.height);
    }
    return line;
  };

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!element || (text.textContent ?? '').trim() === '' || element.closest('script, style, noscript, option, [inert]')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) continue;
    let isUnseen = false;
    for (let at: Element | null = element; at && !isUnseen; at = at.parentElement) isUnseen = isForReadersOnly(at);
    if (isUnseen) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const isTurned = element instanceof SVGElement || getComputedStyle(element).writingMode !== 'horizontal-tb';
    const rects = [...range.getClientRects()]
      .filter((rect) => rect.width > 1 && rect.height > 1)
      .map((rect) => (isTurned ? rect : inked(text, rect)));
    const block = blockOf(element);
    const box = block.getBoundingClientRect();
    const layer = layerOf(element);
    const bar = barOf(element)?.getBoundingClientRect();
    for (const rect of rects) {
      const middle = rect.top + rect.height / 2;
      if (bar && (middle > bar.bottom + SLACK || middle < bar.top - SLACK)) tell(element, 'runs out of its bar');
      if (!walkUp(element, rect)) continue;
      if (!isTurned && (rect.right > box.right + SLACK || rect.left < box.left - SLACK)) tell(element, 'runs out of its box');
      boxes.push({ element, rect, layer });
    }
  }

  /** The middle half of a line's height: lines may touch, letters may not. */
  const core = ({ rect }: (typeof boxes)[number]) => ({ top: rect.top + rect.height * 0.28, bottom: rect.bottom - rect.height * 0.28 });
  const byTop = boxes.map((box) => ({ ...box, ...core(box) })).sort((a, b) => a.top - b.top);
  for (const [index, one] of byTop.entries()) {
    for (let next = index + 1; next < byTop.length; next += 1) {
      const other = byTop[next];
      if (!other || other.top >= one.bottom) break;
      const isBeside = other.rect.left >= one.rect.right - 2 || one.rect.left >= other.rect.right - 2;
      if (isBeside || one.layer !== other.layer || one.element === other.element) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      tell(one.element, `lies on "${wordsOf(other.element).slice(0, 24)}"`);
    }
  }

  const pen = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll('input, select')) {
    if (!(field instanceof HTMLElement) || !pen || !field.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(field);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const isList = field instanceof HTMLSelectElement;
    const text = isList
      ? (field.selectedOptions[0]?.label ?? '')
      : field instanceof HTMLInputElement
        ? field.value || field.placeholder
        : '';
    const isTyped = field instanceof HTMLInputElement && ['text', 'search', 'number'].includes(field.type);
    if (!isList && !isTyped) continue;
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - (isList ? 14 : 0);
    if (room > 4 && pen.measureText(text).width > room + SLACK) tell(field, `its words "${text.slice(0, 40)}" are cut`);
  }
  const wider = document.documentElement.scrollWidth - width;
  if (wider > 1) {
    const widest = [...document.body.querySelectorAll('*')].filter(
      (element) => !element.closest('.unseen') && element.getBoundingClientRect().right >= width + wider - SLACK,
    );
    found.add(`the page is ${wider} px wider than the window: ${widest.at(-1)?.outerHTML.slice(0, 120)}`);
  }
  return [...found];
}
