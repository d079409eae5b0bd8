import { type AnyRow, type Change, type Register, registerOf, TABLE_NAMES } from '@westgate/domain';
import { RowChecksum, type Store, slices, type VerifyReport } from '@westgate/store';
import { diffRegister } from '../deeds/diff.ts';
import type { RowsByTable } from '../folder/parse.ts';

/** Registers of deeds done meanwhile that are held: the rows are read at the end, so that the last are looked for. */
const MOST_HELD = 300;

/** The register that the desk holds, and the deed it rests on. */
interface Present {
  readonly register: Register;
  readonly seq: number;
}

/** What a desk holds in memory. */
interface Held {
  readonly present: () => Present;
  /** Tells of each deed that is done, until it is ended. */
  readonly followed: (listener: () => void) => () => void;
  /** Fulfilled once the deeds that came by now are taken up. */
  readonly settled: () => Promise<void>;
}

/** The store's own report, and whether the register in memory equals what is stored. */
export async function verifyDesk(store: Store, { present, followed, settled }: Held): Promise<VerifyReport> {
  const held = new Map<number, Register>();
  const note = (): void => {
    const { register, seq } = present();
    held.set(seq, register);
    const [oldest = seq] = held.keys();
    if (held.size > MOST_HELD) held.delete(oldest);
  };
  note();
  const end = followed(note);
  try {
    const report = await store.verify();
    await settled();
    const register = held.get(report.database.seq);
    if (register && (await isAsCounted(register, report))) return report;
    const drift = await driftOf(store, { present, settled });
    if (drift.length === 0) return report;
    const fault = `${drift.length} records in memory differ from the database, the first: ${drift[0]?.table} ${drift[0]?.key}.`;
    return { ...report, isClean: false, faults: [...report.faults, fault] };
  } finally {
    end();
  }
}

/** Whether every table of the register is row by row what was counted in the database, in the same order. */
async function isAsCounted(register: Register, { tables }: VerifyReport): Promise<boolean> {
  const paced = slices();
  for (const { table, checksum } of tables) {
    const counting = new RowChecksum();
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    for (const row of rows.values()) {
      counting.add(row);
      await paced();
    }
    if (counting.of().checksum !== checksum) return false;
  }
  return true;
}

/** Others may write meanwhile: the two are compared when both rest on the same deed, and as they are if that never comes. */
async function driftOf(store: Store, { present, settled }: Omit<Held, 'followed'>): Promise<readonly Change[]> {
  for (let attempt = 1; ; attempt++) {
    const { head, rows } = await store.readState();
    await settled();
    const { register, seq } = present();
    if (head.seq === seq || attempt === 100) return diffRegister(registerOf(rows), rowsIn(register), TABLE_NAMES);
  }
}

function rowsIn(register: Register): RowsByTable {
  const rows = Object.entries(register).map(([name, map]) => [name, [...map.values()]]);
  return Object.fromEntries(rows);
}
