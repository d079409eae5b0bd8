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
import type { PasskeyAsk, PasskeyEnter, PasskeyMade } from '@westgate/contract';
import type { WordId } from '../messages/words.ts';

/** Whether this browser knows passkeys, where it is. */
export const knowsPasskeys = browserSupportsWebAuthn;
/** Whether it offers passkeys in a field beside what it would fill in. */
export const offersPasskeys = browserSupportsWebAuthnAutofill;

/** Ends what is offered, or asked of a device, and not answered yet. */
export function endOffer(): void {
  WebAuthnAbortService.cancelCeremony();
}

/** Has a device sign what the server asks. `isOffered`: waits until the person picks a passkey in the field of the name. */
export async function showPasskey(options: PasskeyAsk['options'], isOffered: boolean): Promise<PasskeyEnter> {
  const { id, response } = await startAuthentication({
    optionsJSON: parseOptions<PublicKeyCredentialRequestOptionsJSON>(options),
    useBrowserAutofill: isOffered,
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, clientData: clientDataJSON, authenticatorData, signature, user: userHandle || null };
}

/** Has a device make a passkey as the server asks. */
export async function makePasskey(options: PasskeyAsk['options']): Promise<PasskeyMade['answer']> {
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
