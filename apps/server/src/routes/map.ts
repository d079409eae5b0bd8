import { type Geometry, WestgateError } from '@westgate/base';
import type { MapShapes } from '@westgate/contract';
import { boundsOf, type Row } from '@westgate/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Ask, read, serve } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { boxNamed, mapCounts, mapMarks, mapSheet } from '../present/map.ts';
import { pair } from '../present/text.ts';
import { missing } from '../present/thing.ts';
import { unpacked } from '../tiles/map-tiles.ts';
import type { View } from '../view/view.ts';

type Box = readonly [number, number, number, number];
type Shape = MapShapes['items'][number];

const MOST = 2_000;

const TILE_TYPE = 'application/vnd.mapbox-vector-tile';
/** Tiles an address may ask for in a minute: panning asks for some ten at a time. */
const TILES_A_MINUTE = 6_000;
/** A tile asked for with the version of its sheet never changes. */
const FOR_GOOD = 'private, max-age=31536000, immutable';

/** Adds what the map is drawn from: its frame, what is counted and picked out on it, and its tiles. */
export function addMap(app: FastifyInstance, office: Office): void {
  read(app, office, 'map-sheet', {
    prepare: (view) => office.tilesIn(view).prepare(view),
    present: (view) => mapSheet(view, office.tilesIn(view)),
  });
  read(app, office, 'map-counts', {
    prepare: (view) => office.tilesIn(view).prepare(view),
    isNoted: true,
    present: (view, { query }) => mapCounts(view, office.tilesIn(view), query, query.bbox === undefined ? null : boxNamed(query.bbox)),
  });
  read(app, office, 'map-marks', {
    prepare: (view) => office.tilesIn(view).prepare(view),
    present: (view, { query }) => mapMarks(view, office.tilesIn(view), query),
  });
  read(app, office, 'map-shapes', {
    present: (view, { query: { of, bbox } }) => mapShapesIn(view, of, bbox === undefined ? null : boxNamed(bbox)),
  });
  addTiles(app, office);
}

function addTiles(app: FastifyInstance, office: Office): void {
  const options = { config: { mostAMinute: TILES_A_MINUTE } };
  const tileOf = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { params: { group, ...at }, query }: Ask<'map-tile'>,
  ): Promise<FastifyReply> => {
    for (const axis of ['x', 'y'] as const) {
      const last = 2 ** at.z - 1;
      if (at[axis] > last) throw new WestgateError('WG_INPUT_INVALID', `${axis}: expected 0 to ${last} at zoom ${at.z}, got ${at[axis]}`);
    }
    const view = office.viewAsked(query);
    const tiles = office.tilesIn(view);
    if (group !== 'base') await tiles.prepare(view);
    const tile = group === 'base' ? tiles.baseTile(view, at) : tiles.things(view, query, at);
    const isCurrent = query.v === tiles.versions(view)[group];
    reply
      .header('etag', tile.etag)
      .header('cache-control', isCurrent ? FOR_GOOD : 'no-cache')
      .header('vary', 'accept-encoding');
    if (request.headers['if-none-match']?.includes(tile.etag)) return reply.code(304).send();
    reply.type(TILE_TYPE);
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(unpacked(tile));
    return reply.header('content-encoding', 'gzip').send(tile.gzip);
  };
  serve(app, 'map-tile', tileOf, options);
}

/** What is drawn of one place, or of all places in a box. Throws `WG_NOT_FOUND`. */
function mapShapesIn({ register }: View, of: string | undefined, box: Box | null): MapShapes {
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
