import { type ErrorCode, WestgateError } from '@westgate/base';
import { peopleSchema, waysInSchema } from '@westgate/contract';
import { newSecret } from '@westgate/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseInput } from '../http/parse.ts';
import { fresh, schemaOf } from '../http/route.ts';
import type { Office } from '../office.ts';
import { keepWay, wayIn } from '../people/cookie.ts';
import type { Leaving } from '../people/directory.ts';
import type { Door } from '../people/door.ts';
import { ownAccountOf, whoseAccount } from '../people/own-account.ts';
import { answerAs, fromOf, sessionOf } from '../people/session-answer.ts';
import { addressOf } from '../people/site.ts';

const empty = z.strictObject({});
/** The screen to which the directory sends the browser back. */
const SCREEN = '/directory';

/** Adds signing in through the city's directory, and the link of one's own account with it. */
export function addDirectory(app: FastifyInstance, office: Office, door: Door): void {
  const { directory: accounts } = office.desk.people;
  const told = (summary: string, tag: string, answer: z.ZodType, errors: readonly ErrorCode[]) => ({ summary, tag, answer, errors });
  const set = () => {
    if (door.directory) return door.directory;
    throw new WestgateError('WG_NOT_FOUND', 'no directory is set here: see serve --directory');
  };
  const leave = async (request: FastifyRequest, reply: FastifyReply, linking: Leaving['linking']): Promise<FastifyReply> => {
    const kept = wayIn(request, door) ?? newSecret();
    const redirect = addressOf(request, door.origin).origin + SCREEN;
    const address = await set().leave({ kept, redirect, linking, address: request.ip });
    keepWay(request, reply, kept, door);
    return reply.send({ address });
  };

  const begin = schemaOf(
    told('Where to go in order to sign in at the directory', 'people', waysInSchema.directoryAddress, [
      'WG_NOT_FOUND',
      'WG_DIRECTORY_DOWN',
    ]),
    { body: empty },
  );
  app.post('/directory/begin', { schema: begin }, async (request, reply) => {
    fresh(request, reply);
    parseInput(empty, request.body, 'body');
    return leave(request, reply, null);
  });

  const enter = schemaOf(
    told('Sign in, or link the account, with what the directory sent the browser back with', 'people', peopleSchema.session, [
      'WG_NOT_FOUND',
      'WG_SIGN_IN_REFUSED',
      'WG_DIRECTORY_DOWN',
    ]),
    { body: waysInSchema.directoryReturn },
  );
  app.post('/directory/enter', { schema: enter }, async (request, reply) => {
    fresh(request, reply);
    const { query } = parseInput(waysInSchema.directoryReturn, request.body, 'body');
    const { settings } = set();
    const { linking, read } = await set().comeBack(query, wayIn(request, door) ?? '');
    if (linking) {
      const { caller } = request;
      if (caller.kind !== 'person' || caller.id !== linking.person || caller.session !== linking.session)
        throw new WestgateError('WG_SIGN_IN_REFUSED', 'expected the person who began to link the account', { why: 'lost' });
      await accounts.link(linking.person, await read(), office.now());
      return reply.send(sessionOf(office, door, caller));
    }
    // Counted for the address alone: nobody is to be kept out by what others tried.
    const signedIn = await accounts.enter(read, { match: settings.match, ...fromOf(request, door) }, office.now());
    return answerAs(request, reply, { office, door, signedIn });
  });

  const link = schemaOf(
    told('Where to go in order to link one’s own account with the directory', 'account', waysInSchema.directoryAddress, [
      'WG_NOT_FOUND',
      'WG_DIRECTORY_DOWN',
    ]),
    { body: waysInSchema.proofRequest },
  );
  app.post('/account/directory', { schema: link }, async (request, reply) => {
    fresh(request, reply);
    const { password } = parseInput(waysInSchema.proofRequest, request.body, 'body');
    const { id: person, session } = whoseAccount(request.caller);
    await accounts.requireSelf(person, { password, session }, office.now());
    return leave(request, reply, { person, session });
  });

  const unlink = schemaOf(
    told('Take the link with the directory away; sessions elsewhere end', 'account', peopleSchema.ownAccount, ['WG_NOT_FOUND']),
    { body: empty },
  );
  app.delete('/account/directory', { schema: unlink }, async (request, reply) => {
    fresh(request, reply);
    parseInput(empty, request.body, 'body');
    const { id, session } = whoseAccount(request.caller);
    await accounts.unlink(id, session, office.now());
    return reply.send(await ownAccountOf(office, id));
  });
}
