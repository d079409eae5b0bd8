import type { Geometry } from '@westgate/base';
import type { MapBase, MapThings, Place } from '@westgate/contract';
import type { Row } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { outlinesByPlace, placeIn } from './place.ts';

type MapFeature = MapThings['features'][number];

/** Everything the map draws of the district itself: each place's own point or shape, then its outlines. */
export const mapThings: (view: View) => MapThings = viewMemo((view) => {
  const places = [...view.register.place.keys()].flatMap((id) => placeIn(view, id) ?? []);
  const ranks = labelRanks(places);
  const features: Omit<MapFeature, 'id'>[] = [];
  for (const place of places) {
    const rank = ranks.get(place.id) ?? places.length;
    const row = view.register.place.get(place.id);
    if (row?.geometry) features.push(featureOf(place, 'site', row.geometry, place.illustrative, rank));
    else if (place.centre) {
      features.push(featureOf(place, 'site', { type: 'Point', coordinates: place.centre }, place.illustrative, rank));
    }
    for (const outline of outlinesByPlace(view.register).get(place.id) ?? []) {
      features.push(featureOf(place, 'outline', outline.geometry, outline.illustrative, rank));
    }
  }
  return {
    type: 'FeatureCollection',
    asOf: view.asOf,
    seq: view.seq,
    features: features.map((feature, index) => ({ ...feature, id: index + 1 })),
  };
});

/** What is drawn under the district's own things, of one layer or of all. */
export function mapBase(view: View, layer: Row<'feature'>['layer'] | null): MapBase {
  const rows = [...view.register.feature.values()];
  return {
    type: 'FeatureCollection',
    seq: view.seq,
    features: rows.flatMap((row, index) =>
      row.layer !== 'outline' && (layer === null || row.layer === layer) ? [baseFeature(row, index + 1)] : [],
    ),
  };
}

function featureOf(
  place: Place,
  role: 'site' | 'outline',
  geometry: Geometry,
  illustrative: boolean,
  rank: number,
): Omit<MapFeature, 'id'> {
  return {
    type: 'Feature',
    geometry,
    properties: {
      role,
      place: place.id,
      kind: place.kind,
      is_site: place.isSite,
      aim: place.aim,
      stage: place.stage,
      name_zh: place.name.zh,
      name_en: place.name.en,
      position: place.position,
      confidence: place.confidence,
      illustrative,
      rank,
    },
  };
}

function baseFeature(row: Row<'feature'>, id: number): MapBase['features'][number] {
  const { layer, name_zh, name_en, rank, height_m, illustrative } = row;
  return { type: 'Feature', id, geometry: row.geometry, properties: { id: row.id, layer, name_zh, name_en, rank, height_m, illustrative } };
}

/** Places by how much rests on them: sentences first, then projects, then the order of the folder. 1 = most important. */
function labelRanks(places: readonly Place[]): ReadonlyMap<string, number> {
  const weight = (place: Place): number => place.sentenceIds.length * 100 + place.projectIds.length + (place.isSite ? 0.5 : 0);
  const sorted = [...places].sort((a, b) => weight(b) - weight(a));
  return new Map(sorted.map((place, index) => [place.id, index + 1]));
}
