import { useMutation, useQuery } from '@tanstack/react-query';
import type { WaysIn } from '@westgate/contract';
import { useOwn } from './account.ts';
import { ask, newKey, tell } from './client.ts';
import { makePasskey, showPasskey } from './passkey.ts';
import { useSessionChange } from './people.ts';

/** A directory that stopped answering may answer again. */
const LOOK_AGAIN_MS = 20_000;

/** By what one may sign in here. */
export const useWaysIn = () =>
  useQuery<WaysIn>({
    queryKey: ['ways-in'],
    queryFn: ({ signal }) => ask('ways-in', {}, signal),
    refetchInterval: ({ state }) => (state.data?.directory ? LOOK_AGAIN_MS : false),
    staleTime: 0,
  });

/** Signs in with a passkey: the server asks, the device answers. `isOffered`: among what the browser offers to fill in, when one is picked there. */
export const usePasskeyEnter = () =>
  useSessionChange(async ({ isOffered }: { readonly isOffered: boolean }) => {
    const { options } = await tell('ask-passkey', { body: {}, key: newKey() });
    return tell('enter-by-passkey', { body: await showPasskey(options, isOffered), key: newKey() });
  });

/** Makes a passkey on a device of the person who is signed in. */
export const useAddPasskey = () =>
  useOwn(async ({ name, password }: { readonly name: string; readonly password: string | null }) => {
    const { options } = await tell('begin-passkey', { body: { password }, key: newKey() });
    return tell('add-passkey', { body: { name, answer: await makePasskey(options) }, key: newKey() });
  });
export const useRenamePasskey = () =>
  useOwn(({ id, name }: { readonly id: string; readonly name: string }) =>
    tell('rename-passkey', { params: { id }, body: { name }, key: newKey() }),
  );
export const useDropPasskey = () => useOwn((id: string) => tell('drop-passkey', { params: { id }, body: {}, key: newKey() }));

/** Goes to the directory in order to sign in; it sends the browser back. */
export const useGoToDirectory = () => useMutation({ mutationFn: (_: undefined) => tell('begin-directory', { body: {}, key: newKey() }) });
/** Goes to the directory in order to link one's own account with it. */
export const useLinkDirectory = () =>
  useMutation({ mutationFn: (password: string | null) => tell('link-directory', { body: { password }, key: newKey() }) });
export const useUnlinkDirectory = () => useOwn((_: undefined) => tell('unlink-directory', { body: {}, key: newKey() }));
/** Signs in, or links the account, with what the directory sent the browser back with. */
export const useDirectoryReturn = () => useSessionChange((query: string) => tell('enter-by-directory', { body: { query }, key: newKey() }));
