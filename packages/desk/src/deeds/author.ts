import { type Said, WestgateError } from '@westgate/base';
import type { Register, TableName } from '@westgate/domain';
import type { Deed, Store } from '@westgate/store';
import type { AskedAt } from './ask.ts';
import { isDoneByThem } from './done-by.ts';

/** Deeds of one row that are looked at for its author. */
const DEEDS_LOOKED_AT = 50;

/** The district, and what its deeds tell of who brought a row. */
export interface Authorship extends Pick<Store, 'touching'> {
  readonly register: Register;
  /** The deed that took `seq` back and still stands; null where it holds. Undos before this opening are known among the last 5,000 deeds. */
  undoneBy(seq: number): number | null;
}

/** Of deeds that touched rows the one that brought a row and still stands; null for none. Bringing it back by undoing an undo makes nobody its author. */
export function broughtBy(desk: Pick<Authorship, 'undoneBy'>, deeds: readonly Deed[], table: TableName, key: string): Deed | null {
  const deed = deeds.find(
    ({ seq, undoes, changes }) =>
      undoes === null &&
      desk.undoneBy(seq) === null &&
      changes.some((change) => change.table === table && change.key === key && change.before === null),
  );
  return deed ?? null;
}

/** The deed that brought a row and still stands; null where it is not found. Of a row that is not there nobody is asked. */
export async function authorsDeed(desk: Authorship, table: TableName, key: string): Promise<Deed | null> {
  if (!desk.register[table].has(key)) return null;
  return broughtBy(desk, await desk.touching([{ table, key }], DEEDS_LOOKED_AT), table, key);
}

/** Throws `WG_STEP_REFUSED` where the doer brought the row of which another person is to decide. `expected` says who is. */
export function refuseAuthor(register: Register, { author, doer }: AskedAt, expected: (seq: number) => Said): void {
  if (!author || !isDoneByThem(register, author, doer)) return;
  throw new WestgateError('WG_STEP_REFUSED', expected(author.seq), { why: 'same-person', seq: author.seq });
}
