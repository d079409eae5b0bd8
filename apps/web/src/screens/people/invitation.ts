import type { InvitationDraft } from '../../api/people.ts';
import type { WordId } from '../../messages/words.ts';

/** An invitation as it is typed. */
export interface TypedInvitation {
  readonly name: string;
  readonly signIn: string;
  readonly mail: string;
  readonly phone: string;
  readonly roles: readonly string[];
  readonly department: string | null;
}

/** Who an office begins with can do all that is needed to go on; roles can be parted later. */
export const FIRST_ROLES: readonly string[] = ['programme-office', 'system-administrator', 'security-administrator'];

export function emptyInvitation(): TypedInvitation {
  return { name: '', signIn: '', mail: '', phone: '', roles: [], department: null };
}

/** The first field that does not fit, with what to say; null where all do. */
export function invitationFault({
  name,
  signIn,
  roles,
  department,
}: TypedInvitation): { readonly field: 'name' | 'signIn' | 'roles'; readonly word: WordId } | null {
  if (name.trim() === '') return { field: 'name', word: 'welcome.fault.name' };
  if (signIn.trim().length < 2 || /\s/.test(signIn.trim())) return { field: 'signIn', word: 'welcome.fault.signIn' };
  if (roles.length === 0) return { field: 'roles', word: 'people.fault.roles' };
  if (department === null && roles.some((role) => role.startsWith('department-')))
    return { field: 'roles', word: 'people.fault.department' };
  return null;
}

/** The invitation as it is sent: what is empty is not known. */
export function invitationOf({ name, signIn, mail, phone, roles, department }: TypedInvitation): InvitationDraft {
  return { name: name.trim(), signIn: signIn.trim(), mail: mail.trim() || null, phone: phone.trim() || null, roles, department };
}
