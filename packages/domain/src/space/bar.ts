/** A part of a bar: where it begins and how long it is, 0 to 1 of the scale. */
export interface BarPart {
  readonly kind: 'let' | 'vacant' | 'works' | 'unknown';
  readonly from: number;
  readonly length: number;
}

/** Floor areas as a bar draws them, in m²; null is not known. */
export interface BarAreas {
  readonly total: number | null;
  readonly let: number | null;
  readonly vacant: number | null;
  readonly works: number | null;
}

/** The parts of a bar on a scale up to `most` m²: what is known in its order, then what of the total is not known. Nothing where nothing is known. */
export function barOf(areas: BarAreas, most: number): readonly BarPart[] {
  if (most <= 0) return [];
  const parts: BarPart[] = [];
  let at = 0;
  const add = (kind: BarPart['kind'], m2: number): void => {
    if (m2 <= 0) return;
    parts.push({ kind, from: at / most, length: m2 / most });
    at += m2;
  };
  for (const kind of ['let', 'vacant', 'works'] as const) add(kind, areas[kind] ?? 0);
  add('unknown', (areas.total ?? 0) - at);
  return parts;
}
