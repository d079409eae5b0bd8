import type { Geometry } from '@westgate/base';
import type { Figure, Place, PlaceDetail } from '@westgate/contract';
import { aimOf, attributionOf, boundsOf, labelPoint, type Register, type Row, relationsOf } from '@westgate/domain';
import { outlinesByPlace } from '../tiles/outlines.ts';
import { linksIn, shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { evidenceFor } from './evidence.ts';
import { figureOf, figureRows, figuresOf } from './figure.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { neighbours, sentenceNumbersOf } from './order.ts';
import { sourceAt } from './source.ts';
import { NO_TEXT, pair } from './text.ts';
import { idsOf, missing, thingAt } from './thing.ts';

/** Unit codes of areas: a figure in one of them may stand for the size of a place. */
const AREA_UNITS: ReadonlySet<string> = new Set(['m2', '1e4-m2', 'ha', 'km2', 'mu']);

/** A place by its id, as it is shown; null where there is none. */
export const placeIn: (view: View, id: string) => Place | null = shownBy('place', placeOf);

/** One place with its figures and its neighbours, and what happened to the projects and events on it. */
export function placeDetail(view: View, id: string): PlaceDetail {
  const place = placeIn(view, id);
  if (!place) throw missing('place', id);
  const events = linksIn(view, 'place', id).events.filter(({ via }) => via === 'venue');
  const projects = relationsOf(view.register).projectsOn(id);
  return {
    ...place,
    evidence: evidenceFor(view, [
      ...projects.map((project) => ({ kind: 'project' as const, id: project })),
      ...events.map((event) => ({ kind: 'event' as const, id: event.id })),
    ]),
    figures: figuresOf(view, 'place', id),
    ...neighbours(view.register, 'place', idsOf(view.register, 'place'), id),
  };
}

function placeOf(view: View, row: Row<'place'>): Place {
  const { register } = view;
  const links = linksIn(view, 'place', row.id);
  const outlines = outlinesByPlace(register).get(row.id) ?? [];
  return {
    id: row.id,
    rev: row.rev,
    name: pair(row.name_zh, row.name_en),
    kind: row.kind,
    isSite: row.is_site,
    position: row.position,
    confidence: row.confidence,
    positionBasis: pair(row.position_basis_zh, row.position_basis_en),
    positionSource: sourceAt(register, row),
    attribution: attributionOf(register, row.source) ?? NO_TEXT,
    noPlaceReason: pair(row.no_place_reason_zh, row.no_place_reason_en),
    landTitle: row.land_title,
    landTitleNote: pair(row.land_title_note_zh, row.land_title_note_en),
    aim: aimOf(register, 'place', row.id),
    tags: [...row.tags],
    ...belongsIn(view, 'place', row.id),
    stage: view.stage(row.id),
    ...extentOf(row, outlines),
    illustrative: outlines.some((outline) => outline.illustrative),
    lead: thingAt(register, 'department', leadOf(register, row.id)),
    area: areaIn(view, row.id),
    sentenceIds: idsOfLinks(links.sentences),
    sentenceNumbers: sentenceNumbersOf(
      register,
      links.sentences.map((link) => link.id),
    ),
    commitmentIds: idsOfLinks(links.commitments),
    projectIds: idsOfLinks(links.projects),
    linked: linkCounts(links),
    note: pair(row.note_zh, row.note_en),
  };
}

/** Where the symbol stands and how far the place reaches: by its own geometry, else by its outlines. */
function extentOf(row: Row<'place'>, outlines: readonly Row<'feature'>[]): Pick<Place, 'centre' | 'bbox'> {
  const shapes = shapesOf(row, outlines);
  const [first] = shapes;
  const [point, bounds] = [first ? labelPoint(first) : null, boundsOf(shapes)];
  return {
    centre: point && [point[0], point[1]],
    bbox: bounds && [bounds[0], bounds[1], bounds[2], bounds[3]],
  };
}

/** Where the symbol of a place stands; null where it is not drawn. */
export function centreOf(register: Register, row: Row<'place'>): readonly [number, number] | null {
  return extentOf(row, outlinesByPlace(register).get(row.id) ?? []).centre;
}

/** West, south, east, north of a place and its outlines; null where it is not drawn. */
export function bboxOf(register: Register, row: Row<'place'>): Bounds | null {
  const outlines = outlinesByPlace(register).get(row.id);
  if (outlines) return boundsOf(shapesOf(row, outlines));
  const held = ownBounds.get(row);
  if (held !== undefined) return held;
  const bounds = boundsOf(shapesOf(row, []));
  ownBounds.set(row, bounds);
  return bounds;
}

type Bounds = readonly [number, number, number, number];

/** A row never changes, so the box of a place without outlines is kept as long as its row. */
const ownBounds = new WeakMap<Row<'place'>, Bounds | null>();

/** What is drawn of a place: its own geometry, then its outlines. */
export function shapesIn(register: Register, id: string): readonly Geometry[] {
  const rows: ReadonlyMap<string, Row<'place'>> = register.place;
  const row = rows.get(id);
  return row ? shapesOf(row, outlinesByPlace(register).get(id) ?? []) : [];
}

function shapesOf(row: Row<'place'>, outlines: readonly Row<'feature'>[]): readonly Geometry[] {
  return [...(row.geometry ? [row.geometry] : []), ...outlines.map((outline) => outline.geometry)];
}

/** The id of the department in the lead of the first project on the place that has one. */
export function leadOf(register: Register, place: string): string | null {
  for (const project of relationsOf(register).projectsOn(place)) {
    const lead = register.project.get(project)?.lead;
    if (lead) return lead;
  }
  return null;
}

/** The figure that tells a place's area: one of its own, else one of a project that stands on this place alone. */
export function areaOf(register: Register, place: string): Row<'figure'> | null {
  const { projectsOn, standsAlone } = relationsOf(register);
  const alone = projectsOn(place).filter(standsAlone);
  const rows = [...figureRows(register, 'place', place), ...alone.flatMap((project) => figureRows(register, 'project', project))];
  return rows.find(({ unit, value }) => unit !== null && value !== null && AREA_UNITS.has(unit)) ?? null;
}

function areaIn(view: View, place: string): Figure | null {
  const row = areaOf(view.register, place);
  return row && figureOf(view, row);
}
