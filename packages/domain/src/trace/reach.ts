import { objectsOf, refKey, relationsOf } from '../programme/relations.ts';
import type { PlainKind } from '../register/described.ts';
import { THING_KINDS, type ThingKind } from '../register/fields/vocabulary.ts';
import { isLeading, LEADING_KINDS, ledTo } from '../register/leads.ts';
import type { Register } from '../register/register.ts';

/** Kinds a walk can reach. */
export type ReachKind = 'sentence' | ThingKind | PlainKind;

/** A record reached, and how: a mention, a relation of `links.csv`, or the record it was reached through. */
export interface Reached {
  readonly kind: ReachKind;
  readonly id: string;
  readonly via: string;
}

/** What was reached, in order; the first way found is kept. */
export class Reach {
  readonly #reached = new Map<string, Reached>();

  add(kind: string, id: string, via: string): void {
    const key = refKey(kind, id);
    if (isReachKind(kind) && !this.#reached.has(key)) this.#reached.set(key, { kind, id, via });
  }

  addAll(other: Reach, via?: string): void {
    for (const reached of other.all()) this.add(reached.kind, reached.id, via ?? reached.via);
  }

  all(): readonly Reached[] {
    return [...this.#reached.values()];
  }

  /** By `kind:id`. */
  entries(): Iterable<readonly [string, Reached]> {
    return this.#reached;
  }

  /** How `kind:id` was reached; undefined where it was not. */
  viaOf(key: string): string | undefined {
    return this.#reached.get(key)?.via;
  }

  of(kind: ReachKind): readonly Reached[] {
    return this.all().filter((reached) => reached.kind === kind);
  }
}

/**
 * What a thing carries with it, so that reaching it reaches these too, one rule per kind:
 * project → the places it stands on, the indicators that measure it, its departments · a record of a plain kind → what its columns name (a project with what
 * that carries), the indicators that measure it · place → the places that are its members, downward only · others → nothing.
 * Nothing walks upward or sideways, so a walk never spills over the district.
 */
export function carried(register: Register, kind: string, id: string): Reach {
  const reach = new Reach();
  if (kind === 'project') carryProject(register, id, reach);
  if (isLeading(kind)) carryNamed(register, kind, id, reach);
  if (kind === 'place') for (const member of membersOf(register, id)) reach.add('place', member, 'member-of');
  return reach;
}

/** What a project carries but its places: its lead, the indicators that measure it, the departments that co-operate. */
export function besidePlaces(register: Register, project: string): Reach {
  const reach = new Reach();
  const lead = register.project.get(project)?.lead;
  if (lead) reach.add('department', lead, 'lead');
  for (const link of relationsOf(register).to('project', project)) {
    if (link.relation === 'measures') reach.add('indicator', link.from_id, link.relation);
    if (link.relation === 'co-operates' && link.from_kind === 'department') reach.add('department', link.from_id, link.relation);
  }
  return reach;
}

/** What a commitment reaches: its objects, what they carry, its owner, its indicators and the plans it implements. */
export function reachOfCommitment(register: Register, id: string): Reach {
  const reach = new Reach();
  const relations = relationsOf(register);
  const objects = objectsOf(register, id);
  for (const object of objects) reach.add(object.kind, object.id, object.via);
  for (const link of relations.from('commitment', id)) reach.add(link.to_kind, link.to_id, link.relation);
  for (const link of relations.to('commitment', id)) reach.add(link.from_kind, link.from_id, link.relation);
  const owner = register.commitment.get(id)?.owner;
  if (owner) reach.add('department', owner, 'owner');
  for (const object of objects) reach.addAll(carried(register, object.kind, object.id), object.kind);
  return reach;
}

/** What a sentence reaches: its commitments, the things it mentions, and what both carry. */
export function reachOfSentence(register: Register, id: string, mentions: readonly Mentioned[], commitments: readonly Committed[]): Reach {
  const reach = new Reach();
  for (const commitment of commitments) reach.add('commitment', commitment.id, 'sentence');
  for (const mention of mentions) reach.add(mention.kind, mention.id, 'mention');
  for (const mention of mentions) reach.addAll(carried(register, mention.kind, mention.id), mention.kind);
  for (const commitment of commitments) reach.addAll(commitment.reach, 'commitment');
  const document = register.sentence.get(id)?.document;
  if (document) reach.add('document', document, 'document');
  return reach;
}

interface Mentioned {
  readonly kind: string;
  readonly id: string;
}
interface Committed {
  readonly id: string;
  readonly reach: Reach;
}

/** A place's members and their members, each once, the place itself not among them. */
export function membersOf(register: Register, place: string): readonly string[] {
  const relations = relationsOf(register);
  const found = new Set<string>([place]);
  for (const group of found) {
    for (const link of relations.to('place', group))
      if (link.relation === 'member-of' && link.from_kind === 'place') found.add(link.from_id);
  }
  found.delete(place);
  return [...found];
}

function carryProject(register: Register, id: string, reach: Reach): void {
  for (const place of relationsOf(register).placesUnder(id)) {
    reach.add('place', place, 'stands-on');
    for (const member of membersOf(register, place)) reach.add('place', member, 'member-of');
  }
  reach.addAll(besidePlaces(register, id));
}

function carryNamed(register: Register, kind: PlainKind, id: string, reach: Reach): void {
  for (const led of ledTo(register, kind, id)) {
    reach.add(led.kind, led.id, led.via);
    if (led.kind === 'project') reach.addAll(carried(register, led.kind, led.id), led.kind);
  }
  for (const link of relationsOf(register).to(kind, id))
    if (link.relation === 'measures') reach.add('indicator', link.from_id, link.relation);
}

function isReachKind(kind: string): kind is ReachKind {
  return KINDS.has(kind);
}

const KINDS: ReadonlySet<string> = new Set<ReachKind>(['sentence', ...THING_KINDS, ...LEADING_KINDS]);
