/** A number that was looked for, and what the screen says of it. */
export interface Sought {
  readonly number: string;
  /** What must be read where it stands, as the source of a regular expression. */
  readonly mark: string;
}

/** Where a number stands on a page. */
export interface ValuePlace {
  readonly number: string;
  readonly isMarked: boolean;
  /** What the least piece of the page around it says. */
  readonly text: string;
}

/**
 * Every place of the page where one of the numbers stands: in its text, and in what is told of a sign, a picture or a field. The mark must be read in the least piece that
 * says something by itself, by those who see it and by those who hear it. What was done on a day is told as it was done: lists of deeds are left out. It runs in the page.
 */
export function valuePlaces(sought: readonly Sought[]): readonly ValuePlace[] {
  const pieces = 'tr, li, p, h1, h2, figcaption, [role=row], [role=option], .fact, .record-card, figure';
  const deeds = '.history, .deed-line, .journal, [data-history]';
  const told = ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description', 'alt'];
  const isRead = (element: Element): boolean => element.checkVisibility() && element.closest('.unseen, [aria-hidden="true"]') === null;
  const textsIn = (root: Node): readonly Text[] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
    return found;
  };
  const blockOf = (element: Element): Element => {
    let block = element.closest(pieces);
    for (block ??= element; getComputedStyle(block).display.startsWith('inline') && block.parentElement; ) block = block.parentElement;
    return block;
  };
  const readIn = (block: Element): string =>
    textsIn(block)
      .filter(({ parentElement }) => parentElement !== null && isRead(parentElement))
      .map(({ data }) => data)
      .join(' ');
  const places: ValuePlace[] = [];
  const look = (element: Element, own: string, isHidden: boolean): void => {
    for (const { number, mark } of sought) {
      if (!new RegExp(`(?<![\\d.,])${number.replaceAll('.', '\\.')}(?!\\d)`).test(own)) continue;
      if (element.closest(deeds) !== null) continue;
      const block = blockOf(element);
      const text = readIn(block);
      const isMarked = new RegExp(mark, 'i').test(isHidden ? `${own} ${text}` : text);
      places.push({
        number,
        isMarked,
        text: `<${block.localName} class="${block.getAttribute('class') ?? ''}"> ${own} | ${text}`.slice(0, 400),
      });
    }
  };
  for (const text of textsIn(document.body)) {
    const { parentElement: element } = text;
    if (element && !element.closest('script, style')) look(element, text.data, !isRead(element));
  }
  for (const element of document.querySelectorAll(told.map((name) => `[${name}]`).join(','))) {
    for (const name of told) look(element, element.getAttribute(name) ?? '', true);
  }
  for (const field of document.querySelectorAll('input, textarea')) look(field, (field as HTMLInputElement).value, true);
  return places;
}
