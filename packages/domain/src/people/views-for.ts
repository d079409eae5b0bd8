import type { Register } from '../register/register.ts';
import type { AnyRow, Row } from '../register/tables.ts';
import type { Reader } from './policy.ts';

/** True for a view that `reader` keeps. */
export function isOwnView(reader: Reader, { owner }: AnyRow): boolean {
  return reader.person !== undefined && owner === reader.person;
}

/**
 * The views that `reader` is offered: one's own, those shared with the own department, those shared with everyone; `reader` null: an office
 * without accounts, where every view without an owner is everyone's. What a view shows when it is opened is another matter: that follows from
 * the rights of who opens it. Nothing for who did not sign in.
 */
export function viewsFor(register: Register, reader: Reader | null): readonly Row<'saved_view'>[] {
  const all = [...register.saved_view.values()];
  if (reader === null) return all.filter(({ visibility, owner }) => owner === null || visibility === 'district');
  if (reader.roles.length === 0) return [];
  return all.filter((row) => isOwnView(reader, row) || isSharedWith(reader, row));
}

function isSharedWith(reader: Reader, { visibility, department }: Row<'saved_view'>): boolean {
  if (visibility === 'district') return true;
  return visibility === 'department' && department !== null && department === reader.department;
}
