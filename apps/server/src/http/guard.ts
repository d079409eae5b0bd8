import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { WestgateError } from '@westgate/base';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

const OUR_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The two style sheets that React Aria puts into the page as text (touch on what can be pressed, scrolling under an overlay), by hash.
 * Style *attributes* set by script are not under the policy, so nothing inline is allowed beyond these.
 */
const REACT_ARIA_STYLES = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** Refuses other hosts and other sites than this machine's and `origin`'s, sets the security headers. */
export function guard(app: FastifyInstance, origin: string | null): void {
  const check = requestCheck(origin);
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    check(raw);
    done();
  });
  const headers = securityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        styleSrc: ["'self'", ...REACT_ARIA_STYLES],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // The other names of a city are not ours to bind.
    strictTransportSecurity: origin?.startsWith('https://') ? { includeSubDomains: false } : false,
  });
  app.addHook('onRequest', (_request, { raw }, done) => {
    for (const [name, value] of headers) raw.setHeader(name, value);
    done();
  });
}

/** The headers that Helmet sets: as none of them hangs on a request, they are worked out once. */
function securityHeaders(options: HelmetOptions): readonly (readonly [name: string, value: string])[] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(response.req, response, (error) => {
    if (error) throw error;
  });
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/** What refuses a request that no browser of ours sends: of another form, to another host or, where it may change something, from another site. */
export function requestCheck(origin: string | null): (request: IncomingMessage) => void {
  const ours = origin === null ? null : new URL(origin);
  return (request) => {
    checkForm(request);
    checkHost(request, ours);
    if (request.method !== 'GET' && request.method !== 'HEAD') checkOrigin(request, ours);
  };
}

/** Headers that say one thing once: proxies differ in which of two they believe. */
const ONCE: readonly string[] = ['host', 'origin', 'content-type', 'content-length', 'if-match', 'idempotency-key'];
/** Headers that would make one request another. */
const OVERRIDES: readonly string[] = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** Refuses what no browser sends and what programs on the way could read in two ways. */
function checkForm({ url = '', httpVersionMajor, rawHeaders, headers }: IncomingMessage): void {
  if (!url.startsWith('/') || url.startsWith('//'))
    throw new WestgateError('WG_INPUT_INVALID', 'expected an address that begins with one /');
  if (httpVersionMajor !== 1) throw new WestgateError('WG_INPUT_INVALID', 'expected HTTP/1.1');
  const twice = ONCE.find((name) => headers[name] !== undefined && isTwice(rawHeaders, name));
  if (twice !== undefined) throw new WestgateError('WG_INPUT_INVALID', `expected the header ${twice} once`);
  const override = OVERRIDES.find((name) => headers[name] !== undefined);
  if (override !== undefined) throw new WestgateError('WG_INPUT_INVALID', `expected no header ${override}: send the method itself`);
  const { expect } = headers;
  if (expect !== undefined && expect.toLowerCase() !== '100-continue')
    throw new WestgateError('WG_INPUT_INVALID', 'expected no such Expect');
}

/** Whether a header stands twice among those that came: names and values in turns. */
function isTwice(rawHeaders: readonly string[], name: string): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const each = rawHeaders[at] ?? '';
    if (each.length === name.length && each.toLowerCase() === name) count += 1;
  }
  return count > 1;
}

function isOurs(host: string): boolean {
  return OUR_HOSTS.has(host.replace(/:\d{1,5}$/, '').toLowerCase());
}

/** A page of another site may point its own host name at this machine; its requests still carry that name. */
function checkHost({ headers: { host = '' } }: IncomingMessage, ours: URL | null): void {
  if (ours !== null && host.toLowerCase() === ours.host) return;
  if (isOurs(host)) return;
  throw new WestgateError('WG_ORIGIN_REFUSED', `expected the host 127.0.0.1 or localhost, got "${host.slice(0, 80)}"`);
}

function checkOrigin({ headers: { origin, host } }: IncomingMessage, ours: URL | null): void {
  if (origin === undefined || (ours !== null && origin.toLowerCase() === ours.origin)) return;
  // Without TLS this machine alone is trusted: what stands between may write pages of `ours` over plain HTTP.
  if (isOurs(host ?? '') && origin.toLowerCase() === `http://${host}`.toLowerCase()) return;
  throw new WestgateError('WG_ORIGIN_REFUSED', `expected a request from this site, got one from "${origin.slice(0, 80)}"`);
}
