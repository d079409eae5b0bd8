import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PasskeyAsk, PasskeyEnter, PasskeyMade, WaysIn } from '@westgate/contract';
import type { WordId } from '../messages/words.ts';
import { useOwn } from './account.ts';
import { ask, newKey, tell } from './client.ts';
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

/** Whether this browser knows passkeys, where it is. */
export const knowsPasskeys = browserSupportsWebAuthn;

/** Whether it offers passkeys in a field beside what it would fill in. */
export const offersPasskeys = browserSupportsWebAuthnAutofill;

/** Ends what is offered, or asked of a device, and not answered yet. */
export function endOffer(): void {
  WebAuthnAbortService.cancelCeremony();
}

/** Has a device sign what the server asks. `isOffered`: waits until the person picks a passkey in the field of the name. */
async function showPasskey(options: PasskeyAsk['options'], isOffered: boolean): Promise<PasskeyEnter> {
  const { id, response } = await startAuthentication({
    optionsJSON: parseOptions<PublicKeyCredentialRequestOptionsJSON>(options),
    useBrowserAutofill: isOffered,
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, clientData: clientDataJSON, authenticatorData, signature, user: userHandle || null };
}

/** Has a device make a passkey as the server asks. */
async function makePasskey(options: PasskeyAsk['options']): Promise<PasskeyMade['answer']> {
  const { id, response } = await startRegistration({ optionsJSON: parseOptions<PublicKeyCredentialCreationOptionsJSON>(options) });
  return { id, clientData: response.clientDataJSON, attestation: response.attestationObject, transports: response.transports ?? [] };
}

/** Why the device made or showed no passkey; null where the cause lies elsewhere. */
export function deviceFault(error: Error): WordId | null {
  const code = error instanceof WebAuthnError ? error.code : null;
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED' || error.name === 'InvalidStateError') return 'passkey.held';
  if (code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT') return 'passkey.noCheck';
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'passkey.brokenOff';
  return code === null ? null : 'passkey.failed';
}

/** The server's library writes them as the standard does, and this one reads them so. */
function parseOptions<Options>(options: PasskeyAsk['options']): Options {
  return options as unknown as Options;
}
