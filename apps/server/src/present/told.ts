import type { Deed as DeedRecord } from '@westgate/contract';
import { type Deed, type Desk, describeChanges } from '@westgate/desk';
import { asAction, described, type Reader, rowIn, type TableName } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { CHANGES_SHOWN } from './deed.ts';
import { seenDeed } from './seen-deeds.ts';
import { NO_TEXT } from './text.ts';
import { NAMED_BY, nameOfRow } from './thing.ts';

type Told = NonNullable<DeedRecord['told']>;

/** Changes among which the one is looked for that a deed is told by. Of who may not know of all, the first ones may be hidden. */
const LOOKED_AT = 50;
export const toldAmong = (reader: Reader | null): number => (reader === null ? LOOKED_AT : CHANGES_SHOWN);

/** What the deed `seq` is told by, as a reader may know of it; null where it changed nothing of which that one may know. */
export async function toldOf(view: View, desk: Desk, reader: Reader | null, seq: number): Promise<Told | null> {
  const found = await desk.deed(seq, toldAmong(reader));
  const seen = found && seenDeed(desk, reader, found);
  return seen && toldIn(view, reader, seen);
}

/**
 * What a deed is told by: the district that it began, else the first of its changes to a record with a page, else its first, and what that is called: as the deed named it, else as it is called now. What is
 * gone is called as it was, for who may know of all; it may be hidden from others.
 */
export function toldIn({ register }: View, reader: Reader | null, { changes, verb }: Pick<Deed, 'changes' | 'verb'>): Told | null {
  const begins = changes.find(({ table, before }) => table === 'district' && before === null);
  const change = begins ?? changes.find(({ table }) => hasPage(table)) ?? changes[0];
  const [said] = change ? describeChanges([change]) : [];
  if (!change || !said) return null;
  const { table, key, kind, of, fields } = said;
  const image = change.after ?? change.before;
  const nameIn = (named: TableName, id: string): Told['name'] => {
    const held = rowIn(register, named, id, NAMED_BY.get(named));
    const row = held ?? (reader === null && named === table && id === key ? image : null);
    const name = row ? nameOfRow(named, row) : NO_TEXT;
    return isNone(name) ? { zh: id, en: id } : name;
  };
  if (of !== null && tellsOfAnother(table, verb)) return { noun: of.kind, change: kind, name: nameIn(of.kind, of.id) };
  // What has no name of its own is known by the record it is of.
  const isNamed = image !== null && described(table).isFact !== true && !isNone(nameOfRow(table, image));
  const isGiven = isNamed && fields.some(({ field }) => NAMED_BY.get(table)?.includes(field));
  if (isGiven) return { noun: table, change: kind, name: nameOfRow(table, image) };
  return { noun: table, change: kind, name: isNamed || hasPage(table) ? nameIn(table, key) : of && nameIn(of.kind, of.id) };
}

/** Whether the record a row is of is told in its place: where an action was done to that, and where no form makes the row, so that nobody knows it by itself. */
function tellsOfAnother(table: TableName, verb: string): boolean {
  if (hasPage(table)) return false;
  const { form, of: columns } = described(table);
  return asAction(verb) !== null || (form === undefined && columns.length === 1);
}

function isNone({ zh, en }: NonNullable<Told['name']>): boolean {
  return zh === null && en === null;
}

function hasPage(table: TableName): boolean {
  return described(table).page !== undefined;
}
