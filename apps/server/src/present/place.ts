import type { Figure, Place, PlaceDetail } from '@westgate/contract';
import { aimOf, boundsOf, labelPoint, type Row, registerMemo, relationsOf, stageOf } from '@westgate/domain';
import { linksIn, type View, viewMemo } from '../view.ts';
import { evidenceFor } from './evidence.ts';
import { figuresOf } from './figure.ts';
import { neighbours, sentenceNumbersOf } from './order.ts';
import { pair } from './text.ts';
import { idsOf, missing, thingAt } from './thing.ts';

/** Unit codes of areas: a figure in one of them may stand for the size of a place. */
const AREA_UNITS: ReadonlySet<string> = new Set(['m2', '1e4-m2', 'ha', 'km2', 'mu']);

/** The drawn outlines of each place. */
export const outlinesByPlace = registerMemo((register) => {
  const outlines = new Map<string, Row<'feature'>[]>();
  for (const feature of register.feature.values()) {
    if (feature.layer !== 'outline' || feature.place === null) continue;
    const held = outlines.get(feature.place);
    if (held) held.push(feature);
    else outlines.set(feature.place, [feature]);
  }
  return outlines;
});

/** Every place, in the order of the folder. */
export const placesIn: (view: View) => ReadonlyMap<string, Place> = viewMemo(
  (view) => new Map([...view.register.place].map(([id, row]) => [id, placeOf(view, row)])),
);

/** One place with its figures and its neighbours, and what happened to the projects and events on it. */
export function placeDetail(view: View, id: string): PlaceDetail {
  const place = placesIn(view).get(id);
  if (!place) throw missing('place', id);
  const events = [...view.register.event.values()].filter((event) => event.place === id);
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
    noPlaceReason: pair(row.no_place_reason_zh, row.no_place_reason_en),
    landTitle: row.land_title,
    landTitleNote: pair(row.land_title_note_zh, row.land_title_note_en),
    aim: aimOf(register, 'place', row.id),
    tags: [...row.tags],
    stage: stageOf(register, row.id, view.asOf, (project) => view.state('project', project).name),
    ...extentOf(row, outlines),
    illustrative: outlines.some((outline) => outline.illustrative),
    lead: leadOf(view, row.id),
    area: areaOf(view, row.id),
    sentenceIds: links.sentences.map((link) => link.id),
    sentenceNumbers: sentenceNumbersOf(
      register,
      links.sentences.map((link) => link.id),
    ),
    commitmentIds: links.commitments.map((link) => link.id),
    projectIds: links.projects.map((link) => link.id),
    note: pair(row.note_zh, row.note_en),
  };
}

/** Where the symbol stands and how far the place reaches: by its own geometry, else by its outlines. */
function extentOf(row: Row<'place'>, outlines: readonly Row<'feature'>[]): Pick<Place, 'centre' | 'bbox'> {
  const shapes = [...(row.geometry ? [row.geometry] : []), ...outlines.map((outline) => outline.geometry)];
  const [first] = shapes;
  const [point, bounds] = [first ? labelPoint(first) : null, boundsOf(shapes)];
  return {
    centre: point && [point[0], point[1]],
    bbox: bounds && [bounds[0], bounds[1], bounds[2], bounds[3]],
  };
}

/** The department in the lead of the first project on the place that has one. */
function leadOf(view: View, id: string): Place['lead'] {
  const { register } = view;
  for (const project of relationsOf(register).projectsOn(id)) {
    const lead = register.project.get(project)?.lead;
    if (lead) return thingAt(register, 'department', lead);
  }
  return null;
}

/** Its published area; where it has none of its own, that of a project that stands on this place alone. */
function areaOf(view: View, id: string): Figure | null {
  const { projectsOn, placesUnder } = relationsOf(view.register);
  const alone = projectsOn(id).filter((project) => placesUnder(project).length === 1);
  const figures = [...figuresOf(view, 'place', id), ...alone.flatMap((project) => figuresOf(view, 'project', project))];
  return figures.find(({ unit, value }) => unit !== null && value !== null && AREA_UNITS.has(unit)) ?? null;
}
