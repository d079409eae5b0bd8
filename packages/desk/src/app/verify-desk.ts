import { type Change, type Register, registerOf, TABLE_NAMES } from '@westgate/domain';
import type { Store, VerifyReport } from '@westgate/store';
import { diffRegister } from '../deeds/diff.ts';
import type { RowsByTable } from '../folder/parse.ts';

/** The store's own report, and whether the register in memory equals what is stored. */
export async function verifyDesk(
  store: Store,
  present: () => { readonly register: Register; readonly seq: number },
): Promise<VerifyReport> {
  const report = await store.verify();
  const drift = await driftOf(store, present);
  if (drift.length === 0) return report;
  const fault = `${drift.length} records in memory differ from the database, the first: ${drift[0]?.table} ${drift[0]?.key}.`;
  return { ...report, isClean: false, faults: [...report.faults, fault] };
}

/** Other processes may write meanwhile: the two are compared when both rest on the same deed, and as they are if that never comes. */
async function driftOf(store: Store, present: () => { readonly register: Register; readonly seq: number }): Promise<readonly Change[]> {
  for (let attempt = 1; ; attempt++) {
    const { head, rows } = await store.readState();
    const { register, seq } = present();
    if (head.seq === seq || attempt === 100) return diffRegister(registerOf(rows), rowsIn(register), TABLE_NAMES);
  }
}

function rowsIn(register: Register): RowsByTable {
  const rows = Object.entries(register).map(([name, map]) => [name, [...map.values()]]);
  return Object.fromEntries(rows);
}
