import { AsyncLocalStorage } from 'node:async_hooks';
import { WestgateError } from '@westgate/base';
import { networkOf, type TokenScope } from '@westgate/desk';
import { policy, type Reader } from '@westgate/domain';

/** Who asks: anyone in an office without accounts, who runs Westgate on its machine, nobody who signed in, or a person. */
export type Caller =
  | { readonly kind: 'open' | 'operator' | 'public' }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly name: string;
      readonly reader: Reader;
      readonly session: string;
      readonly scopes?: readonly TokenScope[];
    };

export const PUBLIC: Reader = { roles: [], department: null };
const calls = new AsyncLocalStorage<Caller>();

/** Runs `work`, and all that comes of it, as asked by `caller`. */
export function asCaller<T>(caller: Caller, work: () => T): T {
  return calls.run(caller, work);
}

/** Who asks for what is being done. Where nobody can be named nothing is answered: a bug of ours must not let anybody in. */
export function callerNow(): Caller {
  const caller = calls.getStore();
  if (!caller) throw new Error('invariant broken: it is known who asks');
  return caller;
}

export function signInRequired(): WestgateError {
  return new WestgateError('WG_SIGN_IN_REQUIRED', { zh: '请先登录', en: 'expected a person who is signed in' });
}

/** What who asks is called; null where nobody signed in. */
export function nameNow(): string | null {
  return personNow()?.name ?? null;
}

/** Who asks, where somebody signed in: the id, the name, the department. */
export function personNow(): { readonly id: string; readonly name: string; readonly department: string | null } | null {
  const caller = callerNow();
  return caller.kind === 'person' ? { id: caller.id, name: caller.name, department: caller.reader.department } : null;
}

/** How who asks is judged where it decides what may be known; null for whom nothing is hidden from. */
export function readerNow(): Reader | null {
  const reader = callerReader();
  return reader && policy.reachesAll(reader, 'read') ? null : reader;
}

/**
 * The department whose own business whoever asks may see before it concerns others; `every` in an office without accounts, where all do
 * everything; null for those above the departments, and for the public. People who are answered alike have the same.
 */
export function departmentNow(): string | null {
  const reader = callerReader();
  if (reader === null) return 'every';
  return policy.reachesAll(reader, 'read') || reader.roles.length === 0 ? null : reader.department;
}

/** How who asks is judged by the policy; null for who may do everything. */
export function callerReader(): Reader | null {
  return readerOf(callerNow());
}

/** How `caller` is judged by the policy; null for who may do everything. */
export function readerOf(caller: Caller): Reader | null {
  if (caller.kind === 'person') return caller.reader;
  return caller.kind === 'public' ? PUBLIC : null;
}

/** The account of who asks; null for nobody with one. */
export function accountNow(): string | null {
  return callerReader()?.person ?? null;
}

const PERSON = 'person ';

/** Who asks, and the address a request came from. */
export interface Asker {
  readonly caller?: Caller;
  readonly ip: string;
}

/** Whose a request is, where requests, answers and seats for long work are shared out: a person's, else that of the network it came from. */
export function workOwner({ caller, ip }: Asker): string {
  return caller?.kind === 'person' ? `${PERSON}${caller.id}` : `address ${networkOf(ip)}`;
}

/** Whether what {@link workOwner} gave is a person. */
export function isPerson(owner: string): boolean {
  return owner.startsWith(PERSON);
}

/** Names who `caller` is as far as answers go: two of one name are answered alike. */
export function answeredAs(caller: Caller): string {
  const reader = readerOf(caller);
  return reader === null ? caller.kind : `${reader.person ?? ''} ${classOf(reader)}${scopesOf(caller)}`;
}

/** Names those that `caller` is answered alike with where nothing is looked at that is one person's alone. */
export function answeredWith(caller: Caller): string {
  const reader = readerOf(caller);
  return reader === null ? `each ${caller.kind}` : `each ${caller.kind} ${classOf(reader)}${scopesOf(caller)}`;
}

/** What a token may be used for is part of what its person is answered. */
function scopesOf(caller: Caller): string {
  return caller.kind === 'person' && caller.scopes ? ` by ${[...caller.scopes].sort().join()}` : '';
}

/** Readers of one class, of the same department, with the same roles. */
function classOf(reader: Reader): string {
  return `${policy.readerClass(reader)} ${JSON.stringify([reader.department, ...reader.roles])}`;
}
