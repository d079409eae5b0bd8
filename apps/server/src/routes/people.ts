import { type InstantString, WestgateError } from '@westgate/base';
import type { peopleSchema } from '@westgate/contract';
import type { AccountChange, Deed } from '@westgate/desk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accountNow } from '../caller/caller.ts';
import { parseInput } from '../http/parse.ts';
import { change, read, write } from '../http/route.ts';
import type { Office } from '../office/office.ts';

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
  read(app, office, 'people', {
    present: async () => ({ items: (await people.list()).map((each) => ({ ...each, roles: [...each.roles] })) }),
  });
  write(app, 'invite', {
    act: async ({ body: { who, reason, ...invitation } }) => {
      const { deed, id, secret } = await people.invite(invitation, { who, reason }, office.now());
      return { seq: deed.seq, id, link: linkOf(secret), origin };
    },
  });
  write(app, 'first-account', { act: async () => ({ ...(await firstLink(office)), origin }) });
  change(app, 'change-account', {
    act: async ({ params: { person }, body: { who, reason, fields }, idem, rev }) =>
      deedOf(person, await people.change(person, rev, changeOf(fields), { who, reason, idem })),
  });
  for (const [act, state] of [
    ['close', 'closed'],
    ['reopen', 'open'],
  ] as const) {
    write(app, `${act}-account`, {
      act: async ({ params: { person }, body: { who, reason, handOverTo }, idem }) =>
        deedOf(person, await people.setState(person, state, { who, reason, idem }, handOverTo)),
    });
  }
  write(app, 'renew-link', {
    act: async ({ params: { person } }) => ({
      id: person,
      link: linkOf(await people.newLink(person, accountNow(), office.now())),
      origin,
    }),
  });
  write(app, 'end-sessions', { act: async ({ params: { person } }) => ({ sessions: await people.signIns.endAll(person) }) });
  read(app, office, 'sign-ins', {
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
