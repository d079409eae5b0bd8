import { policy } from '@westgate/domain';
import { useContext } from 'react';
import { useSignedIn } from '../people/signed-in.ts';
import { type Answering, AnsweringDepartment } from './answering-department.ts';
import { useDistrictFrame } from './district-context.ts';

/** How records are changed: what became of them, what they are, and that of every record, whoever answers for it. */
type Change = 'update' | 'edit' | 'edit-all';

/**
 * Whether whoever sits here may change records of these departments that way; on the page of a record, if nothing else is said, of the one that
 * answers for it. Never while only reading is possible. What is not offered is refused all the same where it is sent.
 */
export function useMayChange(how: Change, answering?: Answering): boolean {
  const held = useContext(AnsweringDepartment);
  return useWhichMayChange(how)(answering ?? held);
}

/** Whose records whoever sits here may change that way. */
export function useWhichMayChange(how: Change): (answering: Answering) => boolean {
  const isReadOnly = useDistrictFrame().district.mode === 'read-only';
  const person = useSignedIn();
  if (isReadOnly || !person) return () => !isReadOnly;
  const reachesAll = policy.reachesAll(person, 'edit');
  if (reachesAll || how === 'edit-all') return () => reachesAll;
  const reachesSome = policy.reachesSome(person, how);
  return (answering) => reachesSome && (answering === 'any' || answering.includes(person.department));
}
