import type { Deed } from '@westgate/contract';
import { useMayChange } from '../scope/may-change.ts';
import { useSignedIn } from '../scope/signed-in.ts';

/** Gives whether whoever sits here may undo a deed: one of their own, one on the record shown alone that they may change, or any. */
export function useMayUndo(): (deed: Pick<Deed, 'who' | 'changeCount'>) => boolean {
  const person = useSignedIn();
  const mayEditAll = useMayChange('edit-all');
  const mayEdit = useMayChange('edit');
  const mayUpdate = useMayChange('update', 'any');
  return ({ who, changeCount }) => mayEditAll || (mayEdit && changeCount === 1) || (mayUpdate && person !== null && who === person.name);
}
