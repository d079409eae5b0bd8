import type { Row } from '@westgate/domain';
import { sentenceRanks } from '../../present/order.ts';
import type { View } from '../../view/view.ts';

/** Square metres of the units that areas are published in. */
const SQUARE_METRES: Readonly<Record<string, number>> = { m2: 1, '1e4-m2': 1e4, ha: 1e4, km2: 1e6, mu: 1e4 / 15 };

/** Where an aim stands among the values of its axis; null where there is none. */
export function aimRank({ register }: View, aim: string | null): number | null {
  if (aim === null) return null;
  for (const { axes } of register.district.values()) {
    const axis = axes.find(({ id }) => id === 'aim') ?? axes[0];
    return axis?.values.findIndex(({ id }) => id === aim) ?? null;
  }
  return null;
}

/** Where the first of the sentences stands in the text; null where there is none. */
export function firstSentenceRank({ register }: View, sentences: readonly string[]): number | null {
  const ranks = sentenceRanks(register);
  const known = sentences.flatMap((id) => ranks.get(id) ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

/** A published area in square metres; null where none is known or its unit is no area. */
export function areaM2(area: Row<'figure'> | null): number | null {
  const factor = area?.unit ? SQUARE_METRES[area.unit] : undefined;
  return area && area.value !== null && factor !== undefined ? area.value * factor : null;
}

/** West, south, east, north. */
type Box = readonly [number, number, number, number];

/** True when a place that is drawn lies, with any part of its box, in the box asked for. */
export function meets(bounds: Box | null, asked: Box): boolean {
  return bounds !== null && bounds[0] <= asked[2] && bounds[2] >= asked[0] && bounds[1] <= asked[3] && bounds[3] >= asked[1];
}
