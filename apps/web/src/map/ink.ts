/** The colours the map draws with, read from the design tokens so that the theme switch re-inks the map. */
export interface MapInk {
  readonly paper: string;
  readonly ground: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly shade: string;
  readonly road: string;
  readonly roadCase: string;
  readonly contour: string;
  readonly contourHeavy: string;
  readonly height: string;
  readonly river: string;
  readonly riverLine: string;
  /** By colour name of an aim: rust, indigo, pine, water, ochre, plum. */
  readonly colours: Readonly<Record<string, string>>;
}

const TOKENS = {
  paper: '--paper',
  ground: '--map-ground',
  ink: '--ink',
  inkSoft: '--ink-soft',
  line: '--line',
  lineStrong: '--line-strong',
  shade: '--shade',
  road: '--map-road',
  roadCase: '--map-road-case',
  contour: '--map-contour',
  contourHeavy: '--map-contour-heavy',
  height: '--warn',
  river: '--map-river',
  riverLine: '--map-river-line',
} as const;
const COLOUR_NAMES = ['rust', 'indigo', 'pine', 'water', 'ochre', 'plum'] as const;

/** Reads the tokens as they stand on `element` now and marks it `data-ink` light or dark, so that paper can turn dark ink light. */
export function takeInk(element: HTMLElement): MapInk {
  element.dataset.ink = getComputedStyle(element).colorScheme === 'dark' ? 'dark' : 'light';
  return readInk(element);
}

function readInk(element: Element): MapInk {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const inks = Object.fromEntries(Object.entries(TOKENS).map(([key, name]) => [key, token(name)])) as Record<keyof typeof TOKENS, string>;
  return { ...inks, colours: Object.fromEntries(COLOUR_NAMES.map((name) => [name, token(`--${name}`)])) };
}
