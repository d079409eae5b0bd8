import { ERRORS, type ErrorCode, WestgateError } from '@westgate/base';
import { openDesk, readLock } from '@westgate/desk';
import { startServer } from '@westgate/server';
import type { Folders } from './folders.ts';

const WAIT_FOR_ADDRESS_MS = 30_000;
const WAIT_STEP_MS = 100;
const ANSWER_LIMIT_MS = 120_000;
const LOOPBACK = '127.0.0.1';

/** The HTTP interface of the district in a data folder, whoever serves it. */
export interface Office {
  /** True when a server that was already running answers. */
  readonly isRunning: boolean;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * The office of a data folder: the server that holds it, else one opened here on a free loopback port for as long as the command
 * runs. So every command asks the same questions and gets the same answers whether or not a server is running. An empty data
 * folder is first loaded from the district folder.
 */
export async function openOffice(folders: Folders): Promise<Office> {
  const address = await runningAddress(folders.dataDir);
  if (address !== null) return officeAt(address, true, async () => {});
  const desk = await openDesk({ dataDir: folders.dataDir, districtFolder: folders.districtFolder });
  try {
    const server = await startServer({ desk, host: LOOPBACK, port: 0, webDir: null });
    return officeAt(server.address, false, async () => {
      await server.close();
      await desk.close();
    });
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** The address of the live server that holds `dataDir`, or null when nobody holds it. Waits while the holder is still starting or another
 * command is at work. */
async function runningAddress(dataDir: string): Promise<string | null> {
  const giveUp = performance.now() + WAIT_FOR_ADDRESS_MS;
  for (;;) {
    const lock = readLock(dataDir);
    if (lock === null) return null;
    if (lock.address !== null) return lock.address;
    if (performance.now() > giveUp) {
      throw new WestgateError('WG_FOLDER_LOCKED', `process ${lock.pid} holds ${dataDir} and gives no address`, { pid: lock.pid });
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
  }
}

function officeAt(address: string, isRunning: boolean, close: () => Promise<void>): Office {
  const ask = (path: string, init: RequestInit): Promise<unknown> => answer(new URL(path, address), init);
  return {
    isRunning,
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    close,
  };
}

async function answer(url: URL, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  const body: unknown = await response.json();
  if (response.ok) return body;
  throw problemOf(body, response.status);
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
