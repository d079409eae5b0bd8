import { type Geometry, type LngLat, positionsOf } from '@westgate/base';
import type { Frame } from '../register/tables.ts';

/** Degrees by which a shape may reach over the frame of its district. */
export const FRAME_MARGIN = 0.5;

/** The first position of a shape that lies outside the frame and its margin; null where none does. */
export function findOutside(geometry: Geometry, frame: Frame): LngLat | null {
  return positionsOf(geometry).find((position) => !isInFrame(position, frame)) ?? null;
}

/** Whether a position lies in the frame or in its margin. */
export function isInFrame([lng, lat]: LngLat, [west, south, east, north]: Frame): boolean {
  return lng >= west - FRAME_MARGIN && lng <= east + FRAME_MARGIN && lat >= south - FRAME_MARGIN && lat <= north + FRAME_MARGIN;
}
