import { type ErrorCode, WestgateError } from '@westgate/base';
import { peopleSchema, waysInSchema } from '@westgate/contract';
import type { Site } from '@westgate/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import { fresh, idParam, schemaOf } from '../http/route.ts';
import type { Office } from '../office.ts';
import type { Door } from '../people/door.ts';
import { ownAccountOf, whoseAccount } from '../people/own-account.ts';
import { answerAs, fromOf } from '../people/session-answer.ts';
import { siteOf } from '../people/site.ts';

const empty = z.strictObject({});

/** Adds signing in with passkeys, the passkeys of one's own account, and by what one may sign in here. */
export function addPasskeys(app: FastifyInstance, office: Office, door: Door): void {
  const { passkeys } = office.desk.people;
  const told = (summary: string, tag: string, answer: z.ZodType, errors: readonly ErrorCode[] = []) => ({ summary, tag, answer, errors });
  const site = (request: FastifyRequest): Site => {
    const found = siteOf(request, door.origin);
    if (found.kind === 'site') return found.site;
    const why = found.why === 'no-name' ? 'an address with a name, such as localhost' : 'an address with https, or localhost';
    throw new WestgateError('WG_INPUT_INVALID', `expected ${why}: passkeys are not offered here`, { why: found.why });
  };

  const ways = schemaOf(told('By what one may sign in here', 'people', waysInSchema.waysIn), {});
  app.get('/ways-in', { schema: ways }, async (request, reply) => {
    fresh(request, reply);
    const found = siteOf(request, door.origin);
    const { directory } = door;
    directory?.look();
    return reply.send({
      passkeys: found.kind === 'site' ? ('offered' as const) : found.why,
      directory: directory && {
        name: directory.settings.name,
        issuer: directory.settings.issuer,
        isDown: directory.isDown,
        signOut: await directory.signOut(),
      },
    });
  });

  const ask = schemaOf(told('What a browser is to answer in order to sign in with a passkey', 'people', waysInSchema.passkeyAsk), {
    body: empty,
  });
  app.post('/passkeys/ask', { schema: ask }, async (request, reply) => {
    fresh(request, reply);
    parseInput(empty, request.body, 'body');
    return reply.send({ options: await passkeys.ask(site(request), request.ip, office.now()) });
  });

  const enter = schemaOf(told('Sign in with a passkey', 'people', peopleSchema.session, ['WG_SIGN_IN_REFUSED']), {
    body: waysInSchema.passkeyEnter,
  });
  app.post('/passkeys/enter', { schema: enter }, async (request, reply) => {
    fresh(request, reply);
    const answer = parseInput(waysInSchema.passkeyEnter, request.body, 'body');
    const signedIn = await passkeys.enter(answer, site(request), fromOf(request, door), office.now());
    return answerAs(request, reply, { office, door, signedIn });
  });

  const begin = schemaOf(
    told('What a browser is to answer in order to make a passkey', 'account', waysInSchema.passkeyAsk, ['WG_NOT_FOUND']),
    { body: waysInSchema.proofRequest },
  );
  app.post('/account/passkeys/begin', { schema: begin }, async (request, reply) => {
    fresh(request, reply);
    const { password } = parseInput(waysInSchema.proofRequest, request.body, 'body');
    const { id, session } = whoseAccount(request.caller);
    return reply.send({ options: await passkeys.begin(id, { password, session }, site(request), office.now()) });
  });

  const add = schemaOf(told('Keep a passkey that was made', 'account', peopleSchema.ownAccount, ['WG_NOT_FOUND']), {
    body: waysInSchema.passkeyMade,
  });
  app.post('/account/passkeys', { schema: add }, async (request, reply) => {
    fresh(request, reply);
    const made = parseInput(waysInSchema.passkeyMade, request.body, 'body');
    const { id, session } = whoseAccount(request.caller);
    await passkeys.add(id, { ...made, session }, site(request), office.now());
    return reply.send(await ownAccountOf(office, id));
  });

  const rename = schemaOf(told('Give a passkey another name', 'account', peopleSchema.ownAccount, ['WG_NOT_FOUND']), {
    params: idParam,
    body: waysInSchema.passkeyNamed,
  });
  app.post('/account/passkeys/:id/name', { schema: rename }, async (request, reply) => {
    fresh(request, reply);
    const { id } = parseInput(idParam, request.params, 'path');
    const { name } = parseInput(waysInSchema.passkeyNamed, request.body, 'body');
    const person = whoseAccount(request.caller);
    await passkeys.rename(person.id, id, name);
    return reply.send(await ownAccountOf(office, person.id));
  });

  const drop = schemaOf(told('Take a passkey away; sessions elsewhere end', 'account', peopleSchema.ownAccount, ['WG_NOT_FOUND']), {
    params: idParam,
    body: empty,
  });
  app.delete('/account/passkeys/:id', { schema: drop }, async (request, reply) => {
    fresh(request, reply);
    const { id } = parseInput(idParam, request.params, 'path');
    parseInput(empty, request.body, 'body');
    const person = whoseAccount(request.caller);
    await passkeys.drop(person.id, id, person.session, office.now());
    return reply.send(await ownAccountOf(office, person.id));
  });
}
