import type { HeldFaults, ThingKindName } from '@westgate/contract';
import { type Desk, type HeldFault, heldFaults } from '@westgate/desk';
import { type AnyRow, type Register, vocabulary } from '@westgate/domain';
import type { View } from '../view.ts';
import { findThing } from './thing.ts';

/** Faults that are told; the others are counted. */
const MOST = 200;
/** The kinds of records that have a page. */
const KINDS: readonly ThingKindName[] = ['sentence', ...vocabulary.EVIDENCE_SUBJECTS];
/** Columns that name the record a row says something of, and the kind of that record. */
const SUBJECTS = { project: 'project', indicator: 'indicator', supervision: 'supervision' } as const;

/** The held values that would be refused today, each with the record it belongs to; of records that whoever asks may know of. */
export async function heldFaultsIn(view: View, desk: Desk): Promise<HeldFaults> {
  const held = desk.held();
  const isWhole = view.register === desk.register;
  const items = (await heldFaults(held)).flatMap((fault) => {
    const thing = subjectOf(view.register, held, fault);
    return thing || isWhole ? [{ ...fault, thing }] : [];
  });
  return { total: items.length, items: items.slice(0, MOST) };
}

/** The record that a fault is shown with; null where it belongs to none, or to one that is not known. */
function subjectOf(known: Register, held: Register, { table, key }: HeldFault): HeldFaults['items'][number]['thing'] {
  const own = kindNamed(table);
  if (own) return findThing(known, own, key);
  const rows: ReadonlyMap<string, AnyRow> = held[table];
  const row = rows.get(key);
  if (!row) return null;
  const kind = kindNamed(row.subject_kind ?? row.to_kind);
  if (kind) return findThing(known, kind, String(row.subject_id ?? row.to_id));
  const [column, of] = Object.entries(SUBJECTS).find(([name]) => typeof row[name] === 'string') ?? [];
  return column && of ? findThing(known, of, String(row[column])) : null;
}

function kindNamed(name: unknown): ThingKindName | undefined {
  return KINDS.find((each) => each === name);
}
