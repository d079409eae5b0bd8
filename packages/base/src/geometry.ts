/** `[lng, lat]` in WGS 84 degrees. */
export type LngLat = readonly [number, number];
export type Ring = readonly LngLat[];

/** GeoJSON geometry (RFC 7946), 2D, WGS 84. A `type`, not an interface: it must be assignable to Json. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: LngLat }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly LngLat[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly LngLat[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly LngLat[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): readonly LngLat[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

/** The lines of a geometry, outlines among them; none of points. */
export function linesOf(geometry: Geometry): readonly (readonly LngLat[])[] {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return [];
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/** Whether the numbers of a position that is not in degrees would be, latitude first. */
export function looksSwapped(first: number, second: number): boolean {
  return Math.abs(first) <= 90 && Math.abs(second) <= 180;
}
