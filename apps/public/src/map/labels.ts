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
    const width = widthOf(name.text) * name.size;
    for (const { x, baseline, anchor } of spotsOf(name, width)) {
      const left = x - width * BEFORE[anchor];
      const box: Box = [left, baseline - name.size * 0.9, left + width, baseline + name.size * 0.25];
      if (!isWithin(box, border) || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      spots.push({ ...name, x, y: baseline, anchor });
      break;
    }
  }
  return spots;
}

/** Share of a name's width that lies left of where it is anchored. */
const BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

/** Where a name of that width may stand, the best first. */
function* spotsOf(
  { point: [x, y], size, reach }: Wanted,
  width: number,
): Generator<{ readonly x: number; readonly baseline: number; readonly anchor: Spot['anchor'] }> {
  const beside = y + size * 0.35;
  if (reach === 0) {
    yield { x, baseline: beside, anchor: 'middle' };
    return;
  }
  const gap = reach + size * 0.25;
  yield { x: x + gap, baseline: beside, anchor: 'start' };
  yield { x: x - gap, baseline: beside, anchor: 'end' };
  yield { x, baseline: y + gap + size * 0.8, anchor: 'middle' };
  yield { x, baseline: y - gap - size * 0.15, anchor: 'middle' };
}

/** Width of a text in letters of full size: Chinese signs are square, Latin letters about half. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += isSquare(letter) ? 1 : 0.56;
  return width;
}

function isSquare(letter: string): boolean {
  return /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(letter);
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function isWithin(box: Box, border: Box): boolean {
  return box[0] >= border[0] && box[1] >= border[1] && box[2] <= border[2] && box[3] <= border[3];
}
