import { policy } from '@westgate/domain';
import { useContext } from 'react';
import { useSignedIn } from '../people/signed-in.ts';
import { Answering } from './answering.ts';
import { useDistrictFrame } from './district-context.ts';

/** How records are changed: what became of them, what they are, and that of every record, whoever answers for it. */
type Change = 'update' | 'edit' | 'edit-all';

/**
 * Whether whoever sits here may change records that way: those of the department that answers, null for none; on the page of a record, if
 * nothing else is said, of the one that answers for it; where that is not told either, some of them at least. Never while only reading is possible. What is not offered is refused all the same where it is sent.
 */
export function useMayChange(how: Change, department?: string | null): boolean {
  const isReadOnly = useDistrictFrame().district.mode === 'read-only';
  const person = useSignedIn();
  const answering = useContext(Answering);
  const asked = department === undefined ? answering : department;
  if (isReadOnly || !person) return !isReadOnly;
  const reachesAll = policy.reachesAll(person, 'edit');
  if (reachesAll || how === 'edit-all') return reachesAll;
  return policy.reachesSome(person, how) && (asked === undefined || asked === person.department);
}
