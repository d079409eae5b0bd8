import { boundsOf, type Register, type Row } from '@westgate/domain';
import type { Feature, Geometry } from 'geojson';
import { BoxIndex } from './box-index.ts';
import { EDGE, encode, geoJsonOf, sliced, tagsOf } from './encode.ts';
import { type Box, TILE_PX, type TileAt, tileBox, worldBox } from './world.ts';

type BaseRow = Row<'feature'>;

/** What is drawn under the district's own things, found by box. */
export interface Base {
  readonly features: BoxIndex<BaseFeature>;
  /** The box of all of it; null where nothing is drawn. */
  readonly bounds: Box | null;
  /** The box of the district line; null where none is drawn. */
  readonly district: Box | null;
  /** The world with the district cut out. */
  readonly outside: Feature | null;
}

interface BaseFeature {
  readonly row: BaseRow;
  /** The longer side in the square of Web Mercator. */
  readonly side: number;
}

/** Features in one tile, the largest first. */
const MOST = 4000;
/** A line or area smaller than this is no more than a dot. */
const LEAST_PX = 1;
const WORLD: readonly [number, number][] = [
  [-180, -85.05],
  [180, -85.05],
  [180, 85.05],
  [-180, 85.05],
  [-180, -85.05],
];

/** The base map of a register. */
export function baseOf(register: Register): Base {
  const rows = [...register.feature.values()].filter((row) => row.layer !== 'outline');
  const boxed = rows.flatMap((row) => {
    const box = boundsOf([row.geometry]);
    return box ? [{ row, box: worldBox(box) }] : [];
  });
  const lines = rows.filter((row) => row.layer === 'district').map((row) => row.geometry);
  const boxes = new Map(boxed.map(({ row, box }) => [row.id, box]));
  const features = boxed.map(({ row, box }) => ({ row, side: Math.max(box[2] - box[0], box[3] - box[1]) }));
  return {
    features: BoxIndex.of(features, ({ row }) => boxes.get(row.id) ?? [0, 0, 0, 0]),
    bounds: boundsOf(rows.map((row) => row.geometry)),
    district: boundsOf(lines),
    outside: outsideOf(lines.map(geoJsonOf)),
  };
}

/** The tile as bytes: a layer `base`, and a layer `outside` for the shade round the district. */
export function encodeBase(base: Base, at: TileAt): Uint8Array {
  const found = base.features.within(tileBox(at, EDGE)).filter(({ row, side }) => row.geometry.type === 'Point' || isSeen(side, at.z));
  const kept = found.length <= MOST ? found : [...found].sort((a, b) => b.side - a.side).slice(0, MOST);
  return encode({
    outside: sliced(base.outside ? [base.outside] : [], at),
    base: sliced(
      kept.map(({ row }) => featureOf(row)),
      at,
    ),
  });
}

function featureOf({ layer, name_zh, name_en, rank, height_m, geometry }: BaseRow): Feature {
  return { type: 'Feature', geometry: geoJsonOf(geometry), properties: tagsOf({ layer, name_zh, name_en, rank, height_m }) };
}

function outsideOf(lines: readonly Geometry[]): Feature | null {
  const holes = lines.flatMap((line) => {
    if (line.type === 'Polygon') return line.coordinates.slice(0, 1);
    return line.type === 'MultiPolygon' ? line.coordinates.flatMap((part) => part.slice(0, 1)) : [];
  });
  if (holes.length === 0) return null;
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [WORLD.map((position) => [...position]), ...holes] },
  };
}

function isSeen(side: number, z: number): boolean {
  return side * 2 ** z * TILE_PX >= LEAST_PX;
}
