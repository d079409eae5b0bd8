import type { Faults } from '../running/faults.ts';
import { requestNow } from './request-work.ts';

/** What an `error` event says that nobody listened for, of a connection that is gone: nothing of ours is in doubt. */
const GONE: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/**
 * Keeps this process up when something fails that nobody waits for. Of a request: that request ends. A promise of no request: logged and counted.
 * An exception of no request leaves it open what else was cut off halfway: `onBroken` is called, once, to end the process in order. Gives the
 * function that takes the guard off.
 */
export function guardProcess(faults: Faults, onBroken: (error: Error) => void): () => void {
  let isBroken = false;
  const rejected = (reason: unknown): void => {
    if (!endRequest(errorOf(reason), faults)) faults.ofBackground(errorOf(reason), 'a promise that nobody waited for');
  };
  const thrown = (failure: unknown): void => {
    const error = errorOf(failure);
    if (endRequest(error, faults)) return;
    faults.ofBackground(error, 'an exception that nobody caught');
    if (isBroken || ('code' in error && typeof error.code === 'string' && GONE.has(error.code))) return;
    isBroken = true;
    onBroken(error);
  };
  process.on('unhandledRejection', rejected);
  process.on('uncaughtException', thrown);
  // Whoever read the log is gone: a line that cannot be written would be an exception, which is logged, and so on without end.
  const unread = (): void => undefined;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unread);
  return () => {
    process.off('unhandledRejection', rejected);
    process.off('uncaughtException', thrown);
    for (const stream of [process.stdout, process.stderr]) stream.off('error', unread);
  };
}

/** Ends the request whose work failed; false where it is of none that is still open. */
function endRequest(error: Error, faults: Faults): boolean {
  const work = requestNow();
  if (!work || work.isOver()) return false;
  faults.ofRequest(error, work.id);
  work.fail(error);
  return true;
}

function errorOf(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
