import { useMutation, useQuery } from '@tanstack/react-query';
import type { DirectoryAddress, OwnAccount, PasskeyAsk, Session, WaysIn } from '@westgate/contract';
import { makePasskey, showPasskey } from '../people/passkey.ts';
import { useOwn } from './account.ts';
import { askApi, dropApi, newKey, tellApi } from './client.ts';
import { useSessionChange } from './people.ts';

/** A directory that stopped answering may answer again. */
const LOOK_AGAIN_MS = 20_000;

/** By what one may sign in here. */
export const useWaysIn = () =>
  useQuery<WaysIn>({
    queryKey: ['ways-in'],
    queryFn: ({ signal }) => askApi<WaysIn>('ways-in', {}, signal),
    refetchInterval: ({ state }) => (state.data?.directory ? LOOK_AGAIN_MS : false),
    staleTime: 0,
  });

/** Signs in with a passkey: the server asks, the device answers. `isOffered`: among what the browser offers to fill in, when one is picked there. */
export const usePasskeyEnter = () =>
  useSessionChange(async ({ isOffered }: { readonly isOffered: boolean }) => {
    const { options } = await tellApi<PasskeyAsk>('passkeys/ask', {}, newKey());
    return tellApi<Session>('passkeys/enter', await showPasskey(options, isOffered), newKey());
  });

/** Makes a passkey on a device of the person who is signed in. */
export const useAddPasskey = () =>
  useOwn(async ({ name, password }: { readonly name: string; readonly password: string | null }) => {
    const { options } = await tellApi<PasskeyAsk>('account/passkeys/begin', { password }, newKey());
    return tellApi<OwnAccount>('account/passkeys', { name, answer: await makePasskey(options) }, newKey());
  });
export const useRenamePasskey = () =>
  useOwn(({ id, name }: { readonly id: string; readonly name: string }) =>
    tellApi<OwnAccount>(`account/passkeys/${id}/name`, { name }, newKey()),
  );
export const useDropPasskey = () => useOwn((id: string) => dropApi<OwnAccount>(`account/passkeys/${id}`));

/** Goes to the directory in order to sign in; it sends the browser back. */
export const useGoToDirectory = () =>
  useMutation({ mutationFn: (_: undefined) => tellApi<DirectoryAddress>('directory/begin', {}, newKey()) });
/** Goes to the directory in order to link one's own account with it. */
export const useLinkDirectory = () =>
  useMutation({ mutationFn: (password: string | null) => tellApi<DirectoryAddress>('account/directory', { password }, newKey()) });
export const useUnlinkDirectory = () => useOwn((_: undefined) => dropApi<OwnAccount>('account/directory'));
/** Signs in, or links the account, with what the directory sent the browser back with. */
export const useDirectoryReturn = () => useSessionChange((query: string) => tellApi<Session>('directory/enter', { query }, newKey()));
