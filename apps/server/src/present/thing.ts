import { noSuch, WestgateError } from '@westgate/base';
import type { Thing, ThingKindName } from '@westgate/contract';
import type { Register } from '@westgate/domain';
import { pair } from './text.ts';

/** A record by kind and id with its name; null when there is none. */
export function findThing(register: Register, kind: ThingKindName, id: string): Thing | null {
  const name = nameOf(register, kind, id);
  return name && { kind, id, name };
}

/** The record that `kind:id` names, of one of these kinds. Throws `WG_NOT_FOUND` where there is none. */
export function thingNamed(register: Register, named: string, kinds: readonly ThingKindName[]): Thing {
  const at = named.indexOf(':');
  const kind = kinds.find((each) => each === named.slice(0, at));
  const thing = kind && findThing(register, kind, named.slice(at + 1));
  if (thing) return thing;
  throw new WestgateError('WG_NOT_FOUND', `there is no record "${named.slice(0, 80)}"`, { of: named });
}

/** A record that a reference of the register points to: it is there, as the store checks references. */
export function thingOf(register: Register, kind: ThingKindName, id: string): Thing {
  return findThing(register, kind, id) ?? { kind, id, name: { zh: id, en: id } };
}

/** The record a reference points to; null where the reference is empty. */
export function thingAt(register: Register, kind: ThingKindName, id: string | null): Thing | null {
  return id === null ? null : thingOf(register, kind, id);
}

/** Every record of `kind` that is held, in the order of the folder. */
export function idsOf(register: Register, kind: ThingKindName): readonly string[] {
  return [...register[kind].keys()];
}

/** What to throw when `id` names no record. */
export function missing(kind: ThingKindName, id: string): WestgateError {
  return new WestgateError('WG_NOT_FOUND', noSuch(kind, id), { kind, id });
}

function nameOf(register: Register, kind: ThingKindName, id: string): Thing['name'] | null {
  if (kind === 'sentence') return textOf(register.sentence.get(id), (row) => pair(row.text_zh, row.text_en));
  if (kind === 'commitment') return textOf(register.commitment.get(id), (row) => pair(row.title_zh, row.title_en));
  if (kind === 'supervision') return textOf(register.supervision.get(id), (row) => pair(row.asked_zh, row.asked_en));
  if (kind === 'document') return textOf(register.document.get(id), (row) => pair(row.title_zh, row.title_en));
  const rows: ReadonlyMap<string, Named> = register[kind];
  return textOf(rows.get(id), (row) => pair(row.name_zh, row.name_en));
}

interface Named {
  readonly name_zh: string | null;
  readonly name_en: string | null;
}

function textOf<R>(row: R | undefined, read: (row: R) => Thing['name']): Thing['name'] | null {
  return row === undefined ? null : read(row);
}
