import type { Geometry, LngLat } from '@westgate/base';
import { type Frame, findRingFault, isInFrame } from '@westgate/domain';

export const SHAPES = ['point', 'line', 'area'] as const;
export type Shape = (typeof SHAPES)[number];

/** A shape being drawn: its corners in order, an area not closed by a repeated one. */
export interface Sketch {
  readonly shape: Shape;
  readonly corners: readonly LngLat[];
  /** More corners are being added to a line or an area. */
  readonly isOpen: boolean;
}

/** What keeps a sketch from being kept, and where, if it has a place. */
export type SketchFault =
  | { readonly kind: 'too-few'; readonly least: number; readonly at: null }
  | { readonly kind: 'too-many'; readonly found: number; readonly at: null }
  | { readonly kind: 'crossing' | 'flat' | 'outside' | 'swapped'; readonly at: LngLat };

/** Digits after the point of a degree: about a decimetre. */
const DIGITS = 6;
const LEAST: Readonly<Record<Shape, number>> = { point: 1, line: 2, area: 3 };

/** The first thing that is wrong with a sketch; null where it may be kept. `frame` is that of the district. */
export function sketchFault({ shape, corners }: Sketch, frame: Frame): SketchFault | null {
  const outside = corners.find((corner) => !isInFrame(corner, frame));
  if (outside) return { kind: isInFrame([outside[1], outside[0]], frame) ? 'swapped' : 'outside', at: outside };
  if (corners.length < LEAST[shape]) return { kind: 'too-few', least: LEAST[shape], at: null };
  // What is typed may be more than a point: nothing of it is left out without a word.
  if (shape === 'point' && corners.length > 1) return { kind: 'too-many', found: corners.length, at: null };
  if (shape !== 'area') return null;
  const fault = findRingFault([[closed(corners)]]);
  return fault && { kind: fault.kind === 'crossing' ? 'crossing' : 'flat', at: fault.at };
}

/** A sketch as the geometry of a record. Only of a sketch without a fault. */
export function geometryOf({ shape, corners }: Sketch): Geometry | null {
  const [first] = corners;
  if (!first) return null;
  if (shape === 'point') return { type: 'Point', coordinates: first };
  return shape === 'line' ? { type: 'LineString', coordinates: corners } : { type: 'Polygon', coordinates: [closed(corners)] };
}

/** A geometry as a sketch; null where it has several parts or holes, which are replaced and not edited. */
export function sketchOf(geometry: Geometry): Sketch | null {
  switch (geometry.type) {
    case 'Point':
      return { shape: 'point', corners: [geometry.coordinates], isOpen: false };
    case 'LineString':
      return { shape: 'line', corners: geometry.coordinates, isOpen: false };
    case 'Polygon': {
      const [shell = [], ...holes] = geometry.coordinates;
      return holes.length === 0 ? { shape: 'area', corners: shell.slice(0, -1), isOpen: false } : null;
    }
    default:
      return null;
  }
}

/** Whether a position lies anywhere on the Earth: of two numbers that were typed the wrong way round the second may be more than 90. */
export function isOnEarth([, lat]: LngLat): boolean {
  return Math.abs(lat) <= 90;
}

/** A position as it is kept: six digits, some decimetres. */
export function rounded([lng, lat]: LngLat): LngLat {
  return [Number(lng.toFixed(DIGITS)), Number(lat.toFixed(DIGITS))];
}

/** `sketch` with another corner; a point moves there. */
export function withCorner({ shape, corners }: Sketch, corner: LngLat): Sketch {
  if (shape === 'point') return { shape, corners: [rounded(corner)], isOpen: false };
  return { shape, corners: [...corners, rounded(corner)], isOpen: true };
}

/** `sketch` without its last corner, to go on from there. */
export function withoutLast({ shape, corners }: Sketch): Sketch {
  return { shape, corners: corners.slice(0, -1), isOpen: shape !== 'point' };
}

/** `sketch` as drawn to its end, where it has corners enough; else as it is. */
export function finished(sketch: Sketch): Sketch {
  return sketch.corners.length < LEAST[sketch.shape] ? sketch : { ...sketch, isOpen: false };
}

/** A sketch of `shape` with nothing drawn. */
export function blank(shape: Shape): Sketch {
  return { shape, corners: [], isOpen: shape !== 'point' };
}

/** `sketch` as another shape: of a point's many corners the first stays. */
export function reshaped({ corners }: Sketch, shape: Shape): Sketch {
  if (shape === 'point') return { shape, corners: corners.slice(0, 1), isOpen: false };
  return { shape, corners, isOpen: corners.length < LEAST[shape] };
}

/** The states of a drawing: those before, the present one, and those taken back. */
export interface Steps {
  readonly before: readonly Sketch[];
  readonly now: Sketch;
  readonly after: readonly Sketch[];
}

/** A drawing that begins. */
export function begun(sketch: Sketch): Steps {
  return { before: [], now: sketch, after: [] };
}

/** One step on; the same sketch again is none. */
export function stepped(steps: Steps, next: Sketch): Steps {
  if (JSON.stringify(next) === JSON.stringify(steps.now)) return steps;
  return { before: [...steps.before, steps.now], now: next, after: [] };
}

/** One step back, or on again. The same where there is none. */
export function turned(steps: Steps, redo: boolean): Steps {
  const { before, now, after } = steps;
  const [next] = redo ? after : before.slice(-1);
  if (!next) return steps;
  return redo
    ? { before: [...before, now], now: next, after: after.slice(1) }
    : { before: before.slice(0, -1), now: next, after: [now, ...after] };
}

function closed(corners: readonly LngLat[]): readonly LngLat[] {
  const [first] = corners;
  return first ? [...corners, first] : corners;
}
