import { WestgateError } from '@westgate/base';
import type { FastifyInstance } from 'fastify';
import { personal } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import type { Authentication } from '../people/authentication.ts';
import { keepSession } from '../people/cookie.ts';
import { answerAs, fromOf, sessionOf } from '../people/session-answer.ts';

/** Adds signing in and out, who is signed in, and the taking up of an account by its one-time link. */
export function addSession(app: FastifyInstance, office: Office, authentication: Authentication): void {
  const { isLoopback } = authentication;
  const { people } = office.desk;

  personal(app, 'session', async ({ request }) => sessionOf(office, authentication, request.caller));
  personal(app, 'sign-in', async ({ request, reply, body: typed }) => {
    const signedIn = await people.signIns.signIn(typed, fromOf(request, authentication), office.now());
    return answerAs(request, reply, { office, authentication, signedIn });
  });
  personal(app, 'sign-out', async ({ request, reply }) => {
    const { caller } = request;
    if (caller.kind === 'person' && caller.session !== '') await people.signIns.end(caller.session);
    keepSession(request, reply, null, authentication);
    reply.header('clear-site-data', '"cache"');
    return sessionOf(office, authentication, { kind: people.hasAccounts ? 'public' : 'open' });
  });
  personal(app, 'look-at-link', async ({ request, body: { link } }) => {
    const persona = isLoopback ? people.personas.of(link) : null;
    if (persona) return { name: persona.name, signIn: '', isNew: false, isPersona: true };
    const { personalRecord, isNew } = await people.byLink(request.ip, office.now(), () => people.look(link, office.now()));
    return { name: personalRecord.name, signIn: personalRecord.signIn, isNew, isPersona: false };
  });
  personal(app, 'take-up-link', async ({ request, reply, body: { link, ...set } }) => {
    const take = () => people.takeUp(link, set, fromOf(request, authentication), office.now());
    return answerAs(request, reply, { office, authentication, signedIn: await people.byLink(request.ip, office.now(), take) });
  });

  personal(app, 'enter-by-link', async ({ request, reply, body: { link } }) => {
    const persona = isLoopback ? people.personas.of(link) : null;
    if (!persona) throw new WestgateError('WG_LINK_SPENT', 'expected the link of a person of the example, while nobody has an account');
    keepSession(request, reply, link, authentication);
    return sessionOf(office, authentication, { kind: 'person', id: persona.name, name: persona.name, reader: persona.reader, session: '' });
  });
}
