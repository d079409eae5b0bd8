import { relationsOf } from '../programme/relations.ts';
import { grouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { valuesOn } from './axis-values.ts';
import { membersOf } from './reach.ts';

/** A project as the matrix counts it: where it stands, which industries it serves, under which values of the axis it is reported, who leads it. */
export interface MatrixProject {
  readonly id: string;
  readonly lead: string | null;
  /** Areas by id; empty where it stands in none. */
  readonly areas: readonly string[];
  readonly industries: readonly string[];
  readonly values: readonly string[];
}

/** That the plans name an industry for an area. */
interface PlannedPair {
  readonly area: string;
  readonly industry: string;
}

/** What carries one value of the axis in a cell. */
interface MatrixPart {
  readonly value: string;
  /** Projects by id, in the order they were given. */
  readonly projects: readonly string[];
  /** How many different departments lead them; a project that nobody leads counts for none. */
  readonly leads: number;
}

/** One industry in one area. `area` is null for projects that stand in no area. */
interface MatrixCell {
  readonly area: string | null;
  readonly industry: string;
  readonly isPlanned: boolean;
  readonly projects: readonly string[];
  /** One for each value of the axis, in its order; without projects where none carries it. */
  readonly parts: readonly MatrixPart[];
}

/** Area × industry × value of an axis. */
export interface IndustryMatrix {
  /** Every pair that is planned or has a project, area by area, then industry by industry. */
  readonly cells: readonly MatrixCell[];
  /** Planned, and no project. */
  readonly gaps: readonly PlannedPair[];
  /** Area, industry and value that more than one project carries. */
  readonly overlaps: readonly (Pick<MatrixCell, 'area' | 'industry'> & MatrixPart)[];
}

/** What the matrix is asked: its rows, its columns, the parts of a cell, what fills them and what is planned. */
export interface MatrixAsked {
  readonly areas: readonly string[];
  readonly industries: readonly string[];
  readonly values: readonly string[];
  readonly projects: readonly MatrixProject[];
  readonly planned: readonly PlannedPair[];
}

/** Sets projects against area, industry and value. A project counts once in every cell it belongs to; an area or industry that was not asked for is left out. */
export function industryMatrix({ areas, industries, values, projects, planned }: MatrixAsked): IndustryMatrix {
  const keyOf = (area: string | null, industry: string): string => `${area === null ? '' : `.${area}`}|${industry}`;
  const plannedKeys = new Set(planned.map(({ area, industry }) => keyOf(area, industry)));
  const entries = projects.flatMap((project) => {
    const own: readonly (string | null)[] = project.areas.length > 0 ? [...new Set(project.areas)] : [null];
    return own.flatMap((area) => [...new Set(project.industries)].map((industry) => ({ key: keyOf(area, industry), project })));
  });
  const filling = grouped(entries, ({ key }) => key);
  const cells = [...areas, null].flatMap((area) =>
    industries.flatMap((industry) => {
      const key = keyOf(area, industry);
      const own = (filling.get(key) ?? []).map(({ project }) => project);
      const isPlanned = plannedKeys.has(key);
      if (own.length === 0 && !isPlanned) return [];
      return [{ area, industry, isPlanned, projects: own.map(({ id }) => id), parts: values.map((value) => partOf(value, own)) }];
    }),
  );
  return {
    cells,
    gaps: cells.flatMap(({ area, industry, projects: own }) => (area !== null && own.length === 0 ? [{ area, industry }] : [])),
    overlaps: cells.flatMap(({ area, industry, parts }) =>
      parts.filter((part) => part.projects.length > 1).map((part) => ({ area, industry, ...part })),
    ),
  };
}

function partOf(value: string, among: readonly MatrixProject[]): MatrixPart {
  const carrying = among.filter((project) => project.values.includes(value));
  return {
    value,
    projects: carrying.map(({ id }) => id),
    leads: new Set(carrying.flatMap(({ lead }) => lead ?? [])).size,
  };
}

/**
 * What the matrix of a register is asked on one axis of the district. An industry stands on the areas that plans name for it; a project serves its industries, and stands in
 * the area whose member its place is, else on its place itself.
 */
export function industryMatrixAsked(register: Register, axis: string): MatrixAsked {
  const relations = relationsOf(register);
  const industries = [...register.industry.keys()] as string[];
  const planned = industries.flatMap((industry) =>
    relations
      .from('industry', industry)
      .filter((link) => link.relation === 'stands-on' && link.to_kind === 'place')
      .map((link) => ({ area: link.to_id, industry })),
  );
  const areasOf = areasAround(register, [...new Set(planned.map(({ area }) => area))]);
  const served = grouped(
    industries.flatMap((industry) =>
      relations
        .to('industry', industry)
        .filter((link) => link.relation === 'serves' && link.from_kind === 'project')
        .map((link) => ({ project: link.from_id, industry })),
    ),
    ({ project }) => project,
  );
  const projects = [...served].map(
    ([id, serving]): MatrixProject => ({
      id,
      lead: leadOf(register, id),
      areas: [...new Set(relations.placesUnder(id).flatMap(areasOf))],
      industries: serving.map(({ industry }) => industry),
      values: valuesOn(register, axis, 'project', id),
    }),
  );
  const areas = [...new Set([...planned.map(({ area }) => area), ...projects.flatMap((project) => project.areas)])];
  const values = [...register.district.values()]
    .flatMap(({ axes }) => axes.find(({ id }) => id === axis)?.values ?? [])
    .map(({ id }) => id);
  return { areas, industries, values, projects, planned };
}

/** The industries that a project serves, by id. */
export function industriesServed(register: Register, project: string): readonly string[] {
  return relationsOf(register)
    .from('project', project)
    .filter((link) => link.relation === 'serves' && link.to_kind === 'industry')
    .map((link) => link.to_id);
}

/** Tells of a place the areas it lies in: those of `areas` that it is, or is a member of; where it is in none of them, the place itself. */
function areasAround(register: Register, areas: readonly string[]): (place: string) => readonly string[] {
  const around = grouped(
    areas.flatMap((area) => [area, ...membersOf(register, area)].map((place) => ({ place, area }))),
    ({ place }) => place,
  );
  return (place) => around.get(place)?.map(({ area }) => area) ?? [place];
}

function leadOf(register: Register, project: string): string | null {
  const rows: ReadonlyMap<string, { readonly lead: string | null }> = register.project;
  return rows.get(project)?.lead ?? null;
}
