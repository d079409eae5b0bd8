import { WestgateError } from '@westgate/base';
import type { Site } from '@westgate/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { personal } from '../http/route.ts';
import type { Office } from '../office/office.ts';
import type { Authentication } from '../people/authentication.ts';
import { addOwn, ownAccountOf } from '../people/own-account.ts';
import { answerAs, fromOf } from '../people/session-answer.ts';
import { siteOf } from '../people/site.ts';

/** Adds signing in with passkeys, the passkeys of one's own account, and by what one may sign in here. */
export function addPasskeys(app: FastifyInstance, office: Office, authentication: Authentication): void {
  const { passkeys } = office.desk.people;
  const site = (request: FastifyRequest): Site => {
    const found = siteOf(request, authentication.origin);
    if (found.kind === 'site') return found.site;
    const why = found.why === 'no-name' ? 'an address with a name, such as localhost' : 'an address with https, or localhost';
    throw new WestgateError('WG_INPUT_INVALID', `expected ${why}: passkeys are not offered here`, { why: found.why });
  };

  personal(app, 'ways-in', async ({ request }) => {
    const found = siteOf(request, authentication.origin);
    const { directory } = authentication;
    directory?.look();
    return {
      passkeys: found.kind === 'site' ? ('offered' as const) : found.why,
      directory: directory && {
        name: directory.settings.name,
        issuer: directory.settings.issuer,
        isDown: directory.isDown,
        signOut: await directory.signOut(),
      },
    };
  });

  personal(app, 'ask-passkey', async ({ request }) => ({ options: await passkeys.ask(site(request), request.ip, office.now()) }));

  personal(app, 'enter-by-passkey', async ({ request, reply, body: answer }) => {
    const signedIn = await passkeys.enter(answer, site(request), fromOf(request, authentication), office.now());
    return answerAs(request, reply, { office, authentication, signedIn });
  });

  addOwn(app, 'begin-passkey', async ({ id, session }, { request, body: { password } }) => ({
    options: await passkeys.begin(id, { password, session }, site(request), office.now()),
  }));

  addOwn(app, 'add-passkey', async ({ id, session }, { request, body: made }) => {
    await passkeys.add(id, { ...made, session }, site(request), office.now());
    return ownAccountOf(office, id);
  });

  addOwn(app, 'rename-passkey', async (person, { params: { id }, body: { name } }) => {
    await passkeys.rename(person.id, id, name);
    return ownAccountOf(office, person.id);
  });

  addOwn(app, 'drop-passkey', async (person, { params: { id } }) => {
    await passkeys.drop(person.id, id, person.session, office.now());
    return ownAccountOf(office, person.id);
  });
}
