import { z } from 'zod';

/** Bytes as a browser tells them. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, 'expected base64url');
const passkeyId = bytes(1_400).describe('the id that the device gave the passkey');
const transports = z.array(z.string().max(20)).max(8).default([]);
const clientData = bytes(8_000);

/** Why passkeys are not offered: the address is not secure, or has no name (127.0.0.1). */
const PASSKEYS = ['offered', 'not-secure', 'no-name'] as const;
/** By what one may sign in here. */
export const waysIn = z
  .object({
    passkeys: z.enum(PASSKEYS),
    directory: z
      .object({
        name: z.string().nullable(),
        issuer: z.string(),
        isDown: z.boolean().describe('it did not answer when it was last asked'),
        signOut: z.string().nullable().describe('where one signs out there; null where it was not told, or not asked yet'),
      })
      .nullable()
      .describe('null where no directory of a city is set'),
  })
  .meta({ id: 'WaysIn' });

/** What a browser is asked, as WebAuthn Level 3 writes it in JSON. */
export const passkeyAsk = z.object({ options: z.looseObject({ challenge: z.string() }) }).meta({ id: 'PasskeyAsk' });
export const passkeyEnter = z
  .strictObject({
    id: passkeyId,
    clientData,
    authenticatorData: bytes(4_000),
    signature: bytes(8_000),
    user: bytes(200).nullable().default(null).describe('whose passkey the device says it is'),
  })
  .meta({ id: 'PasskeyEnter' });
/** That it is the person who sits there: the password, in an account that has one; in one without, a sign-in within ten minutes. */
export const ownPassword = z.string().max(1000).nullable().default(null).describe('one’s own; null in an account without one');
export const proofRequest = z.strictObject({ password: ownPassword }).meta({ id: 'ProofRequest' });
const passkeyName = z.string().trim().min(1).max(60).describe('which device it is');
export const passkeyNamed = z.strictObject({ name: passkeyName }).meta({ id: 'PasskeyNamed' });
export const passkeyMade = z
  .strictObject({
    name: passkeyName,
    answer: z.strictObject({ id: passkeyId, clientData, attestation: bytes(60_000), transports }),
  })
  .meta({ id: 'PasskeyMade' });

/** Where the browser goes to sign in. */
export const directoryAddress = z.object({ address: z.string() }).meta({ id: 'DirectoryAddress' });
/** What the directory sent the browser back with. */
export const directoryReturn = z
  .strictObject({ query: z.string().min(1).max(6_000).describe('what stands behind ? in the address that the browser came back to') })
  .meta({ id: 'DirectoryReturn' });

/** Of one's own account. */
export const ownPasskey = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string().describe('where it works'),
  made: z.string(),
  used: z.string().nullable(),
});
export const ownDirectory = z.object({ issuer: z.string(), linked: z.string(), used: z.string().nullable() });
