import { invariant } from '@westgate/base';
import type { Change } from '@westgate/domain';
import type { ProvenGroup } from '../engine/proven-group.ts';
import { slices } from '../engine/slices.ts';
import type { Deed, DeedDraft } from '../journal/deed.ts';
import type { ChangesAhead, NextChanges, Reply, Request } from './messages.ts';

/** Changes that are sent at once: copying them takes a few milliseconds. */
const CHANGES_A_PART = 500;

/** Where calls are sent. */
interface Thread {
  postMessage(message: Request | ChangesAhead): void;
}

/** Whether a call brings so many changes that copying them at once would keep everyone else waiting. */
export function isSentInParts(request: Omit<Request, 'id'>): boolean {
  return (largeDraftOf(request)?.changes.length ?? 0) > CHANGES_A_PART;
}

/** The one deed that a call brings, which may be large; null for calls that bring none, or several small ones. */
function largeDraftOf({ method, args }: Omit<Request, 'id'>): DeedDraft | null {
  if (method === 'commit') return args[0] as DeedDraft;
  if (method !== 'commitProven') return null;
  const { drafts } = args[0] as ProvenGroup;
  return drafts.length === 1 ? (drafts[0] ?? null) : null;
}

/** The same call with other changes. */
function withDraft<R extends Omit<Request, 'id'>>(request: R, draft: DeedDraft): R {
  const args = request.method === 'commit' ? [draft] : [{ ...(request.args[0] as ProvenGroup), drafts: [draft] }];
  return { ...request, args };
}

/** Sends such a call, its changes ahead of it in parts, others having their turn between. Ends early where it is not `awaited` any more. */
export async function sendInParts(thread: Thread, request: Request, awaited: () => boolean): Promise<void> {
  const { id } = request;
  const draft = largeDraftOf(request);
  invariant(draft, 'a call in parts brings one deed');
  const paced = slices();
  for (let from = 0; from < draft.changes.length; from += CHANGES_A_PART) {
    await paced();
    if (!awaited()) return;
    thread.postMessage({ ahead: id, changes: draft.changes.slice(from, from + CHANGES_A_PART) });
  }
  thread.postMessage(withDraft(request, { ...draft, changes: [] }));
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
    const draft = largeDraftOf(message);
    return draft ? withDraft(message, { ...draft, changes }) : message;
  }
}

/** Calls that give a whole deed, whatever its size. */
const GIVING_DEEDS: ReadonlySet<Request['method']> = new Set(['provenDeed', 'deedByIdem']);

/** Large deeds that a thread gives, each in as many parts as it is asked for: so no more of one ever waits for whoever asked than a part. */
export class DeedsGiven {
  readonly #left = new Map<number, { readonly changes: Deed['changes']; readonly from: number }>();

  /** What is told at once of an answer to that call. */
  begun(method: Request['method'], reply: Reply): Reply {
    if (!GIVING_DEEDS.has(method) || !reply.value) return reply;
    const deed = reply.value as Deed;
    if (deed.changes.length <= CHANGES_A_PART) return reply;
    this.#left.set(reply.id, { changes: deed.changes, from: 0 });
    return { ...reply, value: { ...deed, changes: [] }, isBegun: true };
  }

  /** The next changes of the deed that the call `of` began to give. */
  next(of: number): NextChanges {
    const { changes, from } = this.#left.get(of) ?? { changes: [], from: 0 };
    const to = from + CHANGES_A_PART;
    const isLast = to >= changes.length;
    if (isLast) this.#left.delete(of);
    else this.#left.set(of, { changes, from: to });
    return { id: 'next', of, changes: changes.slice(from, to), isLast, status: null };
  }
}

/** Such deeds where they come in. */
export class DeedsComing {
  readonly #coming = new Map<number, { readonly deed: Deed; readonly changes: Change[] }>();
  #settled: () => void = () => undefined;

  /** The calls that are being answered so. */
  get ids(): Iterable<number> {
    return this.#coming.keys();
  }

  /** An answer to the call `id` begins with this. */
  begin(id: number, value: unknown): void {
    this.#coming.set(id, { deed: value as Deed, changes: [] });
  }

  /** Takes changes in, and gives the deed once all are there; null before. */
  add({ of, changes, isLast }: NextChanges): Deed | null {
    const coming = this.#coming.get(of);
    if (!coming) return null;
    for (const change of changes) coming.changes.push(change);
    if (!isLast) return null;
    this.#coming.delete(of);
    if (this.#coming.size === 0) this.#settled();
    return { ...coming.deed, changes: coming.changes };
  }

  /** No more comes of any: whoever gave them is gone. */
  drop(): void {
    this.#coming.clear();
    this.#settled();
  }

  /** Fulfilled once none is coming any more. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#settled = resolve;
      if (this.#coming.size === 0) resolve();
    });
  }
}
