import type { IncomingMessage, Server } from 'node:http';

/** How long a request may take to arrive. */
export interface RequestTimes {
  /** Milliseconds until the whole request has arrived. */
  readonly requestMs: number;
  /** Milliseconds until a whole import has arrived, and bytes of it that must come in each `requestMs` till then. */
  readonly importMs: number;
  readonly importBytesATime: number;
}

/** Requests that may take long as long as they come on, and their bytes so far at the last look. */
const patient = new WeakMap<IncomingMessage, number>();

/** Lets `request`, an import, take its time as long as it comes on. */
export function takeTime(request: IncomingMessage): void {
  patient.set(request, 0);
}

/** Ends requests that take too long to arrive by `refuse`; Node's own clock, which knows no difference between them, runs for the longest. */
export function limitRequestTimes(server: Server, times: RequestTimes, refuse: (request: IncomingMessage) => void): void {
  const { requestMs, importBytesATime } = times;
  server.prependListener('request', (request: IncomingMessage) => {
    if (!hasBody(request)) return;
    const look = (): void => {
      const before = patient.get(request);
      const now = request.socket.bytesRead;
      if (!request.complete && before !== undefined && now - before >= importBytesATime) {
        patient.set(request, now);
        return;
      }
      clearInterval(looking);
      if (!request.complete) refuse(request);
    };
    const looking = setInterval(look, requestMs);
    looking.unref();
    request.once('close', () => clearInterval(looking));
  });
}

/** Whether more of a request is still to come when its head is here. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
