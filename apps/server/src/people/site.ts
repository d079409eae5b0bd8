import type { Site } from '@westgate/desk';
import type { FastifyRequest } from 'fastify';

/** Where a browser is; or why no passkey can be bound to that: the address is not secure, or an address of digits that has no name. */
export type FoundSite = { readonly kind: 'site'; readonly site: Site } | { readonly kind: 'none'; readonly why: 'not-secure' | 'no-name' };

/**
 * The site of a request, as browsers know it. `origin`: where browsers reach Westgate through another server. The host was looked at before: it is
 * that one's or this machine's.
 */
export function siteOf(request: FastifyRequest, origin: string | null): FoundSite {
  const address = addressOf(request, origin);
  const name = address.hostname;
  if (/^[\d.]+$|^\[/.test(name)) return { kind: 'none', why: 'no-name' };
  if (address.protocol !== 'https:' && name !== 'localhost') return { kind: 'none', why: 'not-secure' };
  return { kind: 'site', site: { host: name, origin: address.origin } };
}

/** Where the browser of a request reaches Westgate: `https://westgate.example`, `http://127.0.0.1:4310`. */
export function addressOf({ headers }: FastifyRequest, origin: string | null): URL {
  const host = (headers.host ?? '').toLowerCase();
  return new URL(origin !== null && host === new URL(origin).host ? origin : `http://${host}`);
}
