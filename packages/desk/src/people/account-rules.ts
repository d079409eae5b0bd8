import { WestgateError } from '@westgate/base';
import { applyChanges, type Change, policy, type Reader, type Register, type Role, type Row, vocabulary } from '@westgate/domain';

/** How many ids a message names. */
const MOST_NAMED = 20;

/** A row of an account with its roles as what they are; words that are no role any more count for nothing. */
export function readerOf({ id, roles, department }: Pick<Row<'account'>, 'id' | 'roles' | 'department'>): Reader {
  return { roles: vocabulary.ROLES.filter((role) => roles.includes(role)), department, person: id };
}

/** Whether `who` may change every record; so may who has no account, in an office without accounts or on its machine. */
export function mayEditAll(register: Register, who: string): boolean {
  const accounts: ReadonlyMap<string, Row<'account'>> = register.account;
  const account = accounts.get(who);
  return !account || policy.reachesAll(readerOf(account), 'edit');
}

/** Whether the office has accounts: then nobody does anything without signing in. */
export function hasAccounts(register: Register): boolean {
  return register.account.size > 0;
}

/**
 * Throws `WG_INPUT_INVALID` where `roles` and `department` make no account: no role, an unknown one, a department that is not held, none where
 * a role needs one, and, in production, two roles that must be two persons'.
 */
export function requireAccount(
  register: Register,
  { roles, department }: { readonly roles: readonly string[]; readonly department: string | null },
  isProduction: boolean,
): readonly Role[] {
  const known = vocabulary.ROLES.filter((role) => roles.includes(role));
  const strange = roles.find((role) => !vocabulary.ROLES.some((each) => each === role));
  if (strange !== undefined) refuse('roles', `expected roles of ${vocabulary.ROLES.join(', ')}, found ${strange.slice(0, 40)}`);
  if (known.length === 0) refuse('roles', 'expected one role at least, found none');
  if (department !== null && !departmentsOf(register).has(department)) {
    const held = [...departmentsOf(register)].toSorted();
    const ids = held.length === 0 ? 'none is' : held.slice(0, MOST_NAMED).join(', ') + (held.length > MOST_NAMED ? ', …' : '');
    refuse('department', `expected the id of a department that is held (${ids}), found ${department.slice(0, 80)}`);
  }
  const needing = known.find((role) => role.startsWith('department-'));
  if (needing && department === null) refuse('department', `expected a department for the role ${needing}, found none`);
  const clash = isProduction ? policy.clashOf(known) : null;
  if (clash) refuse('roles', `expected ${clash[0]} and ${clash[1]} to be two persons in production, found both in one`);
  return known;
}

/** What accounts are judged by besides their rows. */
export interface AccountBasis {
  readonly isProduction: boolean;
  /** The accounts whose person was erased: nobody comes in by them any more. */
  readonly erased: ReadonlySet<string>;
}

/**
 * Throws where a deed would change accounts as it must not: `WG_NOT_ALLOWED` where someone gives a role to themselves, `WG_INPUT_INVALID`
 * where nobody would be left who may manage people, where roles clash in production, and where the account of an erased person would open.
 * Every deed passes here, on the register that it is written to: what is done, taken back, brought from elsewhere or erased.
 */
export function requireAccountChanges(
  register: Register,
  changes: readonly Change[],
  who: string,
  { isProduction, erased }: AccountBasis,
): void {
  const touched = changes.filter(({ table }) => table === 'account');
  if (touched.length === 0) return;
  const after = applyChanges(register, touched);
  for (const { key } of touched) {
    const [was, is] = [register.account.get(key), after.account.get(key)];
    const given = is?.roles.find((role) => !was?.roles.includes(role));
    if (who === key && given !== undefined) {
      throw new WestgateError('WG_NOT_ALLOWED', `expected another person to give you the role ${given}: nobody gives a role to themselves`);
    }
    const clash = is && isProduction ? policy.clashOf(readerOf(is).roles) : null;
    if (clash) refuse('roles', `expected ${clash[0]} and ${clash[1]} to be two persons in production, found both in one`);
    if (erased.has(key) && is && is.state !== 'closed')
      refuse('person', 'expected a person who is there; this one was erased: invite someone anew');
  }
  const states = managingStates(register, erased);
  if (states.has('open') && !managingStates(after, erased).has('open'))
    refuse('roles', 'expected someone to be left who may manage people, with an open account, found nobody after this change');
  if (managingStates(after, erased).size === 0)
    refuse('roles', 'expected someone to be left who may manage people, found nobody after this change');
}

/** How the accounts stand, but for closed ones, of those who may manage people and are there. */
function managingStates(register: Register, erased: ReadonlySet<string>): ReadonlySet<string> {
  const managing = [...register.account.values()].filter(
    (row) => row.state !== 'closed' && !erased.has(row.id) && policy.mayAct(readerOf(row), 'manage-people'),
  );
  return new Set(managing.map(({ state }) => state));
}

/** Departments by plain text: an account outlives its district. */
function departmentsOf(register: Register): ReadonlySet<string> {
  return new Set(register.department.keys());
}

function refuse(field: string, message: string): never {
  throw new WestgateError('WG_INPUT_INVALID', `${field}: ${message}`, { field });
}
