import type { Register, TableName } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import type { Desk } from './desk.ts';

/** A person as a deed knows them: the id of the account or, without one, the name; and what the person is called. */
export interface Someone {
  readonly id: string;
  readonly name: string;
}

/** Deeds of one row that are looked at for its author. */
const DEEDS_LOOKED_AT = 50;

/** The deed that brought a row and still stands; null where it is not found. Bringing it back by undoing an undo makes nobody its author. */
export async function authorsDeed(desk: Desk, table: TableName, key: string): Promise<Deed | null> {
  const deeds = await desk.touching([{ table, key }], DEEDS_LOOKED_AT);
  const brought = deeds.find(
    ({ seq, undoes, changes }) =>
      undoes === null && desk.undoneBy(seq) === null && changes.some((change) => change.key === key && change.before === null),
  );
  return brought ?? null;
}

/** Whether `someone` did a deed: told by the account where it was done under one, else by the name. */
export function isDoneByThem(register: Register, deed: Pick<Deed, 'person' | 'who'>, { id, name }: Someone): boolean {
  const hasAccount = deed.person !== undefined && register.account.has(deed.person);
  return hasAccount ? deed.person === id : deed.who !== null && deed.who === name;
}
