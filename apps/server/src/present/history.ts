import { isSlug, WestgateError } from '@westgate/base';
import type { History } from '@westgate/contract';
import { type AnyRow, rowIn, type TableName } from '@westgate/domain';
import { firstThatFit } from '../answers/fit.ts';
import { readerNow } from '../caller/caller.ts';
import type { Office } from '../office/office.ts';
import type { View } from '../view/view.ts';
import { deedOf } from './deed.ts';
import { seenDeed } from './seen-deeds.ts';

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
  const row: AnyRow | undefined = rowIn(view.register, kind, id);
  const reader = readerNow();
  const missing = (): WestgateError =>
    new WestgateError(
      'WG_NOT_FOUND',
      { zh: `没有、也从来没有编号为“${id.slice(0, 80)}”的记录`, en: `there is no ${kind} "${id.slice(0, 80)}", nor was there` },
      { kind, id },
    );
  const isThere = row !== undefined || (isSlug(id) && (await office.desk.history(kind, id, 1)).length > 0);
  if (!isThere) throw missing();
  const related = await office.related.of(kind, id);
  const deeds = await office.desk.touching([{ table: kind, key: id }, ...related], page.limit + 1, page.after);
  const shown = firstThatFit(deeds.slice(0, page.limit), (deed) => deedOf(office.desk, deed));
  const last = shown.at(-1);
  const next = last && deeds.length > shown.length ? String(last.seq) : null;
  if (reader === null) return { items: shown, next };
  const seen = deeds.slice(0, shown.length).flatMap((deed) => seenDeed(office.desk, reader, deed) ?? []);
  if (seen.length === 0 && row === undefined) throw missing();
  return { items: seen.map((deed) => deedOf(office.desk, deed)), next };
}
