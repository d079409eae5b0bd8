import { WestgateError } from '@westgate/base';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Ask, read, serve } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import { boxNamed, mapCounts, mapMarks, mapSheet } from '../present/map.ts';
import { mapShapesIn } from '../present/map-shapes.ts';
import { unpacked } from '../tiles/map-tiles.ts';

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
  const options = { config: { rateLimit: { max: TILES_A_MINUTE } } };
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
