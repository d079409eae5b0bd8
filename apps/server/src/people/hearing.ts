import { policy } from '@westgate/domain';
import type { FastifyRequest } from 'fastify';
import { readerOf } from '../caller/caller.ts';
import type { Hearing } from '../http/event-stream.ts';
import type { Office } from '../office/office.ts';
import { callerOf, type Door, isRefusal, requireRight, shownBy } from './door.ts';

/**
 * What tells how much whoever asks by `request` may hear of changes, each time it is called: by what was shown then and what holds now. Null:
 * nothing any more. Asking keeps no session going. Rejects where it cannot be known.
 */
export function hearingOf(request: FastifyRequest, office: Office, door: Door): () => Promise<Hearing | null> {
  const shown = shownBy(request, door);
  return async () => {
    try {
      const caller = await callerOf(shown, office, door, false);
      requireRight('listen', caller);
      const reader = readerOf(caller);
      return reader === null || policy.reachesAll(reader, 'read') ? 'whole' : 'bare';
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  };
}
