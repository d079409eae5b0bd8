import type { Change } from '@westgate/domain';
import { slices } from '../engine/slices.ts';
import type { DeedDraft } from '../journal/deed.ts';
import type { ChangesAhead, Request } from './messages.ts';

/** Changes that are sent at once: copying them takes a few milliseconds. */
const CHANGES_A_PART = 500;

/** Where calls are sent. */
interface Thread {
  postMessage(message: Request | ChangesAhead): void;
}

/** Whether a call brings so many changes that copying them at once would keep everyone else waiting. */
export function isSentInParts({ method, args }: Omit<Request, 'id'>): boolean {
  return method === 'commit' && (args[0] as DeedDraft).changes.length > CHANGES_A_PART;
}

/** Sends such a call, its changes ahead of it in parts, others having their turn between. Ends early where it is not `awaited` any more. */
export async function sendInParts(thread: Thread, { id, method, args }: Request, awaited: () => boolean): Promise<void> {
  const [draft] = args as readonly [DeedDraft];
  const paced = slices();
  for (let from = 0; from < draft.changes.length; from += CHANGES_A_PART) {
    await paced();
    if (!awaited()) return;
    thread.postMessage({ ahead: id, changes: draft.changes.slice(from, from + CHANGES_A_PART) });
  }
  thread.postMessage({ id, method, args: [{ ...draft, changes: [] }] });
}

/** Calls as they come in, and the changes that came ahead of them. */
export class Parts {
  readonly #ahead = new Map<number, Change[]>();

  /** The whole call, once it is there; null for a part of one. */
  callOf(message: Request | ChangesAhead): Request | null {
    if ('ahead' in message) {
      const changes = this.#ahead.get(message.ahead) ?? [];
      this.#ahead.set(message.ahead, changes);
      for (const change of message.changes) changes.push(change);
      return null;
    }
    const changes = this.#ahead.get(message.id);
    if (!changes) return message;
    this.#ahead.delete(message.id);
    const [draft] = message.args as readonly [DeedDraft];
    return { ...message, args: [{ ...draft, changes }] };
  }
}
