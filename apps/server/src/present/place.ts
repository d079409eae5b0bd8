import type { Geometry } from '@westgate/base';
import type { Figure, OwnParts, Place } from '@westgate/contract';
import { attributionOf, boundsOf, labelPoint, type Register, type Row, relationsOf } from '@westgate/domain';
import { outlinesByPlace } from '../tiles/outlines.ts';
import { linksIn, type View } from '../view/view.ts';
import { figureOf, figureRows } from './figure.ts';
import { sentenceNumbersOf } from './order.ts';
import { sourceAt } from './source.ts';
import { NO_TEXT } from './text.ts';
import { thingAt } from './thing.ts';

/** Unit codes of areas: a figure in one of them may stand for the size of a place. */
const AREA_UNITS: ReadonlySet<string> = new Set(['m2', '1e4-m2', 'ha', 'km2', 'mu']);

/** What a place tells beside its columns: where it is drawn, how far it is, who leads, and where it stands in the text. */
export function placeBeside(view: View, row: Row<'place'>): OwnParts<'place'> {
  const { register } = view;
  const outlines = outlinesByPlace(register).get(row.id) ?? [];
  return {
    positionSource: sourceAt(register, row),
    attribution: attributionOf(register, row.source) ?? NO_TEXT,
    stage: view.stage(row.id),
    ...extentOf(row, outlines),
    illustrative: outlines.some((outline) => outline.illustrative),
    lead: thingAt(register, 'department', leadOf(register, row.id)),
    area: areaIn(view, row.id),
    sentenceNumbers: sentenceNumbersOf(
      register,
      linksIn(view, 'place', row.id).sentences.map((link) => link.id),
    ),
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
