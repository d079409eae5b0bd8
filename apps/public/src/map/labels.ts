import type { Point } from './projection.ts';

/** A name that wants a spot beside a point. */
export interface Wanted {
  readonly text: string;
  readonly point: Point;
  /** Letter size in units. */
  readonly size: number;
  /** Half the width of the symbol it stands beside; 0 for a name that is set on its point. */
  readonly reach: number;
}

/** A name with its spot. */
export interface Spot extends Wanted {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * The names that find room, in the order wanted: each right of its symbol, else left, below or above it, never over a symbol, another name
 * or the border. Names without room are left out; the list beside the map has them all.
 */
export function placeNames(wanted: readonly Wanted[], symbols: readonly (readonly [Point, number])[], border: Box): readonly Spot[] {
  const taken: Box[] = symbols.map(([[x, y], reach]) => [x - reach, y - reach, x + reach, y + reach]);
  const spots: Spot[] = [];
  for (const name of wanted) {
    const found = spotsOf(name).find(({ box }) => isWithin(box, border) && !taken.some((other) => overlap(box, other)));
    if (!found) continue;
    taken.push(found.box);
    spots.push(found.spot);
  }
  return spots;
}

function spotsOf(name: Wanted): readonly { readonly spot: Spot; readonly box: Box }[] {
  const { point, size, reach, text } = name;
  const [x, y] = point;
  const width = widthOf(text) * size;
  const gap = reach + size * 0.25;
  const at = (anchor: Spot['anchor'], left: number, baseline: number): { readonly spot: Spot; readonly box: Box } => ({
    spot: { ...name, x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2, y: baseline, anchor },
    box: [left, baseline - size * 0.9, left + width, baseline + size * 0.25],
  });
  if (reach === 0) return [at('middle', x - width / 2, y + size * 0.35)];
  return [
    at('start', x + gap, y + size * 0.35),
    at('end', x - gap - width, y + size * 0.35),
    at('middle', x - width / 2, y + gap + size * 0.8),
    at('middle', x - width / 2, y - gap - size * 0.15),
  ];
}

/** Width of a text in letters of full size: Chinese signs are square, Latin letters about half. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 1 : 0.56;
  return width;
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function isWithin(box: Box, border: Box): boolean {
  return box[0] >= border[0] && box[1] >= border[1] && box[2] <= border[2] && box[3] <= border[3];
}
