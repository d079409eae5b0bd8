import { type Said, WestgateError } from '@westgate/base';
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
  if (strange !== undefined)
    refuse('roles', {
      zh: `角色应为 ${vocabulary.ROLES.join('、')} 之一，现为 ${strange.slice(0, 40)}`,
      en: `expected roles of ${vocabulary.ROLES.join(', ')}, found ${strange.slice(0, 40)}`,
    });
  if (known.length === 0) refuse('roles', { zh: '至少选一个角色', en: 'expected one role at least, found none' });
  if (department !== null && !departmentsOf(register).has(department)) {
    const held = [...departmentsOf(register)].toSorted();
    const found = department.slice(0, 80);
    const ids = held.length === 0 ? 'none is' : held.slice(0, MOST_NAMED).join(', ') + (held.length > MOST_NAMED ? ', …' : '');
    refuse('department', {
      zh: `应为区里有的部门的编号（${ids}），现为 ${found}`,
      en: `expected the id of a department that is held (${ids}), found ${found}`,
    });
  }
  const needing = known.find((role) => role.startsWith('department-'));
  if (needing && department === null)
    refuse('department', { zh: `角色 ${needing} 要有所属部门`, en: `expected a department for the role ${needing}, found none` });
  const clash = isProduction ? policy.clashOf(known) : null;
  if (clash) refuse('roles', twoPersons(clash));
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
      throw new WestgateError('WG_NOT_ALLOWED', {
        zh: `角色 ${given} 须由别人来给：谁也不能给自己角色`,
        en: `expected another person to give you the role ${given}: nobody gives a role to themselves`,
      });
    }
    const clash = is && isProduction ? policy.clashOf(readerOf(is).roles) : null;
    if (clash) refuse('roles', twoPersons(clash));
    if (erased.has(key) && is && is.state !== 'closed')
      refuse('person', {
        zh: '此人的资料已删除，请重新邀请',
        en: 'expected a person who is there; this one was erased: invite someone again',
      });
  }
  const states = managingStates(register, erased);
  if (states.has('open') && !managingStates(after, erased).has('open'))
    refuse('roles', {
      zh: '这样一改，就没有账号有效、可以管理人员的人了',
      en: 'expected someone to be left who may manage people, with an open account, found nobody after this change',
    });
  if (managingStates(after, erased).size === 0)
    refuse('roles', {
      zh: '这样一改，就没有可以管理人员的人了',
      en: 'expected someone to be left who may manage people, found nobody after this change',
    });
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

function twoPersons([one, other]: readonly [Role, Role]): Said {
  return {
    zh: `正式使用时，${one} 与 ${other} 须是两个人`,
    en: `expected ${one} and ${other} to be two persons in production, found both in one`,
  };
}

function refuse(field: string, { zh, en }: Said): never {
  throw new WestgateError('WG_INPUT_INVALID', { zh: `${field}：${zh}`, en: `${field}: ${en}` }, { field });
}
