import { WestgateError } from '@westgate/base';
import { peopleSchema } from '@westgate/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import { fresh, schemaOf } from '../http/route.ts';
import type { Office } from '../office.ts';
import { keepSession } from '../people/cookie.ts';
import type { Door } from '../people/door.ts';
import { answerAs, fromOf, sessionOf } from '../people/session-answer.ts';

/** Adds signing in and out, who is signed in, and the taking up of an account by its one-time link. */
export function addSession(app: FastifyInstance, office: Office, door: Door): void {
  const { isLoopback } = door;
  const { people } = office.desk;
  const told = (summary: string, answer: z.ZodType, errors: readonly ('WG_SIGN_IN_REFUSED' | 'WG_LINK_SPENT')[] = []) =>
    ({ summary, tag: 'people', answer, errors }) as const;

  app.get(
    '/session',
    { schema: schemaOf(told('Who is signed in, and what they may do', peopleSchema.session), {}) },
    async (request, reply) => fresh(request, reply).send(sessionOf(office, door, request.caller)),
  );
  const signIn = schemaOf(told('Sign in', peopleSchema.session, ['WG_SIGN_IN_REFUSED']), { body: peopleSchema.signInRequest });
  app.post('/session', { schema: signIn }, async (request, reply) => {
    fresh(request, reply);
    const typed = parseInput(peopleSchema.signInRequest, request.body, 'body');
    const signedIn = await people.signIns.signIn(typed, fromOf(request, door), office.now());
    return answerAs(request, reply, { office, door, signedIn });
  });
  const empty = z.strictObject({});
  app.delete('/session', { schema: schemaOf(told('Sign out', peopleSchema.session), { body: empty }) }, async (request, reply) => {
    fresh(request, reply);
    parseInput(empty, request.body, 'body');
    const { caller } = request;
    if (caller.kind === 'person' && caller.session !== '') await people.signIns.end(caller.session);
    keepSession(request, reply, null, door);
    reply.header('clear-site-data', '"cache"');
    return reply.send(sessionOf(office, door, { kind: people.hasAccounts ? 'public' : 'open' }));
  });
  const look = schemaOf(told('Whose one-time link this is', peopleSchema.linkShown, ['WG_LINK_SPENT']), { body: peopleSchema.linkRequest });
  app.post('/links/look', { schema: look }, async (request, reply) => {
    fresh(request, reply);
    const { link } = parseInput(peopleSchema.linkRequest, request.body, 'body');
    const persona = isLoopback ? people.personas.of(link) : null;
    if (persona) return reply.send({ name: persona.name, signIn: '', isNew: false, isPersona: true });
    const { drawer, isNew } = await people.byLink(request.ip, office.now(), () => people.look(link, office.now()));
    return reply.send({ name: drawer.name, signIn: drawer.signIn, isNew, isPersona: false });
  });
  const takeUp = schemaOf(told('Set the password by a one-time link, and sign in', peopleSchema.session, ['WG_LINK_SPENT']), {
    body: peopleSchema.takeUpRequest,
  });
  app.post('/links/take-up', { schema: takeUp }, async (request, reply) => {
    fresh(request, reply);
    const { link, ...set } = parseInput(peopleSchema.takeUpRequest, request.body, 'body');
    const take = () => people.takeUp(link, set, fromOf(request, door), office.now());
    return answerAs(request, reply, { office, door, signedIn: await people.byLink(request.ip, office.now(), take) });
  });

  const enter = schemaOf(
    told('Look at the example as one of its people, while nobody has an account', peopleSchema.session, ['WG_LINK_SPENT']),
    {
      body: peopleSchema.linkRequest,
    },
  );
  app.post('/links/enter', { schema: enter }, async (request, reply) => {
    fresh(request, reply);
    const { link } = parseInput(peopleSchema.linkRequest, request.body, 'body');
    const persona = isLoopback ? people.personas.of(link) : null;
    if (!persona) throw new WestgateError('WG_LINK_SPENT', 'expected the link of a person of the example, while nobody has an account');
    keepSession(request, reply, link, door);
    return reply.send(
      sessionOf(office, door, { kind: 'person', id: persona.name, name: persona.name, reader: persona.reader, session: '' }),
    );
  });
}
