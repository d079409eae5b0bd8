/**
 * Runs in the page: what a screen reader would stumble over and axe does not ask. More than one main part or level-one heading,
 * a thing that can be operated and has no name, a text in the other language that does not say so. And what would look otherwise on
 * another machine: a text in a font that we do not ship.
 */
export function structureFaults(language: 'zh' | 'en'): readonly string[] {
  const found = new Set<string>();
  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const count = (selector: string): number => [...document.querySelectorAll(selector)].filter(isShown).length;
  const isCovered = document.querySelector('[role=dialog]') !== null;
  if (!isCovered && count('main, [role=main]') !== 1) found.add(`${count('main, [role=main]')} main parts`);
  if (!isCovered && count('h1') !== 1) found.add(`${count('h1')} headings of level one`);

  for (const element of document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=slider], [role=option], [role=menuitem]',
  )) {
    if (!isShown(element) || element.closest('[aria-hidden=true]')) continue;
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '');
    const labels =
      'labels' in element && element.labels instanceof NodeList ? [...element.labels].map((label) => label.textContent ?? '') : [];
    const name = [element.getAttribute('aria-label'), element.getAttribute('title'), element.textContent, ...labelled, ...labels]
      .join('')
      .trim();
    if (name === '') found.add(`without a name: ${element.outerHTML.slice(0, 120)}`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    // What was announced to a screen reader before the language was changed is taken away after some seconds.
    if (!element || text === '' || element.closest('script, style, option, [data-live-announcer]') || !isShown(element)) continue;
    const font = getComputedStyle(element).fontFamily;
    if (!/^("Latin Marks (Sans|Serif)", )?"Noto (Sans SC Variable|Serif SC)"/.test(font))
      found.add(`in a font of the machine's: ${element.localName} ${font}`);
    const said = element.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) ?? '';
    const isOther =
      language === 'en'
        ? said === 'en' && /\p{Script=Han}/u.test(text)
        : said === 'zh' && /(?:\b[A-Za-z][a-z]+\b[ ,]+){3}/.test(text) && !/\p{Script=Han}/u.test(text);
    if (isOther) found.add(`does not say its language: ${element.localName}.${element.className} "${text.slice(0, 50)}"`);
  }
  return [...found];
}
