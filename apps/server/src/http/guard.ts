import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { WestgateError } from '@westgate/base';
import { networkOf } from '@westgate/desk';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { workOwner } from '../caller/caller.ts';
import type { Limits } from './limits.ts';

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
export async function guard(app: FastifyInstance, origin: string | null): Promise<void> {
  app.addHook('onRequest', async (request) => {
    checkForm(request);
    checkHost(request, origin);
    if (request.method !== 'GET' && request.method !== 'HEAD') checkOrigin(request, origin);
  });
  await app.register(helmet, {
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
}

/**
 * Limits what one person who is signed in, and what one address where nobody is, may ask of the API. An address is no measure of persons:
 * an office sits behind one.
 */
export async function limitRate(api: FastifyInstance, limits: Limits): Promise<void> {
  await limitMinute(api, (request) => budgetOf(request, limits));
}

/** Limits what one address may ask in a minute of what is given to anybody and is made for who asks. */
export async function limitAddressRate(app: FastifyInstance, most: number): Promise<void> {
  await limitMinute(app, ({ ip }) => ({ key: networkOf(ip), most }));
}

/** Whose requests a request is counted with, and how many of them a minute may have. */
interface Budget {
  readonly key: string;
  readonly most: number;
}

async function limitMinute(app: FastifyInstance, budget: (request: FastifyRequest) => Budget): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: '1 minute',
    max: (request: FastifyRequest) => budget(request).most,
    keyGenerator: (request: FastifyRequest) => budget(request).key,
    errorResponseBuilder: (_request, { after, max }) =>
      new WestgateError('WG_TOO_MANY', `expected at most ${max} requests a minute; try again in ${after}`),
  });
}

function budgetOf(request: FastifyRequest, limits: Limits): Budget {
  const { caller } = request;
  const reads = isRead(request);
  const key = `${reads} ${workOwner(request)}`;
  if (caller.kind === 'person') return { key, most: reads ? limits.readsAMinute : limits.writesAMinute };
  return { key, most: reads ? limits.addressReadsAMinute : limits.addressWritesAMinute };
}

function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

/** Headers that say one thing once: proxies differ in which of two they believe. */
const ONCE: readonly string[] = ['host', 'origin', 'content-type', 'content-length', 'if-match', 'idempotency-key'];
/** Headers that would make one request another. */
const OVERRIDES: readonly string[] = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** Refuses what no browser sends and what programs on the way could read in two ways. */
function checkForm({ url, raw, headers }: FastifyRequest): void {
  if (!url.startsWith('/') || url.startsWith('//'))
    throw new WestgateError('WG_INPUT_INVALID', 'expected an address that begins with one /');
  if (raw.httpVersionMajor !== 1) throw new WestgateError('WG_INPUT_INVALID', 'expected HTTP/1.1');
  const names = raw.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  const twice = ONCE.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw new WestgateError('WG_INPUT_INVALID', `expected the header ${twice} once`);
  const override = OVERRIDES.find((name) => headers[name] !== undefined);
  if (override !== undefined) throw new WestgateError('WG_INPUT_INVALID', `expected no header ${override}: send the method itself`);
  const { expect } = headers;
  if (expect !== undefined && expect.toLowerCase() !== '100-continue')
    throw new WestgateError('WG_INPUT_INVALID', 'expected no such Expect');
}

function isOurs(host: string): boolean {
  return OUR_HOSTS.has(host.replace(/:\d{1,5}$/, '').toLowerCase());
}

/** A page of another site may point its own host name at this machine; its requests still carry that name. */
function checkHost(request: FastifyRequest, origin: string | null): void {
  const host = request.headers.host ?? '';
  if (origin !== null && host.toLowerCase() === new URL(origin).host) return;
  if (isOurs(host)) return;
  throw new WestgateError('WG_ORIGIN_REFUSED', `expected the host 127.0.0.1 or localhost, got "${host.slice(0, 80)}"`);
}

function checkOrigin(request: FastifyRequest, ours: string | null): void {
  const { origin, host } = request.headers;
  if (origin === undefined || (ours !== null && origin.toLowerCase() === new URL(ours).origin)) return;
  // Without TLS this machine alone is trusted: what stands between may write pages of `ours` over plain HTTP.
  if (isOurs(host ?? '') && origin.toLowerCase() === `http://${host}`.toLowerCase()) return;
  throw new WestgateError('WG_ORIGIN_REFUSED', `expected a request from this site, got one from "${origin.slice(0, 80)}"`);
}
