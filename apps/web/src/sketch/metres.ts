import type { LngLat } from '@westgate/base';

/** Metres of a degree of latitude on the mean sphere. */
const METRES_PER_DEGREE = 111_195;

/** `position` moved by metres east and north. For steps within a district. */
export function movedBy([lng, lat]: LngLat, eastM: number, northM: number): LngLat {
  const perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return [lng + eastM / perLng, lat + northM / METRES_PER_DEGREE];
}

/** Metres between two positions of a district. */
export function metresBetween(a: LngLat, b: LngLat): number {
  const perLng = METRES_PER_DEGREE * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot((b[0] - a[0]) * perLng, (b[1] - a[1]) * METRES_PER_DEGREE);
}
