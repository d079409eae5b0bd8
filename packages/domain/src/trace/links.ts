import { relationsOf } from '../programme/relations.ts';
import { LINKED_KINDS, type LinkedKind, PLURALS, type Plural } from '../register/described.ts';
import { ledFrom } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import { besidePlaces, carried, membersOf, Reach, type Reached } from './reach.ts';
import { type Trace, traceOf } from './trace.ts';

/** A record's links to the others, each with how it stands, by the kind of the others. */
export type LinksOf = { readonly [K in LinkedKind as Plural<K>]: readonly Reached[] };

/**
 * The links of a record of any kind to the other nouns. `via` is `mention`, a relation of `links.csv`, a column (`owner`, `lead`, `venue`,
 * `sentence`, `document`) or the kind of the record it was reached through. The rule of reach is that of {@link traceOf}; a record
 * is never linked to itself. Any record also shows what stands directly beside it.
 */
export function linksOf(register: Register, kind: string, id: string): LinksOf {
  const trace = traceOf(register);
  const reach = new Reach();
  for (const reached of reachedFrom(register, trace, kind, id)) reach.add(reached.kind, reached.id, reached.via);
  const of = (wanted: Reached['kind']): readonly Reached[] => reach.of(wanted).filter((reached) => kind !== wanted || reached.id !== id);
  return Object.fromEntries(LINKED_KINDS.map((each) => [PLURALS[each], of(each)])) as LinksOf;
}

function reachedFrom(register: Register, trace: Trace, kind: string, id: string): readonly Reached[] {
  if (kind === 'sentence') return trace.reachOfSentence(id);
  if (kind === 'document') return [...fromDocument(register, trace, id), ...leadingTo(register, kind, id)];
  if (kind === 'department') return [...fromDepartment(register, id), ...leadingTo(register, kind, id)];
  const back = [...trace.sentencesReaching(kind, id), ...trace.commitmentsReaching(kind, id)];
  if (kind === 'commitment') return [...back, ...trace.reachOfCommitment(id)];
  const near = [...back, ...direct(register, kind, id), ...carried(register, kind, id).all()];
  return [...near, ...(kind === 'place' ? fromPlace(register, id) : []), ...leadingTo(register, kind, id)];
}

/** Both ends of the rows of `link` on the record. */
function direct(register: Register, kind: string, id: string): readonly Reached[] {
  const relations = relationsOf(register);
  const reach = new Reach();
  for (const link of relations.from(kind, id)) reach.add(link.to_kind, link.to_id, link.relation);
  for (const link of relations.to(kind, id)) reach.add(link.from_kind, link.from_id, link.relation);
  return reach.all();
}

/** What stands on a place: projects, and through the projects on it or on its members their indicators and leads. */
function fromPlace(register: Register, id: string): readonly Reached[] {
  const relations = relationsOf(register);
  const reach = new Reach();
  const projects = [...relations.projectsOn(id), ...membersOf(register, id).flatMap((member) => relations.projectsOn(member))];
  for (const project of projects) reach.add('project', project, 'member-of');
  for (const project of relations.projectsOn(id)) {
    for (const reached of besidePlaces(register, project).all()) reach.add(reached.kind, reached.id, 'project');
  }
  return reach.all();
}

/** The records of plain kinds that name the record in a column of theirs. */
function leadingTo(register: Register, kind: string, id: string): readonly Reached[] {
  return ledFrom(register, kind, id).map((led) => ({ kind: led.kind, id: led.id, via: led.via }));
}

/** What a department owns, leads or supports, and the sentences of what it owns. */
function fromDepartment(register: Register, id: string): readonly Reached[] {
  const reach = new Reach();
  for (const commitment of register.commitment.values()) {
    if (commitment.owner !== id) continue;
    reach.add('commitment', commitment.id, 'owner');
    reach.add('sentence', commitment.sentence, 'commitment');
  }
  for (const project of register.project.values()) if (project.lead === id) reach.add('project', project.id, 'lead');
  return [...reach.all(), ...direct(register, 'department', id)];
}

/** A document's own sentences, the promises that carry it out, and their sentences. */
function fromDocument(register: Register, trace: Trace, id: string): readonly Reached[] {
  const reach = new Reach();
  for (const sentence of register.sentence.values()) if (sentence.document === id) reach.add('sentence', sentence.id, 'document');
  for (const reached of trace.commitmentsReaching('document', id)) {
    reach.add('commitment', reached.id, reached.via);
    const sentence = register.commitment.get(reached.id)?.sentence;
    if (sentence) reach.add('sentence', sentence, 'commitment');
  }
  return [...reach.all(), ...direct(register, 'document', id), ...trace.sentencesReaching('document', id)];
}
