import type { NewPasskeyAnswer, Passkey, PasskeyAnswer, Site } from './passkey.ts';

/** Milliseconds a person has to answer on the device. */
const ANSWER_MS = 120_000;
const USER_VERIFIED = 'required';

/** The library is loaded by the first who uses a passkey. */
const webauthn = () => import('@simplewebauthn/server');
const helpers = () => import('@simplewebauthn/server/helpers');

/** What a browser is asked in order to sign in: any passkey of this site, of whoever holds it. */
export async function askToEnter({ host }: Site): Promise<{ readonly challenge: string }> {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({ rpID: host, userVerification: USER_VERIFIED, timeout: ANSWER_MS });
}

/** What a browser is asked in order to make a passkey; not on a device that has one of these. */
export async function askToMake(
  { host }: Site,
  person: { readonly id: string; readonly name: string; readonly signIn: string },
  held: readonly Passkey[],
): Promise<{ readonly challenge: string }> {
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: 'Westgate',
    rpID: host,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.signIn,
    userDisplayName: person.name,
    attestationType: 'none',
    timeout: ANSWER_MS,
    excludeCredentials: held.filter((each) => each.host === host).map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: USER_VERIFIED },
  });
}

/** The public key of a passkey that was made for `challenge` at `site` by a device that made sure of its holder; null where it was not. */
export async function checkMade(
  { id, clientData, attestation }: NewPasskeyAnswer,
  { host, origin }: Site,
  challenge: string,
): Promise<{ readonly publicKey: string; readonly counter: number } | null> {
  const { verifyRegistrationResponse } = await webauthn();
  const response = { clientDataJSON: clientData, attestationObject: attestation };
  try {
    if (!(await isWithoutMaker(attestation))) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    });
    const credential = registrationInfo?.credential;
    if (!verified || credential?.id !== id) return null;
    return { publicKey: Buffer.from(credential.publicKey).toString('base64url'), counter: credential.counter };
  } catch {
    return null;
  }
}

/**
 * How often the device of `passkey` signed, where it signed `challenge` at `site` now and made sure of its holder; null where it did not. Whether
 * it counts on is not looked at here.
 */
export async function checkSigned(
  { id, clientData, authenticatorData, signature }: PasskeyAnswer,
  { host, origin }: Site,
  challenge: string,
  passkey: Passkey,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webauthn();
  const response = { clientDataJSON: clientData, authenticatorData, signature };
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: { id, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** The challenge that an answer says it is for; null where it cannot be read. */
export function challengeIn(clientData: string): string | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    const said = typeof read === 'object' && read !== null && 'challenge' in read ? read.challenge : null;
    return typeof said === 'string' ? said : null;
  } catch {
    return null;
  }
}

/** Whether nothing is said of who made the device: we ask for nothing, and checking it would ask other hosts for lists of revoked makers. */
async function isWithoutMaker(attestation: string): Promise<boolean> {
  const { decodeAttestationObject } = await helpers();
  const read = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, 'base64url')));
  const format = read.get('fmt');
  return format === 'none' || (format === 'packed' && read.get('attStmt').get('x5c') === undefined);
}
