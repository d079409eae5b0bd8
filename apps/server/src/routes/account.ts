import { followSchema, noticeSchema, peopleSchema, waysInSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import { fresh, idParam, schemaOf } from '../http/route.ts';
import type { Office } from '../office.ts';
import { ownAccountOf, type Person, whoseAccount } from '../people/own-account.ts';

const empty = z.strictObject({});

/** Adds one's own account: the password, the second factor, tokens for programs. */
export function addAccount(app: FastifyInstance, office: Office): void {
  const { own } = office.desk.people;
  const told = (summary: string, answer: z.ZodType) => ({ summary, tag: 'account', answer, errors: ['WG_NOT_FOUND'] }) as const;
  const shown = (id: string) => ownAccountOf(office, id);
  const { ownAccount } = peopleSchema;

  app.get('/account', { schema: schemaOf(told('One’s own account', ownAccount), {}) }, async (request, reply) =>
    fresh(request, reply).send(await shown(whoseAccount(request.caller).id)),
  );
  app.get('/account/follows', { schema: schemaOf(told('The records one follows', followSchema.follows), {}) }, async (request, reply) =>
    fresh(request, reply).send({ items: [...(await own.follows(whoseAccount(request.caller).id))] }),
  );
  add('/account/follows', 'Follow a record, or no longer', followSchema.followRequest, followSchema.follows, async ({ id }, body) => ({
    items: [...(await own.follow(id, body.of, body.isFollowed))],
  }));
  const { notices } = office.desk.people;
  app.get('/account/notices', { schema: schemaOf(told('How one is told by mail', noticeSchema.wishes), {}) }, async (request, reply) =>
    fresh(request, reply).send(await notices.wishes(whoseAccount(request.caller).id)),
  );
  add(
    '/account/notices',
    'Be told by mail, or no more, where, and in which language',
    noticeSchema.wishesRequest,
    noticeSchema.wishes,
    async ({ id }, body) => {
      const wishes = await notices.setWishes(id, body);
      return { ...wishes, off: [...wishes.off] };
    },
  );
  add('/account/password', 'Set another password; other sessions end', peopleSchema.passwordChange, ownAccount, async (caller, body) => {
    await own.setPassword(caller.id, { ...body, session: caller.session }, office.now());
    return shown(caller.id);
  });
  add(
    '/account/second-factor',
    'The secret of a second factor, for an app',
    waysInSchema.proofRequest,
    peopleSchema.secondFactor,
    async ({ id, session }, { password }) => ({ ...(await own.beginSecondFactor(id, { password, session }, office.now())) }),
  );
  add(
    '/account/second-factor/confirm',
    'Show a code of the app: from now on one is asked for',
    peopleSchema.codeRequest,
    ownAccount,
    async ({ id }, { code }) => {
      await own.confirmSecondFactor(id, code, office.now());
      return shown(id);
    },
  );
  add(
    '/account/second-factor/drop',
    'Go without a second factor again',
    peopleSchema.passwordRequest,
    ownAccount,
    async ({ id, session }, { password }) => {
      await own.dropSecondFactor(id, { password, session }, office.now());
      return shown(id);
    },
  );
  add(
    '/account/tokens',
    'A token for a program; it is shown once',
    peopleSchema.tokenRequest,
    peopleSchema.tokenMade,
    async ({ id, session }, ask) => ({
      token: await own.makeToken(id, { ...ask, session }, office.now()),
    }),
  );
  const drop = schemaOf(told('Take a token back', ownAccount), { params: idParam, body: empty });
  app.delete('/account/tokens/:id', { schema: drop }, async (request, reply) => {
    fresh(request, reply);
    const { id } = parseInput(idParam, request.params, 'path');
    parseInput(empty, request.body, 'body');
    const person = whoseAccount(request.caller);
    await own.dropToken(person.id, id, office.now());
    return reply.send(await shown(person.id));
  });

  function add<B extends z.ZodType, A extends z.ZodType>(
    url: string,
    summary: string,
    body: B,
    answer: A,
    act: (caller: Person, body: z.output<B>) => Promise<z.output<A>>,
  ): void {
    app.post(url, { schema: schemaOf(told(summary, answer), { body }) }, async (request, reply) => {
      fresh(request, reply);
      const given = parseInput(body, request.body, 'body');
      return reply.send(await act(whoseAccount(request.caller), given));
    });
  }
}
