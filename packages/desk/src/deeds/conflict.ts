import { isSlug, noSuch, WestgateError } from '@westgate/base';
import { type AnyRow, changesFor, type Reader, type Register } from '@westgate/domain';
import type { Deed, Store } from '@westgate/store';
import { describeChanges } from './diff.ts';
import type { RecordRead } from './revise.ts';

/** Deeds of others that a conflict shows. */
const DEEDS_SHOWN = 20;

/**
 * The row as it was read. Throws `WG_STALE_RECORD` with what others did since where it is no longer so or gone, `WG_NOT_FOUND` where there
 * never was one. `reader`: for whom what is told is cut to what that person may know; null for whom nothing is hidden from.
 */
export async function rowAsRead(
  store: Pick<Store, 'history'>,
  register: Register,
  read: RecordRead,
  reader: Reader | null,
): Promise<AnyRow> {
  const rows: ReadonlyMap<string, AnyRow> = register[read.table];
  const present = rows.get(read.key) ?? null;
  if (present?.rev === read.rev) return present;
  const deeds = isSlug(read.key) ? knownTo(reader, register, await store.history(read.table, read.key, DEEDS_SHOWN)) : [];
  if (present || deeds.length > 0) throw staleError(read, present, deeds);
  throw new WestgateError('WG_NOT_FOUND', noSuch(read.table, read.key), { kind: read.table });
}

/** `error`, or where the store found the row changed by another process: the conflict with what that one did. */
export async function conflictOr(
  error: unknown,
  { store, register, reader }: { readonly store: Store; readonly register: Register; readonly reader: Reader | null },
  read: RecordRead,
): Promise<unknown> {
  if (!(error instanceof WestgateError) || error.code !== 'WG_STALE_RECORD') return error;
  const [newest, ...older] = knownTo(reader, register, await store.history(read.table, read.key, DEEDS_SHOWN));
  return newest ? staleError(read, newest.changes[0]?.after ?? null, [newest, ...older]) : error;
}

/** Of the deeds those whose change of the record `reader` may know of; a reason may speak of more, and goes where one was left out. */
function knownTo(reader: Reader | null, register: Register, deeds: readonly Deed[]): readonly Deed[] {
  if (reader === null) return deeds;
  return deeds.flatMap((deed) => {
    const changes = changesFor(register, reader, deed.changes);
    return changes.length === 0 ? [] : [{ ...deed, changes, reason: deed.changeCount === changes.length ? deed.reason : '' }];
  });
}

function staleError(read: RecordRead, present: AnyRow | null, deeds: readonly Deed[]): WestgateError {
  const { table, key, rev } = read;
  const changes = deeds
    .filter(({ changes: [change] }) => !change?.after || change.after.rev > rev)
    .flatMap(({ seq, at, who, verb, reason, changes: own }) => describeChanges(own).map((did) => ({ seq, at, who, verb, reason, ...did })));
  const [last] = changes;
  const happened = present === null ? 'it is gone' : `it is at revision ${present.rev}`;
  const byWhom = last ? `, changed by ${last.who} on ${last.at.slice(0, 10)} (deed ${last.seq})` : '';
  const zh = `读到的是 ${key} 的第 ${rev} 版，现在${present === null ? '它已不在' : `是第 ${present.rev} 版`}`;
  const whoZh = last ? `，由 ${last.who} 于 ${last.at.slice(0, 10)} 改动（登记 ${last.seq}）` : '';
  const message = { zh: `${zh}${whoZh}`, en: `expected ${table} ${key} at revision ${rev}; ${happened}${byWhom}` };
  return new WestgateError('WG_STALE_RECORD', message, { table, key, read: rev, rev: present?.rev ?? null, row: present, changes });
}
