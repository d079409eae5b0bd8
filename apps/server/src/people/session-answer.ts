import type { Session } from '@westgate/contract';
import type { From, SignedIn } from '@westgate/desk';
import { policy } from '@westgate/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../caller/caller.ts';
import type { Office } from '../office/office.ts';
import { deviceIn, keepDevice, keepSession } from './cookie.ts';
import type { Door } from './door.ts';
import { awaitsFirst } from './first-account.ts';

/** Who is signed in, as it is told. */
export function sessionOf(office: Office, door: Door, caller: Caller): Session {
  const mode = awaitsFirst(office, door) ? 'first' : office.desk.people.hasAccounts ? 'accounts' : 'open';
  return { mode, person: personOf(caller) };
}

/** Where who asks comes from. */
export function fromOf(request: FastifyRequest, door: Door): From {
  return { address: request.ip, device: deviceIn(request, door) };
}

/** Has the browser keep the session that began and the mark it is known by, and tells who holds it. */
export async function answerAs(
  request: FastifyRequest,
  reply: FastifyReply,
  { office, door, signedIn }: { readonly office: Office; readonly door: Door; readonly signedIn: SignedIn },
): Promise<FastifyReply> {
  const { secret, device } = signedIn;
  door.refusals.note(secret, true);
  keepSession(request, reply, secret, door);
  keepDevice(request, reply, device, door);
  const person = await office.desk.people.signIns.whoHolds(secret, office.now());
  return reply.send(sessionOf(office, door, person ? { kind: 'person', ...person } : { kind: 'public' }));
}

function personOf(caller: Caller): Session['person'] {
  if (caller.kind !== 'person') return null;
  const { id, name, reader } = caller;
  const may = policy.OFFICE_ACTIONS.filter((action) => policy.mayAct(reader, action));
  return { id, name, roles: [...reader.roles], department: reader.department, may };
}
