/** Text on the screen, and the element it is set as. */
export interface Shown {
  readonly element: Element;
  readonly text: string;
}

const CHANGES = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['value', 'placeholder'] };
/** Text beyond Latin: most of what changes has none. */
const FOREIGN = /[\u0100-\u{10ffff}]/u;
const UNSEEN = new Set(['style', 'script', 'title', 'desc']);

/** Gives the text beyond Latin that came on the page, once for each picture that the browser draws, and before it is drawn. */
export function watchText(give: (shown: readonly Shown[]) => void): void {
  let changed = new Set<Node>([document.body]);
  let isWaiting = false;
  const wait = (node: Node): void => {
    changed.add(node);
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      const now = changed;
      changed = new Set();
      give([...now].filter(({ isConnected }) => isConnected).flatMap(textIn));
    });
  };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') for (const node of addedNodes) wait(node);
      else wait(target);
    }
  }).observe(document.body, CHANGES);
  document.addEventListener('input', ({ target }) => target instanceof Node && wait(target), { capture: true });
  wait(document.body);
}

function textIn(node: Node): Shown[] {
  if (node instanceof Text) return shown(node.parentElement, node.data);
  if (!(node instanceof Element)) return [];
  const found = [node, ...node.querySelectorAll('input, textarea')].flatMap(textTyped);
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (walk.currentNode instanceof Text) found.push(...shown(walk.currentNode.parentElement, walk.currentNode.data));
  return found;
}

function textTyped(element: Element): Shown[] {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return [];
  // Its letters are not drawn, and are nobody's business.
  if (element.type === 'password') return [];
  return shown(element, element.value + element.placeholder);
}

function shown(element: Element | null, text: string): Shown[] {
  return element && FOREIGN.test(text) && !UNSEEN.has(element.localName) ? [{ element, text }] : [];
}
