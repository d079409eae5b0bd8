import { type Language, WestgateError } from '@westgate/base';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

/** Bytes of a form: each sign of the longest text as nine letters, and what stands beside it. */
const FORM_BYTES = 32 * 1024;
const FORM_TYPE = 'application/x-www-form-urlencoded';
export const HTML_TYPE = 'text/html; charset=utf-8';
export const HIDDEN = { schema: { hide: true } } as const;

/** What any form may be refused for. */
export type FormFault = 'large' | 'encoding' | 'many' | 'busy';
/** Why a form was not taken, with the seconds to wait where there are such. */
export interface NotTaken<Fault extends string> {
  readonly fault: Fault;
  readonly seconds?: number;
}

/** The status of an answer that tells of a fault; 400 where nothing is said. */
const STATUS: Readonly<Record<string, number>> = { large: 413, many: 429, gone: 404, closed: 404, busy: 503 };

/** Takes forms as browsers send them; what is refused before a route sees it is told by the page of `faultPage`. */
export function takeForms(app: FastifyInstance, faultPage: (language: Language, fault: FormFault) => string): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM_TYPE, { parseAs: 'buffer', bodyLimit: FORM_BYTES }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => {
    const fault = request.method === 'POST' ? faultOf(error) : null;
    if (fault === null) return sendProblem(request, reply, error);
    const seconds = error instanceof WestgateError && typeof error.details.seconds === 'number' ? error.details.seconds : null;
    if (seconds !== null) reply.header('retry-after', seconds);
    const isOtherType = isFastify(error, 'FST_ERR_CTP_INVALID_MEDIA_TYPE');
    return told(reply, isOtherType ? 415 : statusOf(fault)).send(faultPage(languageAsked(request), fault));
  });
}

/** An answer that is made for who asks and kept by nobody. A form tells its own site alone where it came from: browsers must say that of what changes something. */
export function told(reply: FastifyReply, status: number): FastifyReply {
  return reply
    .code(status)
    .type(HTML_TYPE)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin')
    .header('content-security-policy', policyOf(false, null));
}

/** An answer that says why a form was not taken. */
export function toldFault(reply: FastifyReply, { fault, seconds }: NotTaken<string>): FastifyReply {
  if (seconds !== undefined) reply.header('retry-after', seconds);
  return told(reply, statusOf(fault));
}

/** What a browser may do with a page: no script, nothing from elsewhere; another site shows it in a frame only where it was made for that. */
export function policyOf(isEmbed: boolean, style: string | null): string {
  const styles = style === null ? "'self'" : `'${style}'`;
  return `default-src 'none'; style-src ${styles}; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${isEmbed ? '*' : "'none'"}`;
}

/** The bytes of a form, where they say that they are UTF-8; null for anything else. */
export function bytesOf({ headers, body }: FastifyRequest): Buffer | null {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return body instanceof Buffer && (charset === undefined || /^utf-?8$/i.test(charset)) ? body : null;
}

/** The language that an address or, without one there, the browser asks for; Chinese where neither says English. */
export function languageAsked({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const asked: unknown = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : null;
  if (asked === 'en' || asked === 'zh') return asked;
  return /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh';
}

function statusOf(fault: string): number {
  return STATUS[fault] ?? 400;
}

function faultOf(error: unknown): FormFault | null {
  if (isFastify(error, 'FST_ERR_CTP_BODY_TOO_LARGE')) return 'large';
  if (isFastify(error, 'FST_ERR_CTP_INVALID_MEDIA_TYPE')) return 'encoding';
  if (!(error instanceof WestgateError)) return null;
  if (error.code === 'WG_TOO_MANY') return 'many';
  return error.status === 503 || error.code === 'WG_READ_ONLY' ? 'busy' : null;
}

function isFastify(error: unknown, code: string): error is FastifyError {
  return error instanceof Error && 'code' in error && error.code === code;
}
