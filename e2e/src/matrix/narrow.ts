/** What may be scrolled sideways, and why. */
const SIDEWAYS = [
  '.table-scroll, .drawer-table', // tables
  '.scope-bar, .register-tabs', // one row of choices
  '.district-map', // the map
] as const;

/** What {@link sideScrolls} lets be. */
export const SIDEWAYS_ALLOWED: string = SIDEWAYS.join(', ');

/** Runs in the page: parts that must be scrolled sideways to be read, other than tables, maps and rows of choices. */
export function sideScrolls(allowed: string): readonly string[] {
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { overflowX } = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      return isWide && (overflowX === 'auto' || overflowX === 'scroll') && !element.closest(allowed);
    })
    .map((element) => `scrolls sideways: ${element.localName}.${element.className}`);
}

/**
 * Runs in the page: what is pressed, chosen or current and looks like its neighbours that are not. Under forced colours a fill alone is
 * taken away, so that only edges, weight, lines and system colours tell.
 */
export function unseenStates(): readonly string[] {
  const look = (element: Element): string => {
    const { backgroundColor, color, fontWeight, textDecorationLine, outlineStyle, borderTopWidth, borderBottomWidth, borderLeftWidth } =
      getComputedStyle(element);
    return [
      backgroundColor,
      color,
      fontWeight,
      textDecorationLine,
      outlineStyle,
      borderTopWidth,
      borderBottomWidth,
      borderLeftWidth,
    ].join();
  };
  const found: string[] = [];
  for (const element of document.querySelectorAll('[aria-pressed=true], [aria-current=page], [aria-selected=true]')) {
    const siblings = [...(element.parentElement?.children ?? [])].filter(
      (other) => other.localName === element.localName && !other.matches('[aria-pressed=true], [aria-current=page], [aria-selected=true]'),
    );
    const [other] = siblings;
    if (other && look(other) === look(element)) found.push(`chosen but not seen: ${element.outerHTML.slice(0, 100)}`);
  }
  return found;
}

/** Runs in the page: what moves by itself or would glide, when the person has asked for no motion. */
export function movingThings(): readonly string[] {
  const running = document.getAnimations().map((animation) => `moves: ${animation.constructor.name}`);
  const gliding = [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return (
        transitionDuration.split(',').some((text) => Number.parseFloat(text) > 0.001) ||
        animationName !== 'none' ||
        scrollBehavior === 'smooth'
      );
    })
    .map((element) => `would glide: ${element.localName}.${element.className}`);
  return [...running, ...gliding];
}
