import { inLanguage, type Language } from '@westgate/base';
import type { Place, Stage } from '@westgate/contract';
import type { PlaceKind } from '@westgate/domain';
import type { Bounds } from '../../../map/bounds.ts';
import { type ShapeName, shapeOf } from '../../../map/shapes.ts';
import { groupOf } from './kind-groups.ts';
import type { LayerState } from './layer-state.ts';

/** One filter for map, table and legend. */
export interface PlaceFilter {
  readonly aim: string | undefined;
  readonly kind: string | undefined;
  readonly stage: string | undefined;
  readonly q: string | undefined;
}
export const SORT_FIELDS = ['name', 'kind', 'aim', 'stage', 'sentence', 'lead', 'area', 'year', 'position'] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/** The places that pass the filter and whose layer is on, in their given order. The word is sought in both names and the id. */
export function filterPlaces(places: readonly Place[], filter: PlaceFilter, layers: LayerState): readonly Place[] {
  const word = fold(filter.q ?? '');
  return places.filter(
    (place) =>
      (layers.get(`thing-${groupOf(place.kind)}`) ?? 1) > 0 &&
      (!filter.aim || place.aim === filter.aim) &&
      (!filter.kind || place.kind === filter.kind) &&
      (!filter.stage || place.stage === filter.stage) &&
      (!word || fold(`${place.name.zh ?? ''} ${place.name.en ?? ''} ${place.id}`).includes(word)),
  );
}

/** Those whose box or symbol lies in the bounds; a place without a position never does. */
export function placesInView(places: readonly Place[], bounds: Bounds | null): readonly Place[] {
  if (!bounds) return places;
  return places.filter(({ bbox, centre }) => {
    const box = bbox ?? (centre && [centre[0], centre[1], centre[0], centre[1]]);
    return box && box[0] <= bounds[2] && box[2] >= bounds[0] && box[1] <= bounds[3] && box[3] >= bounds[1];
  });
}

export interface LegendCounts {
  readonly aims: ReadonlyMap<string | null, number>;
  readonly stages: ReadonlyMap<Stage, number>;
  readonly shapes: ReadonlyMap<ShapeName, number>;
  /** Positions that were assumed. */
  readonly assumed: number;
  readonly total: number;
}

/** A place that only helps to find the way: drawn plain, it has no stage. */
function isOrientation(place: Place): boolean {
  return !place.isSite && place.aim === null;
}

/** What the legend counts among the places given: per aim, stage and shape. */
export function legendCounts(places: readonly Place[]): LegendCounts {
  return {
    aims: tally(places, (place) => place.aim),
    stages: tally(
      places.filter((place) => !isOrientation(place)),
      (place) => place.stage,
    ),
    shapes: tally(places, (place) => shapeOf(place.kind).name),
    assumed: places.filter((place) => place.position === 'assumed').length,
    total: places.length,
  };
}

/** What sorting and the table need beside the places: the words of the screen's language and the numbers of sentences. */
export interface PlaceWords {
  readonly language: Language;
  readonly aimOrder: readonly string[];
  readonly kindName: (kind: PlaceKind) => string;
  readonly sentenceNumbers: ReadonlyMap<string, string>;
}

/** Sorted by a column; `-` in front means descending. Unknown values come last both ways; equal ones keep the order of names. */
export function sortPlaces(places: readonly Place[], sort: string, words: PlaceWords): readonly Place[] {
  const isDescending = sort.startsWith('-');
  const wanted = isDescending ? sort.slice(1) : sort;
  const field = SORT_FIELDS.find((candidate) => candidate === wanted) ?? 'sentence';
  const collator = new Intl.Collator(words.language === 'zh' ? 'zh-Hans-u-co-pinyin' : 'en', { numeric: true });
  const valued = places.map((place) => ({ place, value: sortValue(place, field, words), name: nameOf(place, words.language) }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null)
      return Number(a.value === null) - Number(b.value === null) || collator.compare(a.name, b.name);
    const order =
      typeof a.value === 'number' && typeof b.value === 'number' ? a.value - b.value : collator.compare(String(a.value), String(b.value));
    return (isDescending ? -order : order) || collator.compare(a.name, b.name);
  });
  return valued.map(({ place }) => place);
}

/** The next order when a column's head is pressed: ascending, then descending. */
export function nextSort(sort: string, field: SortField): string {
  return sort === field ? `-${field}` : field;
}

/** Numbers of the sentences that promise a place, in order, each once. */
export function sentenceNumbersOf(place: Place, numbers: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(place.sentenceIds.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** The places that a selected thing lights up; empty for a place itself, which is selected, not lit. */
export function placesLitBy(selected: { readonly kind: string; readonly id: string } | null, places: readonly Place[]): readonly Place[] {
  if (selected?.kind === 'sentence') return places.filter((place) => place.sentenceIds.includes(selected.id));
  if (selected?.kind === 'commitment') return places.filter((place) => place.commitmentIds.includes(selected.id));
  if (selected?.kind === 'project') return places.filter((place) => place.projectIds.includes(selected.id));
  return [];
}

/** The name in the language, else in the other, else the id. */
export function nameOf(place: Place, language: Language): string {
  return inLanguage(place.name, language) ?? place.id;
}

/** The published area in hectares; null where none is known or its unit is no area. */
export function areaHa(place: Place): number | null {
  const { value = null, unit = null } = place.area ?? {};
  const factor = unit ? HECTARES[unit] : undefined;
  return value !== null && factor !== undefined ? value * factor : null;
}

const HECTARES: Readonly<Record<string, number>> = { ha: 1, km2: 100, m2: 1e-4, '1e4-m2': 1, mu: 1 / 15 };
const POSITION_ORDER: Readonly<Record<Place['position'], number>> = { known: 0, assumed: 1, 'not-known': 2, none: 3 };
const STAGE_ORDER: Readonly<Record<Stage, number>> = { candidate: 0, 'under-way': 1, done: 2, 'not-known': 3 };

function sortValue(place: Place, field: SortField, { language, aimOrder, kindName, sentenceNumbers }: PlaceWords): string | number | null {
  switch (field) {
    case 'name':
      return nameOf(place, language);
    case 'kind':
      return kindName(place.kind);
    case 'aim':
      return place.aim === null ? null : aimOrder.indexOf(place.aim);
    case 'stage':
      return STAGE_ORDER[place.stage];
    case 'sentence':
      return sentenceNumbersOf(place, sentenceNumbers)[0] ?? null;
    case 'lead':
      return place.lead && inLanguage(place.lead.name, language);
    case 'area':
      return areaHa(place);
    case 'year':
      return place.area?.period ?? null;
    case 'position':
      return POSITION_ORDER[place.position];
  }
}

function tally<Key>(places: readonly Place[], keyOf: (place: Place) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const place of places) counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1);
  return counts;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
