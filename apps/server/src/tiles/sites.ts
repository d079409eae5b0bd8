import type { Geometry } from '@westgate/base';
import { aimOf, boundsOf, labelPoint, type Register, type Row, relationsOf, TABLE_NAMES, type TableName, traceOf } from '@westgate/domain';
import { BoxIndex } from './box-index.ts';
import { mapName } from './map-name.ts';
import { outlinesByPlace } from './outlines.ts';
import { type Box, worldBox, worldOf } from './world.ts';

/** Everything the map says of a place but its stage, which depends on the day. */
export interface Site {
  readonly place: string;
  readonly kind: Row<'place'>['kind'];
  readonly isSite: boolean;
  readonly isAssumed: boolean;
  readonly aim: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly labelZh: string | null;
  readonly labelEn: string | null;
  /** 1 = most important. */
  readonly rank: number;
  readonly centre: readonly [number, number] | null;
  readonly bbox: Box | null;
  /** The centre in the square of Web Mercator. */
  readonly x: number;
  readonly y: number;
  /** The longer side of its largest drawn area, in the square of Web Mercator; 0 where it has none. */
  readonly areaSide: number;
  readonly isWide: boolean;
  readonly share: number;
}

/** A drawn line or area of a place. */
export interface Outline {
  readonly site: Site;
  readonly geometry: Geometry;
  readonly box: readonly [number, number, number, number];
  /** The longer side in the square of Web Mercator. */
  readonly side: number;
}

/** The places of a district as the map needs them, found by box. */
export interface Sites {
  readonly all: readonly Site[];
  readonly byId: ReadonlyMap<string, Site>;
  /** Those with a position, by rank. */
  readonly placed: BoxIndex<Site>;
  /** The same by the box of all that is drawn of them. */
  readonly boxes: BoxIndex<Site>;
  readonly unplaced: readonly Site[];
  readonly outlines: BoxIndex<Outline>;
  /** The box of all that is placed; null while nothing is. */
  readonly bounds: Box | null;
  /** How much rests on each place. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Share of the whole width from which an area is wide. */
const WIDE = 0.08;

/** Tables that the map's places do not rest on: a deed that touches these alone leaves {@link Sites} as they are. */
const NOT_NEEDED: ReadonlySet<TableName> = new Set(['outcome', 'figure', 'indicator_value', 'source', 'department', 'account']);

/** Whether both registers give the same {@link Sites}. */
export function haveSameSites(a: Register, b: Register): boolean {
  return TABLE_NAMES.every((name) => NOT_NEEDED.has(name) || a[name] === b[name]);
}

/** Looks at all that {@link Sites} are made of. */
export function lookAtSites(register: Register): void {
  for (const name of TABLE_NAMES) if (!NOT_NEEDED.has(name)) register[name];
}

/**
 * The places of `register`, a few milliseconds a step. Those that are as they were in `before` are the same objects, and so are their outlines.
 * `touched` names the only places that may differ since; null for perhaps all.
 */
export function* sitesSteps(register: Register, before: Sites | null, touched: ReadonlySet<string> | null): Generator<void, Sites> {
  return (before && touched && patchedSites(register, before, touched)) ?? (yield* allSites(register, before));
}

function* allSites(register: Register, before: Sites | null): Generator<void, Sites> {
  const outlines = outlinesByPlace(register);
  yield;
  const shapes = yield* eachOf(register.place.values(), (row) => shapeOf(row, outlines.get(row.id) ?? NO_ROWS));
  const bounds = boundsOfBoxes(shapes.flatMap(({ bbox }) => (bbox ? [bbox] : [])));
  const weights = new Map(yield* eachOf(register.place.keys(), (id) => [id, weightOf(register, id)] as const));
  const ranks = ranksOf(weights);
  yield;
  const all = yield* eachOf(shapes, (shape) => siteOf(register, shape, ranks.get(shape.row.id) ?? 0, bounds, before));
  const placed = all.filter((site) => site.centre !== null).sort((a, b) => a.rank - b.rank);
  const drawn = yield* eachOf(all, outlinesOf);
  const points = BoxIndex.of(placed, (site) => [site.x, site.y, site.x, site.y]);
  yield;
  const boxes = BoxIndex.of(placed, (site) => worldBox(site.bbox ?? [0, 0, 0, 0]));
  yield;
  return {
    all,
    byId: new Map(all.map((site) => [site.place, site])),
    placed: points,
    boxes,
    unplaced: all.filter((site) => site.centre === null),
    outlines: BoxIndex.of(drawn.flat(), ({ box }) => box),
    bounds,
    weights,
  };
}

/** What `make` makes of each, one a step. */
function* eachOf<From, Made>(from: Iterable<From>, make: (each: From) => Made): Generator<void, Made[]> {
  const made: Made[] = [];
  for (const each of from) {
    made.push(make(each));
    yield;
  }
  return made;
}

/** The places of before with those touched made anew, before itself where the map says nothing else of them; null where one came, went, is drawn elsewhere or weighs otherwise: then all may move. */
function patchedSites(register: Register, before: Sites, touched: ReadonlySet<string>): Sites | null {
  if (!isInOrder(register.place.keys(), before.all)) return null;
  const [rows, outlines]: [ReadonlyMap<string, Row<'place'>>, ReturnType<typeof outlinesByPlace>] = [
    register.place,
    outlinesByPlace(register),
  ];
  const changed = new Map<string, Site>();
  for (const id of touched) {
    const [row, held] = [rows.get(id), before.byId.get(id)];
    if (!row || !held || weightOf(register, id) !== before.weights.get(id)) return null;
    const shape = shapeOf(row, outlines.get(id) ?? NO_ROWS);
    if (!isDrawnAlike(shape, shapeOfSite.get(held))) return null;
    const site = siteOf(register, shape, held.rank, before.bounds, before);
    if (!isSaidAlike(site, held)) changed.set(id, site);
  }
  if (changed.size === 0) return before;
  const now = (site: Site): Site => changed.get(site.place) ?? site;
  const all = before.all.map(now);
  const placed = before.placed.all.map(now);
  return {
    all,
    byId: new Map(all.map((site) => [site.place, site])),
    placed: before.placed.with(placed),
    boxes: before.boxes.with(placed),
    unplaced: before.unplaced.map(now),
    outlines: before.outlines.with(all.flatMap(outlinesOf)),
    bounds: before.bounds,
    weights: before.weights,
  };
}

/** Whether the places are the same, in the same order: where weights are equal, it ranks them. */
function isInOrder(ids: Iterable<string>, sites: readonly Site[]): boolean {
  let index = 0;
  for (const id of ids) {
    if (sites[index]?.place !== id) return false;
    index += 1;
  }
  return index === sites.length;
}

/** Whether the map says the same of both. */
function isSaidAlike(a: Site, b: Site): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isDrawnAlike(a: Shape, b: Shape | undefined): boolean {
  return JSON.stringify([a.centre, a.bbox, a.drawn]) === JSON.stringify([b?.centre, b?.bbox, b?.drawn]);
}

/** What does not depend on any other place: worked out once for a row and its outlines. */
interface Shape {
  readonly row: Row<'place'>;
  readonly outlines: readonly Row<'feature'>[];
  readonly drawn: readonly Geometry[];
  readonly centre: Site['centre'];
  readonly bbox: Box | null;
  readonly areaSide: number;
  /** Degrees from west to east of its widest drawn area. */
  readonly areaWidth: number;
}

const NO_ROWS: readonly Row<'feature'>[] = [];
const shapesByRow = new WeakMap<Row<'place'>, Shape>();

/** Where the symbol stands and how far the place reaches: by its own geometry, else by its outlines. */
function shapeOf(row: Row<'place'>, outlines: readonly Row<'feature'>[]): Shape {
  const held = shapesByRow.get(row);
  if (held && held.outlines.length === outlines.length && held.outlines.every((outline, index) => outline === outlines[index])) return held;
  const own = row.geometry ? [row.geometry] : [];
  const all = [...own, ...outlines.map((outline) => outline.geometry)];
  const [first] = all;
  const drawn = all.filter(({ type }) => type !== 'Point' && type !== 'MultiPoint');
  const areas = drawn.filter(({ type }) => type === 'Polygon' || type === 'MultiPolygon').flatMap((area) => boundsAsOne(area));
  const shape: Shape = {
    row,
    outlines,
    drawn,
    centre: first ? labelPoint(first) : null,
    bbox: boundsOf(all),
    areaSide: Math.max(0, ...areas.map((box) => sideOf(worldBox(box)))),
    areaWidth: Math.max(0, ...areas.map(widthOf)),
  };
  shapesByRow.set(row, shape);
  return shape;
}

function siteOf(register: Register, shape: Shape, rank: number, bounds: Box | null, before: Sites | null): Site {
  const { row, centre, bbox, areaSide, areaWidth } = shape;
  const aim = aimOf(register, 'place', row.id);
  const all = widthOf(bounds);
  const isWide = all > 0 && areaWidth >= all * WIDE;
  const share = bounds && centre && all > 0 ? Number(((centre[0] - bounds[0]) / all).toFixed(3)) : 0.5;
  const held = before?.byId.get(row.id);
  const isSame = held && shapeOfSite.get(held) === shape && held.aim === aim && held.rank === rank;
  if (isSame && held.isWide === isWide && held.share === share) return held;
  const [x, y] = centre ? worldOf(centre) : [0, 0];
  const site: Site = {
    place: row.id,
    kind: row.kind,
    isSite: row.is_site,
    isAssumed: row.position === 'assumed',
    aim,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    labelZh: row.name_zh === null ? null : mapName(row.name_zh, 'zh'),
    labelEn: row.name_en === null ? null : mapName(row.name_en, 'en'),
    rank,
    centre,
    bbox,
    x,
    y,
    areaSide,
    isWide,
    share,
  };
  shapeOfSite.set(site, shape);
  return site;
}

const shapeOfSite = new WeakMap<Site, Shape>();
const outlinesBySite = new WeakMap<Site, readonly Outline[]>();

/** The drawn lines and areas of a place; the same objects for the same place. */
function outlinesOf(site: Site): readonly Outline[] {
  const held = outlinesBySite.get(site);
  if (held) return held;
  const outlines = (shapeOfSite.get(site)?.drawn ?? []).map((geometry) => {
    const box = worldBox(boundsOf([geometry]) ?? [0, 0, 0, 0]);
    return { site, geometry, box, side: sideOf(box) };
  });
  outlinesBySite.set(site, outlines);
  return outlines;
}

/** How much rests on a place: sentences first, then projects; a site a little more. */
function weightOf(register: Register, id: string): number {
  const isSite = register.place.get(id)?.is_site ?? false;
  return traceOf(register).sentencesReaching('place', id).length * 100 + projectsOf(register, id).size + (isSite ? 0.5 : 0);
}

/** Places by their weight, then in the order of the folder. 1 = most important. */
function ranksOf(weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const weighed = [...weights].sort(([, a], [, b]) => b - a);
  return new Map(weighed.map(([id], index) => [id, index + 1]));
}

/** The projects linked to a place or standing on one of its members. */
function projectsOf(register: Register, place: string): ReadonlySet<string> {
  const { from, to, projectsOn } = relationsOf(register);
  const links = to('place', place);
  const members = links.filter((link) => link.relation === 'member-of' && link.from_kind === 'place').map((link) => link.from_id);
  return new Set([
    ...links.filter((link) => link.from_kind === 'project').map((link) => link.from_id),
    ...from('place', place)
      .filter((link) => link.to_kind === 'project')
      .map((link) => link.to_id),
    ...members.flatMap(projectsOn),
  ]);
}

function sideOf([left, top, right, bottom]: readonly [number, number, number, number]): number {
  return Math.max(right - left, bottom - top);
}

function boundsAsOne(geometry: Geometry): readonly Box[] {
  const box = boundsOf([geometry]);
  return box ? [box] : [];
}

function widthOf(box: Box | null): number {
  return box ? box[2] - box[0] : 0;
}

function boundsOfBoxes(boxes: readonly Box[]): Box | null {
  return boxes.reduce<Box | null>(
    (all, [west, south, east, north]) =>
      all ? [Math.min(all[0], west), Math.min(all[1], south), Math.max(all[2], east), Math.max(all[3], north)] : [west, south, east, north],
    null,
  );
}
