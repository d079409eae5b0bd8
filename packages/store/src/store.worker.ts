import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '@westgate/base';
import { openEngine } from './engine.ts';
import { failureOf, type News, type Reply, type Request, type Start } from './messages.ts';
import { type PersonEngine, withPersons } from './persons/with-persons.ts';

// The store's thread: opens the engine, then answers one request after the other; a server is asked several things at a time.
const port = parentPort;
invariant(port, 'this file runs as a worker');
const reply = (message: Reply | News) => port.postMessage(message);

let engine: PersonEngine | null = null;
let last: Promise<void> = open(workerData);
const isConcurrent = workerData.place.kind === 'server';
port.on('message', (request: Request) => {
  last = isConcurrent ? last.then(() => void answer(request)) : last.then(() => answer(request));
});

async function open({ place }: Start): Promise<void> {
  try {
    engine = withPersons(await openEngine(place, { hear }));
    reply({ id: 0, status: engine.status() });
  } catch (error) {
    reply({ id: 0, error: failureOf(error), status: null });
  }
}

async function answer({ id, method, args }: Request): Promise<void> {
  if (!engine) return;
  try {
    const call = engine[method] as (...args: readonly unknown[]) => Promise<unknown>;
    const value = await call(...args);
    reply({ id, value, status: engine.status() });
  } catch (error) {
    reply({ id, error: failureOf(error), status: engine.status() });
  }
}

async function hear(deed: News['deed']): Promise<void> {
  if (engine) reply({ id: null, deed, status: engine.status() });
}
