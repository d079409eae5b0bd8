import { type DayString, type Geometry, isDay, type Json } from '@westgate/base';
import { MOST_FEN } from '../../kernel/kinds/fen.ts';
import { isMoment } from '../standard/forms.ts';
import { type Fields, isFields, itemsOf, textIn } from '../standard/parts.ts';

/** A day as the standard writes it: its first instant. */
export function momentOf(day: DayString): string {
  return `${day}T00:00:00Z`;
}

/** The day that an instant names, as it is written there; null for what is none. */
export function dayIn(value: Json | undefined): DayString | null {
  if (typeof value !== 'string' || !isMoment(value)) return null;
  const day = value.slice(0, 10);
  return isDay(day) ? day : null;
}

/** Whole fen as an amount of yuan, exact to the fen. */
export function amountOf(fen: number): Fields {
  const [whole, part] = [Math.trunc(Math.abs(fen) / 100), String(Math.abs(fen) % 100).padStart(2, '0')];
  return { amount: Number(`${fen < 0 ? '-' : ''}${whole}.${part}`), currency: 'CNY' };
}

/** The whole fen of an amount of yuan; null for other money, for parts of a fen, and for more than can be held. */
export function fenIn(value: Json | undefined): number | null {
  if (!isFields(value) || value.currency !== 'CNY' || typeof value.amount !== 'number') return null;
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value.amount)) ?? [];
  if (whole === undefined) return null;
  const fen = Number(`${whole}${part.padEnd(2, '0')}`);
  return fen > MOST_FEN ? null : sign === '-' && fen !== 0 ? -fen : fen;
}

/** The year that a period is the whole of; null for another period. */
export function yearIn(period: Json | undefined): number | null {
  const [first, last] = isFields(period) ? [dayIn(period.startDate), dayIn(period.endDate)] : [null, null];
  if (first === null || last === null || first.slice(0, 4) !== last.slice(0, 4)) return null;
  return first.endsWith('-01-01') && last.endsWith('-12-31') ? Number(first.slice(0, 4)) : null;
}

/** Co-ordinates within each other: how deep the positions of each kind of shape lie. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** A shape in two dimensions; null for what is none, or lies outside the degrees of the globe. */
export function shapeIn(value: Json | undefined): Geometry | null {
  const type = textIn(value, 'type');
  const depth = type === null ? undefined : DEPTHS[type];
  if (depth === undefined || !isFields(value) || value.coordinates === undefined) return null;
  if (Object.keys(value).length !== 2 || !arePositions(value.coordinates, depth)) return null;
  return { type, coordinates: value.coordinates } as Geometry;
}

function arePositions(value: Json, depth: number): boolean {
  const items = itemsOf(value);
  if (depth > 0) return items.length > 0 && items.every((item) => arePositions(item, depth - 1));
  const [lng, lat] = items;
  return items.length === 2 && typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}
