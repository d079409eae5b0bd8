import type { TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { Desk } from './desk.ts';

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

/** The deed that brought a row and still stands; null where it is not found. */
export async function authorsDeed(desk: Desk, table: TableName, key: string): Promise<Deed | null> {
  return broughtBy(desk, await desk.touching([{ table, key }], DEEDS_LOOKED_AT), table, key);
}
