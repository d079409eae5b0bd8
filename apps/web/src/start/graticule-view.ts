import type { LngLat } from '@westgate/base';
import type { Bounds } from '../map/bounds.ts';

/** What the sheet for drawing a frame looks at: its middle, and how many degrees of longitude it is wide. */
export interface GraticuleView {
  readonly lng: number;
  readonly lat: number;
  readonly span: number;
}

/** Size of the sheet in its own units. */
export const SHEET = { width: 720, height: 400 } as const;

const STEPS = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];
const WIDEST = 360;
const NARROWEST = 0.02;
const KM_PER_DEGREE = 111.32;

/** Where a position lies on the sheet. */
export function toSheet(view: GraticuleView, [lng, lat]: LngLat): readonly [number, number] {
  const [x, y] = unitsPerDegree(view);
  return [SHEET.width / 2 + (lng - view.lng) * x, SHEET.height / 2 - (lat - view.lat) * y];
}

/** The position of a point of the sheet, within the world. */
export function fromSheet(view: GraticuleView, [atX, atY]: readonly [number, number]): LngLat {
  const [x, y] = unitsPerDegree(view);
  return [clamp(view.lng + (atX - SHEET.width / 2) / x, 180), clamp(view.lat - (atY - SHEET.height / 2) / y, 90)];
}

/** The view `factor` times as wide, within bounds; nearer for less than 1. */
export function zoomed(view: GraticuleView, factor: number): GraticuleView {
  return { ...view, span: Math.min(WIDEST, Math.max(NARROWEST, view.span * factor)) };
}

/** The view moved by parts of its width and height. */
export function moved(view: GraticuleView, right: number, up: number): GraticuleView {
  const [x, y] = unitsPerDegree(view);
  return { ...view, lng: clamp(view.lng + (right * SHEET.width) / x, 180), lat: clamp(view.lat + (up * SHEET.height) / y, 85) };
}

/** The view in which `bounds` fills most of the sheet. */
export function viewOn([west, south, east, north]: Bounds): GraticuleView {
  const lat = clamp((south + north) / 2, 85);
  const asHigh = ((north - south) * SHEET.width) / (SHEET.height * Math.cos(radians(Math.min(75, Math.abs(lat)))));
  const wide = Math.max(east - west, asHigh);
  return zoomed({ lng: (west + east) / 2, lat, span: wide }, 1.5);
}

/** Where a person in a time zone `hours` from Greenwich probably is. */
export function viewOfZone(hours: number): GraticuleView {
  return { lng: hours * 15, lat: 32, span: 70 };
}

/** The lines of the graticule in view, with their names. */
export function linesIn(view: GraticuleView): {
  readonly meridians: readonly number[];
  readonly parallels: readonly number[];
  readonly decimals: number;
} {
  const [west, north] = fromSheet(view, [0, 0]);
  const [east, south] = fromSheet(view, [SHEET.width, SHEET.height]);
  const step = STEPS.findLast((each) => view.span / each <= 9) ?? 30;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return { meridians: between(west, east, step), parallels: between(south, north, step), decimals };
}

/** Width and height of a box in kilometres, along its middle. */
export function sizeKm([west, south, east, north]: Bounds): readonly [number, number] {
  return [(east - west) * KM_PER_DEGREE * Math.cos(radians((south + north) / 2)), (north - south) * KM_PER_DEGREE];
}

/** The box between two corners in any order. */
export function boxOf([aLng, aLat]: LngLat, [bLng, bLat]: LngLat): Bounds {
  return [Math.min(aLng, bLng), Math.min(aLat, bLat), Math.max(aLng, bLng), Math.max(aLat, bLat)];
}

function unitsPerDegree({ lat, span }: GraticuleView): readonly [number, number] {
  const x = SHEET.width / span;
  return [x, x / Math.cos(radians(Math.min(75, Math.abs(lat))))];
}

function between(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

function clamp(degrees: number, most: number): number {
  return Math.max(-most, Math.min(most, degrees));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
