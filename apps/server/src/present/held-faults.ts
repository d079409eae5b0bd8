import { commonSchema, type HeldFaults, type Thing, type ThingKindName } from '@westgate/contract';
import { type HeldFault, heldRing, heldRowFaults, resultInSlices } from '@westgate/desk';
import { type AnyRow, type Register, recordsBelow, registerMemo, type TableName } from '@westgate/domain';
import { findThing, thingNamed } from './thing.ts';

/** Faults that are told; the others are counted. */
const MOST = 200;
/** The kinds of records that have a page. */
const KINDS: readonly ThingKindName[] = commonSchema.thingKind.options;

const rowFaults = registerMemo((held) => resultInSlices(heldRowFaults(held)));
const ringOf = registerMemo(heldRing);

/**
 * The values of `held` that would be refused today, each with the record it belongs to, as far as they stand in `known`: what whoever asks may know
 * of `held`, of the plan that is shown. `of`: those of one record alone. Throws `WG_NOT_FOUND` where they know of no such record.
 */
export async function heldFaultsIn(held: Register, known: Register, of: string | undefined): Promise<HeldFaults> {
  const asked = of === undefined ? null : thingNamed(known, of, KINDS);
  const ring = ringOf(known);
  const faults = [...(await rowFaults(held)).filter((fault) => isKnown(held, known, fault)), ...(ring ? [ring] : [])];
  const items = faults.flatMap((fault) => {
    const thing = thingOfRow(known, fault.table, fault.key);
    return asked === null || (thing?.kind === asked.kind && thing.id === asked.id) ? [{ ...fault, thing }] : [];
  });
  return { total: items.length, items: items.slice(0, MOST) };
}

/** Whether the row is known, and with the value that is at fault. */
function isKnown(held: Register, known: Register, { table, key, column }: HeldFault): boolean {
  const row = rowAt(known, table, key);
  return row !== undefined && row[column] === rowAt(held, table, key)?.[column];
}

/** The record that a row is shown with: itself where it has a page, else what it says something of; null for none. */
function thingOfRow(known: Register, table: TableName, key: string): Thing | null {
  const own = KINDS.find((each) => each === table);
  if (own) return findThing(known, own, key);
  const row = rowAt(known, table, key);
  const [below] = row ? recordsBelow(table, row) : [];
  return below ? thingOfRow(known, ...below) : null;
}

function rowAt(register: Register, table: TableName, key: string): AnyRow | undefined {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  return rows.get(key);
}
