import type { PlaceKind } from '../register/fields/vocabulary.ts';

/** A symbol's outline and, where it has one, its inner drawing: SVG paths in a box from -12 to 12. */
export interface Shape {
  readonly outline: string;
  readonly inner?: string;
  /** Name in the legend's message catalogue: `shape.<name>`. */
  readonly name: ShapeName;
}
export type ShapeName =
  | 'factory'
  | 'compound'
  | 'court'
  | 'tower'
  | 'campus'
  | 'park'
  | 'relic'
  | 'river'
  | 'venue'
  | 'landmark'
  | 'station'
  | 'area';

const SHAPES: Record<ShapeName, Shape> = {
  factory: { name: 'factory', outline: 'M-10 9V-2L-4-7V-2L2-7V-2L8-7V9Z' },
  compound: { name: 'compound', outline: 'M-9-8H9V8H-9Z', inner: 'M-9 0H9M0-8V8' },
  court: { name: 'court', outline: 'M-9-9H9V9H-9Z', inner: 'M-4-4H4V4H-4Z' },
  tower: { name: 'tower', outline: 'M-5 10V-10H5V10Z' },
  campus: { name: 'campus', outline: 'M-10 8V-4H-3V-9H10V8Z' },
  park: { name: 'park', outline: 'M-9.5 0A9.5 9.5 0 1 1 9.5 0A9.5 9.5 0 1 1-9.5 0Z' },
  relic: { name: 'relic', outline: 'M-10 9H10L7 3H4V-2H8L0-10L-8-2H-4V3H-7Z' },
  river: { name: 'river', outline: 'M-12 0L0-9L12 0L0 9Z' },
  venue: { name: 'venue', outline: 'M-10 6C-10-8 10-8 10 6Z' },
  landmark: { name: 'landmark', outline: 'M0-10L10 8H-10Z' },
  station: { name: 'station', outline: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z' },
  area: { name: 'area', outline: 'M-9-6L-3-9L9-7L8 6L-2 9L-9 5Z' },
};

const BY_KIND: Record<PlaceKind, ShapeName> = {
  factory: 'factory',
  compound: 'compound',
  shantytown: 'compound',
  bungalow: 'court',
  building: 'tower',
  'industrial-park': 'campus',
  park: 'park',
  heritage: 'relic',
  'heritage-block': 'relic',
  waterfront: 'river',
  'flood-works': 'river',
  greenway: 'park',
  venue: 'venue',
  landmark: 'landmark',
  institution: 'relic',
  station: 'station',
  office: 'tower',
  area: 'area',
};

/** The symbol shape of a kind of place. */
export function shapeOf(kind: PlaceKind): Shape {
  return SHAPES[BY_KIND[kind]];
}

/** The named shape. */
export function shapeNamed(name: ShapeName): Shape {
  return SHAPES[name];
}

/** Every shape, in the order of the legend. */
export const SHAPE_NAMES: readonly ShapeName[] = Object.values(SHAPES).map((shape) => shape.name);

/** Whether a word names a kind of place. */
export function isPlaceKind(word: string): word is PlaceKind {
  return word in BY_KIND;
}
