import type { Session } from '@westgate/contract';
import type { From, SignedIn } from '@westgate/desk';
import { policy } from '@westgate/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller/caller.ts';
import type { Office } from '../office/office.ts';
import type { Authentication } from './authentication.ts';
import { deviceIn, keepDevice, keepSession } from './cookie.ts';
import { awaitsFirst } from './first-account.ts';

/** Who is signed in, as it is told. */
export function sessionOf(office: Office, authentication: Authentication, caller: Caller): Session {
  const mode = awaitsFirst(office, authentication) ? 'first' : office.desk.people.hasAccounts ? 'accounts' : 'open';
  return { mode, person: personOf(caller) };
}

/** Where who asks comes from. */
export function fromOf(request: FastifyRequest, authentication: Authentication): From {
  return { address: request.ip, device: deviceIn(request, authentication) };
}

/** Has the browser keep the session that began and the mark it is known by, and tells who holds it. */
export async function answerAs(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, authentication, signedIn }: { readonly office: Office; readonly authentication: Authentication; readonly signedIn: SignedIn },
): Promise<FastifyReply> {
  const { secret, device } = signedIn;
  authentication.refusals.note(secret, true);
  keepSession(request, reply, secret, authentication);
  keepDevice(request, reply, device, authentication);
  const person = await office.desk.people.signIns.whoHolds(secret, office.now());
  return reply.send(sessionOf(office, authentication, person ? { kind: 'person', ...person } : { kind: 'public' }));
}

function personOf(caller: Caller): Session['person'] {
  if (caller.kind !== 'person') return null;
  const { id, name, reader } = caller;
  const may = policy.OFFICE_ACTIONS.filter((action) => policy.mayAct(reader, action));
  return { id, name, roles: [...reader.roles], department: reader.department, may };
}
