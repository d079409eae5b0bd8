import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, LinkShown, Session } from '@westgate/contract';
import { letGo } from '../scope/let-go.ts';
import { API_KEY } from './ask.ts';
import { ask, newKey, tell } from './client.ts';

/** Under this key the session is asked for; it is not among what a deed makes stale. */
export const SESSION_KEY = 'session';
/** A session may end on the server while a window stands open. */
const LOOK_AGAIN_MS = 60_000;

/** Who is signed in, and whether anyone must be. */
export const SESSION_QUESTION = {
  queryKey: [SESSION_KEY],
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Session> => ask('session', {}, signal),
};
/** Whoever comes back to a window may have signed out in another, or be somebody else. */
export const useSession = () =>
  useQuery<Session>({
    ...SESSION_QUESTION,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });

/** Signs in; everything that was answered to someone else is forgotten. */
export const useSignIn = () =>
  useSessionChange((typed: { readonly name: string; readonly password: string; readonly code?: string }) =>
    tell('sign-in', { body: typed, key: newKey() }),
  );

export const useSignOut = () => useSessionChange((_: undefined) => tell('sign-out', { body: {}, key: newKey() }));

/** Whose one-time link this is. */
export const useLink = (link: string) =>
  useQuery<LinkShown>({
    queryKey: ['link', link],
    queryFn: () => tell('look-at-link', { body: { link }, key: newKey() }),
    enabled: link !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What a person sets by a one-time link. */
export type TakeUp = BodyOf<'take-up-link'>;
/** Makes the first account by the word that the server told, and goes where its one-time link leads. */
export const useFirstAccount = () =>
  useMutation({
    mutationFn: (shown: string) => tell('first-account', { body: {}, key: newKey(), headers: { 'westgate-first': shown } }),
    onSuccess: ({ link }) => location.assign(link.replace('#', `${location.search}#`)),
  });
export const useTakeUp = (onDone: () => unknown) =>
  useSessionChange((set: TakeUp) => tell('take-up-link', { body: set, key: newKey() }), onDone);

/** Looks at the example as one of its people. */
export const useEnter = (onDone: () => unknown) =>
  useSessionChange((link: string) => tell('enter-by-link', { body: { link }, key: newKey() }), onDone);

/** Who is to have an account. */
export type InvitationDraft = Omit<BodyOf<'invite'>, 'who' | 'reason'>;
export const useInvite = () =>
  usePeopleWrite((draft: InvitationDraft & { readonly who: string }) => tell('invite', { body: draft, key: newKey() }));

/** Makes the first account of an office and goes where its one-time link leads: from then on everyone signs in. */
export const useBeginOffice = () =>
  useMutation({
    mutationFn: (draft: InvitationDraft & { readonly who: string }) => tell('invite', { body: draft, key: newKey() }),
    onSuccess: ({ link }) => location.assign(link.replace('#', `${location.search}#`)),
  });

/** An account as it was read, and what it is to be. */
export interface AccountChange {
  readonly id: string;
  readonly rev: number;
  readonly who: string;
  readonly fields: BodyOf<'change-account'>['fields'];
}
export const useChangeAccount = (onDone: () => unknown) =>
  usePeopleWrite(
    ({ id, rev, who, fields }: AccountChange) =>
      tell('change-account', { params: { person: id }, body: { who, fields }, rev, key: newKey() }),
    onDone,
  );

/** What is done with an account at one press. */
export type AccountAct = 'close' | 'reopen' | 'sign-out' | 'erase';
interface AccountDeedAsked {
  readonly id: string;
  readonly act: AccountAct;
  readonly who: string;
  /** Who takes over what the person answers for, when the account is closed. */
  readonly handOverTo: string | null;
}
export const useAccountAct = (onDone: () => unknown) =>
  usePeopleWrite(({ id, act, who, handOverTo }: AccountDeedAsked): Promise<object> => {
    if (act === 'erase') return tell('erase-person', { params: { person: id }, body: {}, key: newKey() });
    if (act === 'sign-out') return tell('end-sessions', { params: { person: id }, body: {}, key: newKey() });
    return tell(`${act}-account`, { params: { person: id }, body: act === 'close' ? { who, handOverTo } : { who }, key: newKey() });
  }, onDone);
export const useNewLink = () => usePeopleWrite((id: string) => tell('renew-link', { params: { person: id }, body: {}, key: newKey() }));

/** `onDone` is done where it succeeded, also where what came in took the part that wrote off the screen. */
function usePeopleWrite<Ask, Answer>(write: (ask: Ask) => Promise<Answer>, onDone?: () => unknown) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: async (_answer: Answer | undefined, error: Error | null) => {
      await Promise.all([client.invalidateQueries({ queryKey: [API_KEY] }), client.invalidateQueries({ queryKey: [SESSION_KEY] })]);
      if (error === null && onDone) letGo(onDone);
    },
  });
}

/** Something that changes who is signed in. `onDone` is done also where what came in took the part that asked off the screen. */
export function useSessionChange<Ask>(write: (ask: Ask) => Promise<Session>, onDone?: () => unknown) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: async (session) => {
      client.setQueryData([SESSION_KEY], session);
      await client.resetQueries({ queryKey: [API_KEY] });
      if (onDone) letGo(onDone);
    },
  });
}
