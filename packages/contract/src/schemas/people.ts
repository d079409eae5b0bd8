import { isMailAddress } from '@westgate/base';
import { policy, vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { reason, who } from './revise.ts';
import { ownDirectory, ownPasskey, ownPassword } from './ways-in.ts';

const role = z.enum(vocabulary.ROLES);
const name = z.string().trim().min(1).max(80).describe('the name shown beside deeds');
const signIn = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .regex(/^\S+$/, 'expected no spaces')
  .describe('what the person signs in with: a mail address or a word');
const password = z.string().max(1000);
const link = z.string().min(1).max(200).describe('what stands behind # in the one-time link');
const roles = z.array(z.string().max(40)).max(20).describe('of the roles in docs/rights.md');
const department = z.string().max(80).nullable();

/** Someone who is signed in, and what they may do with the office. */
export const signedIn = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    department: z.string().nullable(),
    may: z.array(z.enum(policy.OFFICE_ACTIONS)),
  })
  .meta({ id: 'SignedIn' });

/**
 * `open`: nobody has an account, everything is allowed under any name. `accounts`: who does something is signed in. `first`: the office is
 * reached from elsewhere and nobody took up an account; nothing is told but this.
 */
export const session = z.object({ mode: z.enum(['open', 'accounts', 'first']), person: signedIn.nullable() }).meta({ id: 'Session' });

export const signInRequest = z
  .strictObject({ name: z.string().min(1).max(200), password, code: z.string().max(20).optional().describe('of the second factor') })
  .meta({ id: 'SignInRequest' });
export const linkRequest = z.strictObject({ link }).meta({ id: 'LinkRequest' });
/** Whose link it is; `isNew` where the account is not open yet, `isPersona` where it is one of the people of the example. */
export const linkShown = z
  .object({ name: z.string(), signIn: z.string(), isNew: z.boolean(), isPersona: z.boolean() })
  .meta({ id: 'LinkShown' });
export const takeUpRequest = z.strictObject({ link, name, signIn, password }).meta({ id: 'TakeUpRequest' });

/** A person with an account, as those see it who manage people. */
export const accountHolder = z
  .object({
    id: z.string(),
    rev: z.number().int(),
    name: z.string().nullable().describe('null where the person was erased'),
    signIn: z.string().nullable(),
    mail: z.string().nullable(),
    phone: z.string().nullable(),
    roles: z.array(role),
    department: z.string().nullable(),
    state: z.enum(vocabulary.ACCOUNT_STATES),
    answersFor: z.number().int().describe('commitments and projects the person is named for'),
    sessions: z.number().int().describe('open sessions'),
    seen: z.string().nullable().describe('when one of them was last used'),
  })
  .meta({ id: 'AccountHolder' });
export const people = z.object({ items: z.array(accountHolder) }).meta({ id: 'People' });

const maybe = (text: z.ZodString) => text.nullable().default(null);
export const invitation = z
  .strictObject({
    who,
    reason,
    name,
    signIn,
    mail: z.string().trim().max(200).refine(isMailAddress, 'expected an address such as name@district.example').nullable().default(null),
    phone: maybe(z.string().trim().max(40)),
    roles,
    department: department.default(null),
  })
  .meta({ id: 'Invitation' });
/** `link` opens the account once; whoever has it can. It stands behind `origin`, the address of the office where that is known. */
const origin = z.string().nullable();
export const invited = z.object({ seq: z.number().int(), id: z.string(), link: z.string(), origin }).meta({ id: 'Invited' });
export const newLink = z.object({ id: z.string(), link: z.string(), origin }).meta({ id: 'NewLink' });
export const accountChange = z
  .strictObject({ who, reason, fields: z.strictObject({ roles: roles.optional(), department: department.optional() }) })
  .meta({ id: 'AccountChange' });
export const accountDeed = z.object({ seq: z.number().int(), id: z.string() }).meta({ id: 'AccountDeed' });
export const stateRequest = z
  .strictObject({
    who,
    reason,
    handOverTo: z.string().max(80).nullable().default(null).describe('who takes over what the person answers for'),
  })
  .meta({ id: 'AccountStateRequest' });
export const firstRequest = z.strictObject({}).meta({ id: 'FirstPersonRequest' });
export const ended = z.object({ sessions: z.number().int() }).meta({ id: 'SessionsEnded' });

/** What a program may do with a token, within what its person may. */
const scope = z.enum(['read', 'write', 'office']);
const token = z.object({ id: z.string(), name: z.string(), scopes: z.array(scope), made: z.string(), until: z.string() });
/** One's own account. */
export const ownAccount = z
  .object({
    signIn: z.string(),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    tokens: z.array(token),
    passkeys: z.array(ownPasskey),
    directory: ownDirectory.nullable(),
  })
  .meta({ id: 'OwnAccount' });
export const passwordChange = z.strictObject({ before: password, password }).meta({ id: 'PasswordChange' });
export const secondFactor = z.object({ secret: z.string(), address: z.string() }).meta({ id: 'SecondFactor' });
export const codeRequest = z.strictObject({ code: z.string().min(1).max(20) }).meta({ id: 'CodeRequest' });
export const passwordRequest = z.strictObject({ password }).meta({ id: 'PasswordRequest' });
export const tokenRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(scope).min(1).max(3),
    days: z.number().int().min(1).max(366).default(90),
    password: ownPassword,
  })
  .meta({ id: 'TokenRequest' });
/** The token itself, shown once. */
export const tokenMade = z.object({ token: z.string() }).meta({ id: 'TokenMade' });

/** An attempt to sign in: the id of the person, never a name or what was typed. */
const signInEntry = z.object({
  at: z.string(),
  person: z.string().nullable(),
  name: z.string().nullable(),
  result: z.string(),
  address: z.string(),
});
export const signInQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: z.string().max(40).optional(),
});
export const signInLog = z.object({ items: z.array(signInEntry), next: z.string().nullable() }).meta({ id: 'SignInLog' });
