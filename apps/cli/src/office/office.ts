import { randomBytes } from 'node:crypto';
import { ERRORS, type ErrorCode, WestgateError } from '@westgate/base';
import { type LockInfo, openDesk, readLock } from '@westgate/desk';
import { note } from '../terminal/print.ts';
import type { Folders } from './folders.ts';
import { isLoopback } from './loopback.ts';
import { PERIODS } from './periods.ts';
import { requireThere } from './require-there.ts';
import { sendForm as send } from './send-form.ts';

const LOOPBACK = '127.0.0.1';

/** The HTTP interface of the district in a data folder, whoever serves it. */
export interface Office {
  /** Where a server that runs anyway answers; null where this command opened one for itself. */
  readonly address: string | null;
  get(path: string): Promise<unknown>;
  /** The bytes of an answer that is a file. */
  getFile(path: string): Promise<Uint8Array>;
  post(path: string, body: unknown): Promise<unknown>;
  /** Sends a form, however long that takes. */
  postForm(path: string, form: FormData): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * The office of a data folder: the server that holds it, else one opened here on a free loopback port for as long as the command
 * runs. So every command asks the same questions and gets the same answers whether or not a server is running. An empty data
 * folder is first loaded from the district folder. Throws `WG_INPUT_INVALID` where a folder that was named holds no office.
 */
export async function openOffice(folders: Folders): Promise<Office> {
  requireThere(folders);
  const giveUp = performance.now() + PERIODS.folderMs;
  for (;;) {
    const lock = folders.databaseUrl === undefined ? readLock(folders.dataDir) : null;
    if (lock?.address && (await isReached(lock, lock.address))) return officeAt(lock.address, lock.operatorKey, true, async () => {});
    try {
      return await openHere(folders);
    } catch (error) {
      const isLocked = error instanceof WestgateError && error.code === 'WG_FOLDER_LOCKED';
      if (!isLocked || lock?.address || performance.now() > giveUp) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PERIODS.folderLookMs));
  }
}

/**
 * Whether the holder of a folder is to be asked at its address. In another container or on another machine it may be gone, and an address on
 * its own loopback is another office here or none: then the folder is asked for, which names the holder if it is there.
 */
async function isReached({ isCertain, sharesLoopback }: LockInfo, address: string): Promise<boolean> {
  if (!sharesLoopback && isLoopback(new URL(address))) return false;
  if (isCertain) return true;
  try {
    return (await fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(PERIODS.probeMs) })).ok;
  } catch {
    return false;
  }
}

async function openHere(folders: Folders): Promise<Office> {
  const desk = await openDesk(folders);
  if (desk.note !== null) note(desk.note);
  try {
    // Help, what is wrong on the command line and questions to a server that runs need none of it.
    const { startServer } = await import('@westgate/server');
    const operatorKey = newOperatorKey();
    const server = await startServer({ desk, host: LOOPBACK, port: 0, webDir: null, operatorKey });
    return officeAt(server.address, operatorKey, false, async () => {
      await server.close();
      await desk.close();
    });
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** What a command shows to be let in as who runs Westgate: new for each process, and nobody can guess it. */
export function newOperatorKey(): string {
  return randomBytes(32).toString('base64url');
}

function officeAt(address: string, operatorKey: string | undefined, isServed: boolean, close: () => Promise<void>): Office {
  const shown: Record<string, string> = operatorKey === undefined ? {} : { authorization: `Bearer ${operatorKey}` };
  const ask = (path: string, init: RequestInit): Promise<unknown> => answer(new URL(path, address), init);
  return {
    address: isServed ? address : null,
    get: (path) => ask(path, { headers: shown }),
    getFile: async (path) => {
      const response = await reach(new URL(path, address), { headers: shown });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      throw problemOf(await response.json(), response.status);
    },
    post: (path, body) =>
      ask(path, { method: 'POST', headers: { ...shown, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    postForm: (path, form) => toldOf(send(new URL(path, address), shown, form)),
    close,
  };
}

function reach(url: URL, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(PERIODS.answerMs) }).catch((error: unknown) => {
    throw new WestgateError('WG_NOT_READY', `no answer from ${url.origin}: ${error instanceof Error ? error.message : String(error)}`);
  });
}

async function answer(url: URL, init: RequestInit): Promise<unknown> {
  const response = await reach(url, init);
  const body: unknown = await response.json();
  if (response.ok) return body;
  throw problemOf(body, response.status);
}

async function toldOf(sent: Promise<{ readonly status: number; readonly body: unknown }>): Promise<unknown> {
  const { status, body } = await sent;
  if (status === 200) return body;
  throw problemOf(body, status);
}

/** A problem+json answer as the error it was. */
function problemOf(body: unknown, status: number): Error {
  const problem: { code?: unknown; detail?: unknown; details?: unknown } = typeof body === 'object' && body !== null ? body : {};
  const { code, detail, details } = problem;
  const known = typeof details === 'object' && details !== null ? Object.fromEntries(Object.entries(details)) : {};
  if (isCode(code)) return new WestgateError(code, String(detail), known);
  return new WestgateError('WG_INTERNAL', `the server answered ${status}`, {});
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in ERRORS;
}
