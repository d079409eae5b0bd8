import { WestgateError } from '@westgate/base';
import { newSecret } from '@westgate/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { personal } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import type { Authentication } from '../people/authentication.ts';
import { keepWay, wayIn } from '../people/cookie.ts';
import type { Leaving } from '../people/directory.ts';
import { addOwn, ownAccountOf } from '../people/own-account.ts';
import { answerAs, fromOf, sessionOf } from '../people/session-answer.ts';
import { addressOf } from '../people/site.ts';

/** The screen to which the directory sends the browser back. */
const SCREEN = '/directory';

/** Adds signing in through the city's directory, and the link of one's own account with it. */
export function addDirectory(app: FastifyInstance, office: Office, authentication: Authentication): void {
  const { directory: accounts } = office.desk.people;
  const set = () => {
    if (authentication.directory) return authentication.directory;
    throw new WestgateError('WG_NOT_FOUND', 'no directory is set here: see serve --directory');
  };
  const leave = async (request: FastifyRequest, reply: FastifyReply, linking: Leaving['linking']): Promise<FastifyReply> => {
    const kept = wayIn(request, authentication) ?? newSecret();
    const redirect = addressOf(request, authentication.origin).origin + SCREEN;
    const address = await set().leave({ kept, redirect, linking, address: request.ip });
    keepWay(request, reply, kept, authentication);
    return reply.send({ address });
  };

  personal(app, 'begin-directory', async ({ request, reply }) => leave(request, reply, null));

  personal(app, 'enter-by-directory', async ({ request, reply, body: { query } }) => {
    const { settings } = set();
    const { linking, read } = await set().comeBack(query, wayIn(request, authentication) ?? '');
    if (linking) {
      const { caller } = request;
      if (caller.kind !== 'person' || caller.id !== linking.person || caller.session !== linking.session)
        throw new WestgateError('WG_SIGN_IN_REFUSED', 'expected the person who began to link the account', { why: 'lost' });
      await accounts.link(linking.person, await read(), office.now());
      return sessionOf(office, authentication, caller);
    }
    // Counted for the address alone: nobody is to be kept out by what others tried.
    const signedIn = await accounts.enter(read, { match: settings.match, ...fromOf(request, authentication) }, office.now());
    return answerAs(request, reply, { office, authentication, signedIn });
  });

  addOwn(app, 'link-directory', async ({ id: person, session }, { request, reply, body: { password } }) => {
    await accounts.requireSelf(person, { password, session }, office.now());
    return leave(request, reply, { person, session });
  });

  addOwn(app, 'unlink-directory', async ({ id, session }) => {
    await accounts.unlink(id, session, office.now());
    return ownAccountOf(office, id);
  });
}
