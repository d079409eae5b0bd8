import type { Bilingual, Geometry } from '@westgate/base';
import type { Publication, PublicPlace } from '@westgate/contract';
import { type Frame, labelPoint } from '@westgate/domain';
import { drawnLines, frameOf, isArea, type Point, type Projection, pathData, projectionOf } from './projection.ts';

/** The drawn map of the district: what every map picture of the site is cut from. */
export interface Picture {
  readonly projection: Projection;
  readonly drawn: Publication['drawn'];
  /** Places that have a position inside the picture, the most important first. */
  readonly placed: readonly Placed[];
  readonly byId: ReadonlyMap<string, Placed>;
  /** Places with a position outside the picture. */
  readonly outside: ReadonlySet<string>;
  /** Rivers, waters, hills and localities that have a name, each once. */
  readonly names: readonly GroundName[];
}

/** The name of a part of the ground, and where it is set. */
interface GroundName {
  readonly name: Bilingual;
  readonly point: Point;
}

/** A place where it stands in the picture. */
export interface Placed {
  readonly place: PublicPlace;
  readonly point: Point;
  /** Its drawn lines and areas as SVG path data. */
  readonly outlines: readonly { readonly data: string; readonly isArea: boolean }[];
}

/** Layers of the ground whose names are written, and the last rank of those that are important enough. */
const NAMED: readonly string[] = ['river', 'water', 'hill', 'locality'];
const NAMED_TO = 2;
/** Units from the west end of the picture to the east. */
const WIDTH = 1000;

/** The picture of a publication: framed by the district line, else by all places, else by the district's own frame. */
export function pictureOf(publication: Publication): Picture {
  const projection = projectionOf(boxOf(publication), WIDTH);
  const placed: Placed[] = [];
  const outside = new Set<string>();
  for (const place of publication.places) {
    if (place.centre === null) continue;
    const point = projection.pointOf(place.centre);
    if (isInside(point, projection)) placed.push({ place, point, outlines: outlinesOf(place, projection) });
    else outside.add(place.id);
  }
  placed.sort((a, b) => weightOf(b.place) - weightOf(a.place));
  const byId = new Map(placed.map((each) => [each.place.id, each]));
  return { projection, drawn: publication.drawn, placed, byId, outside, names: groundNames(publication.drawn, projection) };
}

function outlinesOf({ shapes }: PublicPlace, projection: Projection): Placed['outlines'] {
  return shapes
    .map((shape) => ({ data: pathData(drawnLines(shape, projection), isArea(shape)), isArea: isArea(shape) }))
    .filter(({ data }) => data !== '');
}

function groundNames(drawn: Publication['drawn'], projection: Projection): readonly GroundName[] {
  const names = new Map<string, GroundName>();
  for (const { layer, name, rank, geometry } of drawn) {
    const key = name.zh ?? name.en;
    if (key === null || names.has(key) || !NAMED.includes(layer) || (rank ?? 1) > NAMED_TO) continue;
    const at = labelPoint(geometry);
    if (at) names.set(key, { name, point: projection.pointOf(at) });
  }
  return [...names.values()];
}

/** The box that the pictures of a publication show. */
export function boxOf({ drawn, places, district }: Publication): Frame {
  const line = frameOf(drawn.filter(({ layer }) => layer === 'district').map(({ geometry }) => geometry));
  return line ?? frameOf(places.flatMap(({ shapes }): readonly Geometry[] => shapes)) ?? district.frame;
}

/** How much rests on a place: sentences first, then projects. */
function weightOf({ linked, isSite }: PublicPlace): number {
  return linked.sentences * 100 + linked.projects + (isSite ? 0.5 : 0);
}

function isInside([x, y]: Point, { width, height }: Projection): boolean {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
