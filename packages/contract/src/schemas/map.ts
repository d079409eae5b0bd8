import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { asOfQuery, bilingual, scopeQuery, tagged } from './common.ts';
import { stage } from './nouns.ts';

const count = z.number().int();
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const bounds = z.string().max(120).describe('west,south,east,north in degrees');

/** Which places are drawn and counted: one filter for tiles, counts and list. */
export const mapFilter = scopeQuery.extend({
  ...tagged,
  aim: z.string().max(80).optional().describe('a value of the axis aim'),
  kind: z.enum(vocabulary.PLACE_KINDS).optional(),
  stage: stage.optional(),
  q: z.string().max(200).optional().describe('words separated by blanks; all must stand in the id or a name'),
  without: z.string().max(400).optional().describe('kinds of places that are left out, separated by commas'),
});

const letters = z.object({ serif: z.string(), sans: z.string() });

/** The frame of the map: what it opens on, what is written on it, and which version of the tiles belongs to it. */
export const mapSheet = z
  .object({
    asOf: z.string(),
    seq: count,
    /** Put into the address of a tile as `v`, so that it may be kept; a new one when the tiles may have changed. */
    versions: z.object({ things: z.string(), base: z.string() }),
    /** West, south, east, north of the district line, else of all that is drawn; null while there is nothing. */
    home: box.nullable(),
    /** The box of the drawn base; null where none is drawn. */
    base: box.nullable(),
    /** Every character of the names on the map in a language, each once, by the face it is set in: streets and quarters in sans, all else in serif. */
    letters: z.object({ zh: letters, en: letters }),
    /** Places by kind, all of them. */
    kinds: z.record(z.string(), count),
    /** What must be shown with the map: whom its sources ask to be named, and their licences. */
    attributions: z.array(bilingual),
    /** Places that have a position. */
    placed: count,
  })
  .meta({ id: 'MapSheet' });

/** How many places there are in a box, by what the legend tells. */
export const mapCounts = z
  .object({
    asOf: z.string(),
    seq: count,
    total: count,
    aims: z.array(z.object({ aim: z.string().nullable(), count })),
    /** Places that only help to find the way have no stage and are not counted here. */
    stages: z.record(stage, count),
    kinds: z.record(z.string(), count),
    /** Positions that were assumed. */
    assumed: count,
    /** Places that pass the filter and have no position, wherever the box lies. */
    unplaced: count,
  })
  .meta({ id: 'MapCounts' });
export const mapCountsQuery = mapFilter.extend({ bbox: bounds.optional() });

/** What a tile and a mark say of a place. */
export const mapPlace = z.object({
  place: z.string(),
  kind: z.enum(vocabulary.PLACE_KINDS),
  is_site: z.boolean(),
  aim: z.string().nullable(),
  stage,
  name_zh: z.string().nullable(),
  name_en: z.string().nullable(),
  /** Short names for the map. */
  label_zh: z.string().nullable(),
  label_en: z.string().nullable(),
  /** Order of names: 1 = most important. */
  rank: count,
  /** It has an area to stand in; in a tile only where that area is large enough to be seen. */
  in_area: z.boolean(),
  /** `wide` where its area is wide in the whole district. */
  room: z.enum(['wide', 'small']),
  /** How far east it lies: 0 = the west end, 1 = the east. */
  share: z.number(),
});

/** Places picked out: those named, or those that a sentence, commitment or project lights up; by rank, with their positions. */
export const mapMarks = z
  .object({
    asOf: z.string(),
    seq: count,
    /** All that were meant; more than `items` where there are too many. */
    total: count,
    items: z.array(mapPlace.extend({ centre: z.tuple([z.number(), z.number()]).nullable(), bbox: box.nullable() })),
  })
  .meta({ id: 'MapMarks' });
export const mapMarksQuery = asOfQuery.extend({
  ids: z.string().max(8000).optional().describe('ids of places, separated by commas, at most 100'),
  of: z.string().max(120).optional().describe('`sentence:`, `commitment:` or `project:` and its id: the places it lights up'),
});

/** Shapes of places: all of one place, or those in a box. */
export const mapShapesQuery = z.strictObject({
  of: z.string().max(80).optional().describe('the id of a place: its own position and outlines'),
  bbox: mapCountsQuery.shape.bbox,
});

/** What is drawn of places, to be edited or snapped to; `feature` is null for the place's own geometry. At most 2,000. */
export const mapShapes = z
  .object({
    total: count,
    items: z.array(
      z.object({
        place: z.string(),
        name: bilingual,
        feature: z.string().nullable(),
        /** The rev of the row it stands in. */
        rev: z.number().int(),
        geometry: z.looseObject({ type: z.string(), coordinates: z.array(z.unknown()) }),
      }),
    ),
  })
  .meta({ id: 'MapShapes' });

/** Which tile: group, zoom and place in the grid of Web Mercator. */
export const tileParams = z.object({
  group: z.enum(['things', 'base']),
  z: z.coerce.number().int().min(0).max(16),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});
export const tileQuery = mapFilter.extend({
  v: z.string().max(80).optional().describe('the version of the sheet: with it the tile may be kept'),
});

/** A Mapbox Vector Tile; empty where nothing is drawn. */
export const tileBytes = z.string().meta({ id: 'VectorTile', format: 'binary' });
