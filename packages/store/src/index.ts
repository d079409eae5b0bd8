export type { Deed, DeedDraft, DeedSummary, Head, RowsByTable, State } from './deed.ts';
export { type LockInfo, readLock } from './lock.ts';
export { erasedPersonOf } from './persons/persons.ts';
export type { Erasure, Person } from './persons/with-persons.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export type { VerifyReport } from './verify.ts';
