import { inLanguageMarked, type Language } from '@westgate/base';
import type { MapMark, Place } from '@westgate/contract';
import { isPlaceKind, type ShapeName, shapeOf } from '@westgate/domain';

export const SORT_FIELDS = ['name', 'kind', 'aim', 'stage', 'sentence', 'lead', 'area', 'year', 'position'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/** Places by the shape they are drawn in, from their number by kind. */
export function shapeCounts(kinds: Readonly<Record<string, number>>): ReadonlyMap<ShapeName, number> {
  const counts = new Map<ShapeName, number>();
  for (const [kind, count] of Object.entries(kinds)) {
    if (!isPlaceKind(kind)) continue;
    const { name } = shapeOf(kind);
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

/** The next order when a column's head is pressed: ascending, then descending. */
export function nextSort(sort: string, field: SortField): string {
  return sort === field ? `-${field}` : field;
}

/** The name in the language, else in the other, else the id. */
export function nameOf(place: Place, language: Language): string {
  return inLanguageMarked(place.name, language) ?? place.id;
}

/** The name of a place on the map, likewise. */
export function markName({ place, name_zh: zh, name_en: en }: MapMark, language: Language): string {
  return inLanguageMarked({ zh, en }, language) ?? place;
}

/** The published area in hectares; null where none is known or its unit is no area. */
export function areaHa(place: Place): number | null {
  const { value = null, unit = null } = place.area ?? {};
  const factor = unit ? HECTARES[unit] : undefined;
  return value !== null && factor !== undefined ? value * factor : null;
}

const HECTARES: Readonly<Record<string, number>> = { ha: 1, km2: 100, m2: 1e-4, '1e4-m2': 1, mu: 1 / 15 };
