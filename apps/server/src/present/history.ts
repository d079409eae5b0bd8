import { isSlug, WestgateError } from '@westgate/base';
import type { History } from '@westgate/contract';
import type { Deed } from '@westgate/desk';
import type { AnyRow, TableName } from '@westgate/domain';
import type { Office } from '../office.ts';
import type { View } from '../view.ts';
import { deedOf } from './deed.ts';

/**
 * The deeds that touched a record, or an outcome, figure or value recorded of it, newest first, each with the changes that did. What was
 * recorded and taken back again is among them, and those of a record that was taken out. Throws `WG_NOT_FOUND` when there never was one.
 */
export async function historyOf(
  office: Office,
  view: View,
  kind: TableName,
  id: string,
  page: { readonly limit: number; readonly after?: number | undefined },
): Promise<History> {
  const rows: ReadonlyMap<string, AnyRow> = view.register[kind];
  const isThere = rows.has(id) || (isSlug(id) && (await office.desk.history(kind, id, 1)).length > 0);
  if (!isThere) throw new WestgateError('WG_NOT_FOUND', `there is no ${kind} "${id.slice(0, 80)}", nor was there`, { kind, id });
  const related = await office.related.of(kind, id);
  const records = [{ table: kind, key: id }, ...related];
  const found = await Promise.all(records.map(({ table, key }) => office.desk.history(table, key, page.limit + 1, page.after)));
  const deeds = merged(found.flat());
  const shown = deeds.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((deed) => deedOf(office.desk, deed)),
    next: last && deeds.length > shown.length ? String(last.seq) : null,
  };
}

/** Deeds newest first, each once, with the changes of all its parts. */
function merged(parts: readonly Deed[]): readonly Deed[] {
  const deeds = new Map<number, Deed>();
  for (const part of parts) {
    const held = deeds.get(part.seq);
    deeds.set(part.seq, held ? { ...held, changes: [...held.changes, ...part.changes] } : part);
  }
  return [...deeds.values()].sort((a, b) => b.seq - a.seq);
}
