import type { Geometry } from '@westgate/base';
import type { MapShapes } from '@westgate/contract';
import type { SnapLines } from './snap.ts';

/** The lines and rings of neighbours, to snap to; points as lines of one. What is being edited itself is left out. */
export function snapLines(
  shapes: MapShapes['items'],
  edited: { readonly place: string; readonly feature: string | null } | null,
): SnapLines {
  return shapes
    .filter(({ place, feature }) => edited === null || place !== edited.place || feature !== edited.feature)
    .flatMap(({ geometry }) => linesOf(asGeometry(geometry)));
}

/** The one place where the shape of an answer is taken to be a geometry: the server checked it. */
export function asGeometry(geometry: MapShapes['items'][number]['geometry']): Geometry {
  return geometry as unknown as Geometry;
}

function linesOf(geometry: Geometry): SnapLines {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}
