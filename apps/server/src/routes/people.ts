import { type InstantString, WestgateError } from '@westgate/base';
import { peopleSchema } from '@westgate/contract';
import type { AccountChange, Deed } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import { change, noParams, read, write } from '../http/route.ts';
import type { Office } from '../office.ts';
import { accountNow } from '../people/caller.ts';

const personParam = z.object({ person: z.string().regex(/^p-[0-9a-f]{16}$/, 'expected the id of a person, p- and 16 hex digits') });
/** Who an office begins with: one person may keep accounts, watch sign-ins and run the programme. In production they are several. */
const FIRST_ROLES = ['programme-office', 'system-administrator', 'security-administrator'] as const;
const FIRST_ROLES_IN_PRODUCTION = ['system-administrator'] as const;
/** The sign-in name of the first person until the link is taken up. */
const FIRST = { name: 'First account', signIn: 'first', mail: null, phone: null, department: null } as const;

/**
 * Adds who has an account: the list, inviting, roles, closing, ending sessions, and the log of sign-ins. `origin`: where browsers reach the office,
 * where that is known; links stand behind it.
 */
export function addPeople(app: FastifyInstance, office: Office, origin: string | null): void {
  const { people } = office.desk;
  read(app, office, '/people', {
    summary: 'Everyone who has an account',
    tag: 'people',
    params: noParams,
    query: z.strictObject({}),
    answer: peopleSchema.people,
    isFresh: true,
    present: async () => ({ items: (await people.list()).map((each) => ({ ...each, roles: [...each.roles] })) }),
  });
  write(app, '/people', {
    summary: 'Give a person an account: a one-time link to take it up with',
    tag: 'people',
    params: noParams,
    body: peopleSchema.invitation,
    answer: peopleSchema.invited,
    takesKey: false,
    act: async ({ body: { who, reason, ...invitation } }) => {
      const { deed, id, secret } = await people.invite(invitation, { who, reason }, office.now());
      return { seq: deed.seq, id, link: linkOf(secret), origin };
    },
  });
  write(app, '/people/first', {
    summary: 'The one-time link of the first account, as long as nobody took it up',
    tag: 'people',
    params: noParams,
    body: peopleSchema.firstRequest,
    answer: peopleSchema.newLink,
    takesKey: false,
    act: async () => ({ ...(await firstLink(office)), origin }),
  });
  change(app, 'PATCH', '/people/:person', {
    summary: 'Give an account other roles or another department',
    tag: 'people',
    params: personParam,
    body: peopleSchema.accountChange,
    answer: peopleSchema.accountDeed,
    act: async ({ params: { person }, body: { who, reason, fields }, idem, rev }) =>
      deedOf(person, await people.change(person, rev, changeOf(fields), { who, reason, idem })),
  });
  for (const [act, state] of [
    ['close', 'closed'],
    ['reopen', 'open'],
  ] as const) {
    write(app, `/people/:person/${act}`, {
      summary: act === 'close' ? 'Close an account: its sessions end' : 'Open a closed account again',
      tag: 'people',
      params: personParam,
      body: peopleSchema.stateRequest,
      answer: peopleSchema.accountDeed,
      errors: ['WG_NOT_FOUND'],
      act: async ({ params: { person }, body: { who, reason, handOverTo }, idem }) =>
        deedOf(person, await people.setState(person, state, { who, reason, idem }, handOverTo)),
    });
  }
  write(app, '/people/:person/link', {
    summary: 'A new one-time link, for an account that was not taken up or whose password is lost',
    tag: 'people',
    params: personParam,
    body: peopleSchema.firstRequest,
    answer: peopleSchema.newLink,
    errors: ['WG_NOT_FOUND'],
    takesKey: false,
    act: async ({ params: { person } }) => ({
      id: person,
      link: linkOf(await people.newLink(person, accountNow(), office.now())),
      origin,
    }),
  });
  write(app, '/people/:person/sign-out', {
    summary: 'End every session of a person',
    tag: 'people',
    params: personParam,
    body: peopleSchema.firstRequest,
    answer: peopleSchema.ended,
    takesKey: false,
    act: async ({ params: { person } }) => ({ sessions: await people.signIns.endAll(person) }),
  });
  read(app, office, '/sign-ins', {
    summary: 'Attempts to sign in, newest first, kept for a year',
    tag: 'people',
    params: noParams,
    query: peopleSchema.signInQuery,
    answer: peopleSchema.signInLog,
    isFresh: true,
    present: async (_view, { query: { limit, before } }) => {
      const entries = await people.log(limit, parseInput(instant, before ?? null, 'query'));
      const names = new Map((await office.desk.persons()).map(({ id, name }) => [id, name]));
      const items = entries.map((entry) => ({ ...entry, name: names.get(entry.person) ?? null }));
      return { items, next: entries.length === limit ? (entries.at(-1)?.at ?? null) : null };
    },
  });
}

/** The first account is nobody's until its link is taken up; then there is no other first. */
async function firstLink(office: Office): Promise<{ readonly id: string; readonly link: string }> {
  const { people, isProduction } = office.desk;
  const holders = await people.list();
  if (people.isBegun)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: '已经有人启用账号，请由管理人员的人邀请',
      en: 'expected an office where no account was taken up yet; who manages people invites others',
    });
  const [first] = holders;
  if (first) return { id: first.id, link: linkOf(await people.newLink(first.id, accountNow(), office.now())) };
  const roles = isProduction ? FIRST_ROLES_IN_PRODUCTION : FIRST_ROLES;
  const { id, secret } = await people.invite({ ...FIRST, roles }, { who: 'westgate', reason: 'first account' }, office.now());
  return { id, link: linkOf(secret) };
}

const instant = z.iso
  .datetime()
  .transform((text) => text as InstantString)
  .nullable();

/** The address of the screen that takes up an account. What stands behind # is never sent to a server, so no log holds it. */
function linkOf(secret: string): string {
  return `/welcome#${secret}`;
}

function changeOf({ roles, department }: z.output<typeof peopleSchema.accountChange>['fields']): AccountChange {
  return { ...(roles === undefined ? {} : { roles }), ...(department === undefined ? {} : { department }) };
}

function deedOf(id: string, { seq }: Deed): z.output<typeof peopleSchema.accountDeed> {
  return { seq, id };
}
