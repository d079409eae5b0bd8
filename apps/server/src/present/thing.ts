import { noSuch, WestgateError } from '@westgate/base';
import type { Thing, ThingKindName } from '@westgate/contract';
import { type AnyRow, columnsIn, described, keysHeld, type Register, rowIn, TABLE_NAMES, type TableName } from '@westgate/domain';
import { pair, textAt } from './text.ts';

/** The columns by which the rows of each table are named, the Chinese one and the English one. */
export const NAMED_BY: ReadonlyMap<TableName, readonly [string, string]> = new Map(
  TABLE_NAMES.map((table) => {
    if (table === 'source') return [table, ['title', 'title']];
    const { named: stem = table === 'sentence' ? 'text' : 'name' } = described(table);
    return [table, [`${stem}_zh`, `${stem}_en`]];
  }),
);

/** A record by kind and id with its name; null when there is none. */
export function findThing(register: Register, kind: ThingKindName, id: string): Thing | null {
  const row: AnyRow | undefined = rowIn(register, kind, id, NAMED_BY.get(kind));
  return row ? { kind, id, name: nameOfRow(kind, row) } : null;
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
  const rows = columnsIn(register, kind, []);
  const keys = keysHeld(rows);
  const ids = idsByKeys.get(keys) ?? [...rows.keys()];
  idsByKeys.set(keys, ids);
  return ids;
}

/** Going through all keys takes far longer than a record that is shown between two of them: done once until one comes or goes. */
const idsByKeys = new WeakMap<object, readonly string[]>();

/** What to throw when `id` names no record. */
export function missing(kind: ThingKindName, id: string): WestgateError {
  return new WestgateError('WG_NOT_FOUND', noSuch(kind, id), { kind, id });
}

/** What a row is called: by the columns that its table is named by; a sentence by its text. */
export function nameOfRow(kind: TableName, row: AnyRow): Thing['name'] {
  const [zh = '', en = ''] = NAMED_BY.get(kind) ?? [];
  return pair(textAt(row, zh), textAt(row, en));
}
