import type { Deed as DeedRecord } from '@westgate/contract';
import { type Deed, type Desk, describeChanges } from '@westgate/desk';
import { asAction, described, type Reader, rowIn, type TableName } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { seenDeed } from './seen-deeds.ts';
import { NAMED_BY, nameOfRow } from './thing.ts';

type Told = NonNullable<DeedRecord['told']>;

/** Changes among which the one is looked for that a deed is told by. */
const MOST_LOOKED_AT = 50;

/** What the deed `seq` is told by, as a reader may know of it; null where it changed nothing of which that one may know. */
export async function toldOf(view: View, desk: Desk, reader: Reader | null, seq: number): Promise<Told | null> {
  const found = await desk.deed(seq, MOST_LOOKED_AT);
  const seen = found && seenDeed(desk, reader, found);
  return seen && toldIn(view, seen);
}

/** What a deed is told by: the first of its changes to a record with a page, else its first, and what that is called. */
export function toldIn({ register }: View, { changes, verb }: Pick<Deed, 'changes' | 'verb'>): Told | null {
  const change = changes.find(({ table }) => hasPage(table)) ?? changes[0];
  const [said] = change ? describeChanges([change]) : [];
  if (!change || !said) return null;
  const { table, key, kind, of } = said;
  const nameIn = (named: TableName, id: string): Told['name'] => {
    const row = rowIn(register, named, id, NAMED_BY.get(named));
    return row ? nameOfRow(named, row) : { zh: id, en: id };
  };
  if (of !== null && tellsOfAnother(table, verb)) return { noun: of.kind, change: kind, name: nameIn(of.kind, of.id) };
  const row = change.after ?? change.before;
  const own = row && described(table).isFact !== true ? nameOfRow(table, row) : null;
  if (own && (own.zh !== null || own.en !== null)) return { noun: table, change: kind, name: own };
  // What has no name of its own is known by the record it is of.
  if (hasPage(table)) return { noun: table, change: kind, name: { zh: key, en: key } };
  return { noun: table, change: kind, name: of && nameIn(of.kind, of.id) };
}

/** Whether the record a row is of is told in its place: where an action was done to that, and where no form makes the row, so that nobody knows it by itself. */
function tellsOfAnother(table: TableName, verb: string): boolean {
  if (hasPage(table)) return false;
  const { form, of: columns } = described(table);
  return asAction(verb) !== null || (form === undefined && columns.length === 1);
}

function hasPage(table: TableName): boolean {
  return described(table).page !== undefined;
}
