import { type Said, WestgateError } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { Desk } from './desk.ts';
import { isDoneByThem, type Someone } from './people/done-by.ts';

/** Deeds of one row that are looked at for its author. */
const DEEDS_LOOKED_AT = 50;

/** Of deeds that touched rows the one that brought a row and still stands; null for none. Bringing it back by undoing an undo makes nobody its author. */
export function broughtBy(desk: Pick<Desk, 'undoneBy'>, deeds: readonly Deed[], table: TableName, key: string): Deed | null {
  const deed = deeds.find(
    ({ seq, undoes, changes }) =>
      undoes === null &&
      desk.undoneBy(seq) === null &&
      changes.some((change) => change.table === table && change.key === key && change.before === null),
  );
  return deed ?? null;
}

/** The deed that brought a row and still stands; null where it is not found. Of a row that is not there nobody is asked. */
export async function authorsDeed(desk: Desk, table: TableName, key: string): Promise<Deed | null> {
  if (!desk.register[table].has(key)) return null;
  return broughtBy(desk, await desk.touching([{ table, key }], DEEDS_LOOKED_AT), table, key);
}

/** Throws `WG_STEP_REFUSED` where `someone` brought a row of which another person is to decide. `expected` says who is. */
export async function refuseAuthor(
  desk: Desk,
  [table, key]: readonly [TableName, string],
  someone: Someone,
  expected: (seq: number) => Said,
): Promise<void> {
  const author = await authorsDeed(desk, table, key);
  if (!author || !isDoneByThem(desk.register, author, someone)) return;
  throw new WestgateError('WG_STEP_REFUSED', expected(author.seq), { why: 'same-person', seq: author.seq });
}
