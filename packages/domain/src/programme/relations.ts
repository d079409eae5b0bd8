import { grouped, regrouped } from '../register/groups.ts';
import { isLeading, ledTo } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

type LinkRow = Row<'link'>;
/** A record by kind and id, as rows of `link` and `mention` name it. */
export interface Ref {
  readonly kind: string;
  readonly id: string;
}

/** The rows of `link`, found from either end. */
export interface Relations {
  /** Links that begin at the record. */
  readonly from: (kind: string, id: string) => readonly LinkRow[];
  /** Links that end at the record. */
  readonly to: (kind: string, id: string) => readonly LinkRow[];
  /** Ids of the projects that stand on the place. */
  readonly projectsOn: (place: string) => readonly string[];
  /** Ids of the places the project stands on. */
  readonly placesUnder: (project: string) => readonly string[];
  /** Whether the project stands on one place and no other. */
  readonly standsAlone: (project: string) => boolean;
}

/** One string for a record, fit for a map or a set. */
export function refKey(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** The link index of a register: built in O(links), brought up to date after a deed. */
export const relationsOf: (register: Register) => Relations = registerIndex<LinkIndex>({
  basis: { link: 'rows' },
  build: (register) => linkIndex(grouped(register.link.values(), fromKey), grouped(register.link.values(), toKey)),
  grow({ byFrom, byTo }, { link: changes = [] }) {
    return linkIndex(regrouped(byFrom, changes, fromKey), regrouped(byTo, changes, toKey));
  },
});

interface LinkIndex extends Relations {
  readonly byFrom: ReadonlyMap<string, readonly LinkRow[]>;
  readonly byTo: ReadonlyMap<string, readonly LinkRow[]>;
}

function linkIndex(byFrom: LinkIndex['byFrom'], byTo: LinkIndex['byTo']): LinkIndex {
  const from = (kind: string, id: string): readonly LinkRow[] => byFrom.get(refKey(kind, id)) ?? [];
  const to = (kind: string, id: string): readonly LinkRow[] => byTo.get(refKey(kind, id)) ?? [];
  return {
    byFrom,
    byTo,
    from,
    to,
    projectsOn: (place) =>
      to('place', place)
        .filter((link) => link.relation === 'stands-on' && link.from_kind === 'project')
        .map((link) => link.from_id),
    placesUnder: (project) =>
      from('project', project)
        .filter(isOnPlace)
        .map((link) => link.to_id),
    standsAlone(project) {
      const links = from('project', project);
      const first = links.findIndex(isOnPlace);
      return first >= 0 && !links.some((link, index) => index > first && isOnPlace(link));
    },
  };
}

function isOnPlace({ relation, to_kind }: LinkRow): boolean {
  return relation === 'stands-on' && to_kind === 'place';
}

function fromKey(link: LinkRow): string {
  return refKey(link.from_kind, link.from_id);
}

function toKey(link: LinkRow): string {
  return refKey(link.to_kind, link.to_id);
}

/** A record a commitment is about, and how it is bound to it. */
export interface CommitmentObject extends Ref {
  readonly via: string;
}

/**
 * The objects of a commitment: what it names, and what serves it or is held for it, each once, in the order of the links. A record of a plain
 * kind, such as a park, stands also for the project that it names. A named place stands for the projects on it only when no project, event or such record is named or
 * serves: then nothing else says what the promise is kept by.
 */
export function objectsOf(register: Register, commitment: string): readonly CommitmentObject[] {
  const relations = relationsOf(register);
  const objects = new Map<string, CommitmentObject>();
  const add = (kind: string, id: string, via: string): void => {
    const key = refKey(kind, id);
    if (!objects.has(key)) objects.set(key, { kind, id, via });
  };
  for (const link of relations.from('commitment', commitment)) if (link.relation === 'names') add(link.to_kind, link.to_id, link.relation);
  for (const link of relations.to('commitment', commitment)) {
    if (link.relation === 'serves' || link.relation === 'held-for') add(link.from_kind, link.from_id, link.relation);
  }
  for (const object of [...objects.values()]) {
    if (!isLeading(object.kind)) continue;
    for (const led of ledTo(register, object.kind, object.id, 'project')) add(led.kind, led.id, object.kind);
  }
  const works = [...objects.values()].some((object) => object.kind === 'project' || isLeading(object.kind));
  if (works) return [...objects.values()];
  for (const object of [...objects.values()]) {
    if (object.kind === 'place') for (const project of relations.projectsOn(object.id)) add('project', project, 'stands-on');
  }
  return [...objects.values()];
}
