import type { LngLat } from '@westgate/base';

/** A side of a ring: `order` is its place among the `count` sides of ring number `ring`. Never of length zero. */
export interface Segment {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly ring: number;
  readonly order: number;
  readonly count: number;
}

/** Units per degree: about a centimetre. Rounded to whole units, the orientation of three points of one district is exact. */
const UNITS = 1e7;

/**
 * A point where rings cross: within one ring any meeting of two sides but at the corner they share, between rings a proper crossing
 * (touching is allowed). Sweeps by longitude: near-linear for drawn shapes. Null where there is none.
 */
export function findCrossing(segments: readonly Segment[]): LngLat | null {
  const sorted = [...segments].sort((a, b) => west(a) - west(b));
  let open: Segment[] = [];
  for (const segment of sorted) {
    open = open.filter((other) => east(other) >= west(segment));
    for (const other of open) if (overlapInLatitude(segment, other) && meetsWrongly(segment, other)) return meetingOf(segment, other);
    open.push(segment);
  }
  return null;
}

function meetsWrongly(a: Segment, b: Segment): boolean {
  const [a1, a2, b1, b2] = [turn(b, a.from), turn(b, a.to), turn(a, b.from), turn(a, b.to)];
  if (a1 * a2 < 0 && b1 * b2 < 0) return true;
  if (a.ring !== b.ring) return false;
  const follows = (a.order + 1) % a.count === b.order;
  const precedes = (b.order + 1) % b.count === a.order;
  if (follows || precedes) {
    const [end, other] = follows ? [b.to, a.from] : [b.from, a.to];
    return (turn(a, end) === 0 && within(end, a)) || (turn(b, other) === 0 && within(other, b));
  }
  return (
    (a1 === 0 && within(a.from, b)) || (a2 === 0 && within(a.to, b)) || (b1 === 0 && within(b.from, a)) || (b2 === 0 && within(b.to, a))
  );
}

/** Where two sides that meet wrongly do so: where their lines cross, or for sides that touch or lie on each other, the corner that touches. */
function meetingOf(a: Segment, b: Segment): LngLat {
  const [ax, ay] = [a.to[0] - a.from[0], a.to[1] - a.from[1]];
  const [bx, by] = [b.to[0] - b.from[0], b.to[1] - b.from[1]];
  const area = ax * by - ay * bx;
  const share = ((b.from[0] - a.from[0]) * by - (b.from[1] - a.from[1]) * bx) / area;
  if (share > 0 && share < 1) return [a.from[0] + share * ax, a.from[1] + share * ay];
  const corner = [a.from, a.to].find((point) => turn(b, point) === 0 && within(point, b));
  return corner ?? [b.from, b.to].find((point) => turn(a, point) === 0 && within(point, a)) ?? a.from;
}

/** Sign of the turn from the side to the point: -1 right, 0 on its line, 1 left. */
function turn({ from, to }: Segment, point: LngLat): number {
  const [ax, ay] = [Math.round((to[0] - from[0]) * UNITS), Math.round((to[1] - from[1]) * UNITS)];
  const [bx, by] = [Math.round((point[0] - from[0]) * UNITS), Math.round((point[1] - from[1]) * UNITS)];
  return Math.sign(ax * by - ay * bx);
}

function within(point: LngLat, { from, to }: Segment): boolean {
  return (
    Math.min(from[0], to[0]) <= point[0] &&
    point[0] <= Math.max(from[0], to[0]) &&
    Math.min(from[1], to[1]) <= point[1] &&
    point[1] <= Math.max(from[1], to[1])
  );
}

function overlapInLatitude(a: Segment, b: Segment): boolean {
  return Math.max(a.from[1], a.to[1]) >= Math.min(b.from[1], b.to[1]) && Math.max(b.from[1], b.to[1]) >= Math.min(a.from[1], a.to[1]);
}

function west(segment: Segment): number {
  return Math.min(segment.from[0], segment.to[0]);
}

function east(segment: Segment): number {
  return Math.max(segment.from[0], segment.to[0]);
}
