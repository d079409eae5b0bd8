import type { Register } from '@westgate/domain';
import type { Deed } from '@westgate/store';

/** A person as a deed knows them: the id of the account or, without one, the name; and what the person is called. */
export interface Someone {
  readonly id: string;
  readonly name: string;
}

/** Whether `someone` did a deed: told by the account where it was done under one, else by the name. */
export function isDoneByThem(register: Register, deed: Pick<Deed, 'person' | 'who'>, { id, name }: Someone): boolean {
  const hasAccount = deed.person !== undefined && register.account.has(deed.person);
  return hasAccount ? deed.person === id : deed.who !== null && deed.who === name;
}
