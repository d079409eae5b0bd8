import { type Geometry, type LngLat, linesOf, positionsOf } from '@westgate/base';
import type { MapShapes } from '@westgate/contract';

/** A position on the screen, CSS pixels. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Lines of corners to snap to, as they lie on the ground. */
export type SnapLines = readonly (readonly LngLat[])[];

/** How near a corner or a side must be, pixels; corners come before sides. */
const CORNER_PX = 12;
const SIDE_PX = 8;

/** The corner of a neighbour near `at`, else the nearest point on a side, else null. `project` tells where a position lies on the screen. */
export function snapped(at: ScreenPoint, lines: SnapLines, project: (position: LngLat) => ScreenPoint): LngLat | null {
  const drawn = lines.map((line) => line.map((corner) => ({ corner, on: project(corner) })));
  const corner = nearest(
    drawn.flat().map(({ corner: position, on }) => ({ position, px: Math.hypot(on.x - at.x, on.y - at.y) })),
    CORNER_PX,
  );
  if (corner) return corner;
  const sides = drawn.flatMap((line) =>
    line.slice(1).flatMap((to, index) => {
      const from = line[index];
      return from ? [alongSide(at, from, to)] : [];
    }),
  );
  return nearest(sides, SIDE_PX);
}

/** The corner of a neighbour that lies nearest to `at`, however far; null where there is none. */
export function nearestCorner(at: LngLat, lines: SnapLines): LngLat | null {
  const stretch = Math.cos((at[1] * Math.PI) / 180);
  return nearest(
    lines.flat().map((position) => ({ position, px: Math.hypot((position[0] - at[0]) * stretch, position[1] - at[1]) })),
    Number.POSITIVE_INFINITY,
  );
}

interface Near {
  readonly position: LngLat;
  readonly px: number;
}

interface Drawn {
  readonly corner: LngLat;
  readonly on: ScreenPoint;
}

function alongSide(at: ScreenPoint, from: Drawn, to: Drawn): Near {
  const [dx, dy] = [to.on.x - from.on.x, to.on.y - from.on.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(Math.max(((at.x - from.on.x) * dx + (at.y - from.on.y) * dy) / length, 0), 1);
  const px = Math.hypot(from.on.x + share * dx - at.x, from.on.y + share * dy - at.y);
  const position: LngLat = [
    from.corner[0] + share * (to.corner[0] - from.corner[0]),
    from.corner[1] + share * (to.corner[1] - from.corner[1]),
  ];
  return { position, px };
}

function nearest(found: readonly Near[], limit: number): LngLat | null {
  return (
    found.reduce<Near | null>((best, each) => (each.px <= limit && each.px < (best?.px ?? Number.POSITIVE_INFINITY) ? each : best), null)
      ?.position ?? null
  );
}

/** The lines and rings of neighbours, to snap to; points as lines of one. What is being edited itself is left out. */
export function snapLines(
  shapes: MapShapes['items'],
  edited: { readonly place: string; readonly feature: string | null } | null,
): SnapLines {
  return shapes
    .filter(({ place, feature }) => edited === null || place !== edited.place || feature !== edited.feature)
    .flatMap((shape) => {
      const geometry = asGeometry(shape.geometry);
      return geometry.type.endsWith('Point') ? positionsOf(geometry).map((position) => [position]) : linesOf(geometry);
    });
}

/** The one place where the shape of an answer is taken to be a geometry: the server checked it. */
export function asGeometry(geometry: MapShapes['items'][number]['geometry']): Geometry {
  return geometry as unknown as Geometry;
}
