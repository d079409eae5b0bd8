import type { Change, Register, Row } from '@westgate/domain';
import type { Erasure, Store } from '@westgate/store';

/** The accounts whose persons were erased: with the key of a person goes what lay in the personal record. */
export async function erasedAccounts(store: Store, register: Register): Promise<Set<string>> {
  if (register.account.size === 0) return new Set();
  const personalRecords = await store.access.personalRecords();
  return new Set([...register.account.keys()].filter((id) => !personalRecords.has(id)));
}

/**
 * Erases a person for good. An account that is not closed is closed first, by `close`: a deed judged as every other, so that whoever manages
 * people last is not erased, whatever another process does meanwhile.
 */
export async function erasePerson(
  { store, register, close }: { readonly store: Store; readonly register: Register; readonly close: (change: Change) => Promise<unknown> },
  id: string,
  reason: string,
): Promise<Erasure> {
  const accounts: ReadonlyMap<string, Row<'account'>> = register.account;
  const before = accounts.get(id);
  const hasPerson = before !== undefined && (await store.access.personalRecords()).has(id);
  if (hasPerson && before.state !== 'closed')
    await close({ table: 'account', key: id, before, after: { ...before, state: 'closed', rev: before.rev + 1 } });
  return store.erasePerson(id, reason);
}
