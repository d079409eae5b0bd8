import type { IncomingMessage } from 'node:http';

/**
 * Lets the rest of a refused request go by, up to `bytes` and for `ms` milliseconds: a browser that is still sending would take an early answer
 * for a broken connection and not read it. Nothing of it is kept.
 */
export function drain(request: IncomingMessage, { bytes, ms }: { readonly bytes: number; readonly ms: number }): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let left = bytes;
    const end = (): void => {
      clearTimeout(timer);
      request.off('data', count).off('end', end).off('close', end).off('error', end);
      resolve();
    };
    const count = (part: Buffer): void => {
      left -= part.length;
      if (left < 0) end();
    };
    const timer = setTimeout(end, ms);
    request.unpipe();
    request.on('data', count).on('end', end).on('close', end).on('error', end).resume();
  });
}
