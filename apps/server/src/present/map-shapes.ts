import type { Geometry } from '@westgate/base';
import type { MapShapes } from '@westgate/contract';
import { boundsOf, type Row } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { missing } from './thing.ts';

type Box = readonly [number, number, number, number];
type Shape = MapShapes['items'][number];

const MOST = 2_000;

/** What is drawn of one place, or of all places in a box. Throws `WG_NOT_FOUND`. */
export function mapShapesIn({ register }: View, of: string | undefined, box: Box | null): MapShapes {
  if (of !== undefined && !register.place.has(of)) throw missing('place', of);
  const places = [...register.place.values()].filter(({ id }) => of === undefined || id === of);
  const outlines = [...register.feature.values()].filter(({ layer, place }) => layer === 'outline' && (of === undefined || place === of));
  const shapes = [
    ...places.flatMap((row) => (row.geometry && isIn(row.geometry, box) ? [shapeOf(row, row.geometry, row, null)] : [])),
    ...outlines.flatMap((row) => {
      const place = row.place === null ? undefined : register.place.get(row.place);
      return place && isIn(row.geometry, box) ? [shapeOf(place, row.geometry, row, row.id)] : [];
    }),
  ];
  return { total: shapes.length, items: shapes.slice(0, MOST) };
}

function shapeOf(place: Row<'place'>, { type, coordinates }: Geometry, { rev }: { readonly rev: number }, feature: string | null): Shape {
  return { place: place.id, name: pair(place.name_zh, place.name_en), feature, rev, geometry: { type, coordinates: [...coordinates] } };
}

function isIn(geometry: Geometry, box: Box | null): boolean {
  const own = boundsOf([geometry]);
  return box === null || (own !== null && own[0] <= box[2] && own[2] >= box[0] && own[1] <= box[3] && own[3] >= box[1]);
}
