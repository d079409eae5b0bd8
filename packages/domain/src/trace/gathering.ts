import { type Ref, refKey, relationsOf } from '../programme/relations.ts';
import { isLeading, ledFrom, ledTo } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import { AIM_AXIS, tagsOf } from './aim.ts';
import { valuesOn } from './axis-values.ts';
import { membersOf } from './reach.ts';
import { commitmentOrder } from './text-order.ts';
import { traceOf } from './trace.ts';

/** The kinds of records that are gathered, in the order in which they are told. */
export const GATHERED_KINDS = ['commitment', 'project', 'place', 'event', 'park', 'industry', 'indicator'] as const;
export type GatheredKind = (typeof GATHERED_KINDS)[number];

/** A record that is gathered, and what it belongs there by; `by` null: it is named there itself. */
export interface GatheredRecord {
  readonly kind: GatheredKind;
  readonly id: string;
  readonly by: Ref | null;
}

/** What is gathered: a value of an axis of the district, or a place with its members. */
export type GatheredOf = { readonly axis: string; readonly value: string } | { readonly place: string };

/** The records gathered of one kind, those that are named there themselves first, else in the order of the folder. */
export type Gathering = Readonly<Record<GatheredKind, readonly GatheredRecord[]>>;

/**
 * What stands under a value of an axis, or in a place: first the records that carry the value themselves (of a place: it and its members), then what
 * inherits it from the commitments that reach it, then what hangs on the first. That is one step: of a project its places with their members, its parks, its industries,
 * its indicators and what it serves; of an event its venue; of a park its place and project; of a place the projects, events, parks and industries on it.
 */
export function gatheringOf(register: Register, of: GatheredOf): Gathering {
  const found = new Map<string, GatheredRecord>();
  const add = (kind: string, id: string, by: Ref | null): void => {
    const known = GATHERED_KINDS.find((each) => each === kind);
    const key = refKey(kind, id);
    if (known && !found.has(key) && register[known].has(id as never)) found.set(key, { kind: known, id, by });
  };
  for (const { kind, id } of 'place' in of ? inPlace(register, of.place) : carrying(register, of)) add(kind, id, null);
  const own = [...found.values()];
  if (!('place' in of)) for (const { kind, id, by } of inheriting(register, of)) add(kind, id, by);
  for (const from of own) for (const { kind, id } of hangingBy(register, from)) add(kind, id, from);
  // Of what stands in a place the projects carry on: what they measure, serve and lead to belongs there too.
  const projects = 'place' in of ? [...found.values()].filter(({ kind, by }) => kind === 'project' && by !== null) : [];
  for (const from of projects) for (const { kind, id } of hangingBy(register, from)) if (kind !== 'place') add(kind, id, from);
  return Object.fromEntries(GATHERED_KINDS.map((kind) => [kind, inOrder(register, kind, [...found.values()])])) as unknown as Gathering;
}

function inPlace(register: Register, place: string): readonly Ref[] {
  return [place, ...membersOf(register, place)].map((id) => ({ kind: 'place', id }));
}

/** The records of each kind that carry the value in their own tags; of commitments also those whose sentence does. */
function carrying(register: Register, { axis, value }: { readonly axis: string; readonly value: string }): readonly Ref[] {
  const tag = `${axis}:${value}`;
  return GATHERED_KINDS.flatMap((kind) =>
    idsOf(register, kind)
      .filter((id) =>
        kind === 'commitment' ? valuesOn(register, axis, kind, id).includes(value) : tagsOf(register, kind, id).includes(tag),
      )
      .map((id) => ({ kind, id })),
  );
}

/** The records that stand under the value by the commitments that reach them. */
function inheriting(
  register: Register,
  { axis, value }: { readonly axis: string; readonly value: string },
): readonly (Ref & { readonly by: Ref | null })[] {
  const trace = traceOf(register);
  return GATHERED_KINDS.filter((kind) => kind !== 'commitment').flatMap((kind) =>
    idsOf(register, kind).flatMap((id) => {
      if (!valuesOn(register, axis, kind, id).includes(value)) return [];
      const by = trace
        .commitmentsReaching(kind, id)
        .find((each) => axis === AIM_AXIS || valuesOn(register, axis, 'commitment', each.id).includes(value));
      return by ? [{ kind, id, by: { kind: by.kind, id: by.id } }] : [];
    }),
  );
}

/** What hangs on a record that is gathered. */
function hangingBy(register: Register, { kind, id }: Ref): readonly Ref[] {
  if (kind === 'commitment') return [];
  const relations = relationsOf(register);
  const places = (ids: readonly string[]): readonly Ref[] => ids.map((place) => ({ kind: 'place', id: place }));
  const measuring = relations
    .to(kind, id)
    .filter(({ relation }) => relation === 'measures')
    .map((link) => ({ kind: link.from_kind, id: link.from_id }));
  const standing = relations
    .to(kind, id)
    .filter(({ relation }) => relation === 'stands-on')
    .map((link) => ({ kind: link.from_kind, id: link.from_id }));
  const served = relations
    .from(kind, id)
    .filter(({ relation }) => relation === 'serves' || relation === 'held-for' || relation === 'measures')
    .map((link) => ({ kind: link.to_kind, id: link.to_id }));
  const under = kind === 'project' ? relations.placesUnder(id).flatMap((place) => [place, ...membersOf(register, place)]) : [];
  const members = kind === 'place' ? membersOf(register, id) : [];
  const reaching = traceOf(register)
    .commitmentsReaching(kind, id)
    .filter(({ via }) => kind !== 'indicator' || via === 'measures')
    .map((each): Ref => ({ kind: 'commitment', id: each.id }));
  return [
    ...(isLeading(kind) ? ledTo(register, kind, id) : []),
    ...places(under),
    ...places(members),
    ...standing,
    ...ledFrom(register, kind, id),
    ...served,
    ...measuring,
    ...reaching,
  ];
}

function idsOf(register: Register, kind: GatheredKind): readonly string[] {
  return [...register[kind].keys()];
}

function inOrder(register: Register, kind: GatheredKind, found: readonly GatheredRecord[]): readonly GatheredRecord[] {
  const order = new Map((kind === 'commitment' ? commitmentOrder(register) : idsOf(register, kind)).map((id, at) => [id, at]));
  return found
    .filter((each) => each.kind === kind)
    .sort((a, b) => Number(a.by !== null) - Number(b.by !== null) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}
