import { parentPort, workerData } from 'node:worker_threads';
import { inBackground, invariant } from '@westgate/base';
import { messageOf } from '../disk/disk-fault.ts';
import { endBy } from '../engine/end-by.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { AskedDeed, ProvenGroup } from '../engine/proven-group.ts';
import { type PersonEngine, withPersons } from '../engine/with-persons.ts';
import type { Deed, Status } from '../journal/deed.ts';
import {
  type ChangesAhead,
  type DoneDeed,
  failureOf,
  type News,
  type NextAsked,
  type Reply,
  type Request,
  type Start,
  type Underway,
} from './messages.ts';
import { DeedsGiven, Parts } from './parts.ts';
import { StatementHeartbeat } from './statement-heartbeat.ts';

// The store's thread: opens the engine, then answers one request after the other; a server is asked several things at a time.
const port = parentPort;
invariant(port, 'this file runs as a worker');
/** What was last said of how things stand. */
let told: Status | null = null;
const reply = (message: Reply | News | Underway): void => {
  told = message.status ?? told;
  port.postMessage(message);
};

const ENDING: ReadonlySet<string> = new Set(['close', 'mend']);
let engine: PersonEngine | null = null;
let isClosed = false;
let last: Promise<void> = open(workerData);
const isConcurrent = workerData.place.kind === 'server';
/** Each verify takes long and gives others their turn: one is answered after the other, beside all else; what ends the engine waits for it. */
let beside: Promise<unknown> = Promise.resolve();
const parts = new Parts();
const given = new DeedsGiven();
port.on('message', (message: Request | ChangesAhead | NextAsked) => {
  if ('next' in message) {
    port.postMessage(given.next(message.next));
    return;
  }
  const request = parts.callOf(message);
  if (request === null) return;
  last = last.then(async () => {
    if (isConcurrent) return inBackground(`answering ${request.method}`, () => answer(request), endBy);
    if (ENDING.has(request.method)) await beside;
    if (request.method !== 'verify') return answer(request);
    const answering = beside.then(() => answer(request));
    beside = answering.catch(() => undefined);
    inBackground('answering verify', () => answering, endBy);
  });
});

async function open(start: Start): Promise<void> {
  try {
    engine = await openedFrom(start);
    recheckAll(start.limits.recheckMs);
    reply({ id: 0, status: engine.status() });
  } catch (error) {
    reply({ id: 0, error: failureOf(error), status: null });
  }
}

async function openedFrom({ place, limits, heartbeat }: Start): Promise<PersonEngine> {
  const statements = new StatementHeartbeat(heartbeat);
  const opened = await openEngine(place, {
    limits,
    hear,
    watched: (database) => statements.watch(database),
    allow: (ms) => statements.allow(ms),
    progressed: (progress) => reply({ id: 'underway', progress, status: null }),
  });
  return withPersons(opened);
}

async function answer({ id, method, args }: Request): Promise<void> {
  if (!engine) return;
  const asked = engine;
  const call = asked[method] as (...args: readonly unknown[]) => Promise<unknown>;
  isClosed ||= method === 'close';
  const { seq } = asked.status().head;
  const answered = await call(...(isConcurrent ? tellingCall(id, method, args) : args)).then(
    (value) => ({ id, value: toldShort(method, value, seq) }),
    (error: unknown) => ({ id, error: failureOf(error) }),
  );
  if (method === 'mend' && workerData.place.kind === 'folder') await openedAnew(asked, answered);
  else reply(given.begun(method, { ...answered, status: asked.status() }));
}

/** What the call `id` is made with, where its deeds are told before it is answered. */
function tellingCall(id: number, method: Request['method'], args: Request['args']): Request['args'] {
  return method === 'commitProven' ? [{ ...(args[0] as ProvenGroup), call: id }] : args;
}

/** What a call gave, where deeds that it did go without their changes: they crossed from the other side. `before`: the last deed before it. */
function toldShort(method: Request['method'], value: unknown, before: number): unknown {
  if (method === 'commitProven') return (value as readonly Deed[]).map(withoutChanges);
  // One that was done before with the same key is whole, and on a server nobody knows which is new.
  if (method !== 'commit' || isConcurrent) return value;
  const deed = value as Deed;
  return deed.seq > before ? withoutChanges(deed) : deed;
}

function withoutChanges(deed: Deed): DoneDeed {
  return { ...deed, changes: null };
}

/**
 * The journal was made another one, or was not: either way the folder is opened anew, and the calls that follow go to what stands there. Where
 * it does not open, who asked hears what came of the mending all the same, and no call goes to what is closed.
 */
async function openedAnew(before: PersonEngine, given: Omit<Reply, 'status'>): Promise<void> {
  engine = null;
  try {
    await before.close();
    engine = await openedFrom(workerData);
    reply({ ...given, status: engine.status() });
  } catch (error) {
    reply({ ...given, status: null, ending: messageOf(error) });
  }
}

/** Between two calls, again and again: looks whether deeds can still be taken, or can be again, and tells of it unasked. */
function recheckAll(everyMs: number): void {
  let isDue = true;
  setInterval(() => {
    if (!isDue) return;
    isDue = false;
    last = last.then(recheck).then(() => {
      isDue = true;
    }, endBy);
  }, everyMs).unref();
}

async function recheck(): Promise<void> {
  if (!engine || isClosed) return;
  await engine.recheck();
  const { mode, note } = engine.status();
  if (mode !== told?.mode || note !== told.note) await hear(null);
}

/** Changes that came from the other side do not go back there. */
async function hear(deed: Deed | null, asked?: AskedDeed): Promise<void> {
  if (engine) reply({ id: null, deed: deed && asked ? withoutChanges(deed) : deed, asked, status: engine.status() });
}
