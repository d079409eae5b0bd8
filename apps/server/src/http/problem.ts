import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ERRORS, ERRORS_ZH, type ErrorCode, WestgateError } from '@westgate/base';
import type { Problem } from '@westgate/contract';
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { errorPage, wantsPage } from './error-page.ts';

export const PROBLEM_TYPE = 'application/problem+json';
/** Bytes of a problem, and characters of its detail where it would have more. */
const MOST_PROBLEM = 900_000;
const MOST_DETAIL = 4_000;
/** Characters of the header of languages that are looked at. */
const MOST_LANGUAGES = 1_000;

/**
 * Answers `error` as a problem (RFC 9457), to a person with a browser as a page. A fault of ours is logged with the request id and says
 * nothing of its cause.
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const known = knownError(error);
  if (known === null && hasHungUp(request, error)) request.log.info({ requestId: request.id }, 'whoever asked hung up');
  else if (known === null) request.log.error({ err: error, requestId: request.id }, 'request failed');
  else if (known.status >= 500) request.log.warn({ code: known.code, requestId: request.id }, 'request refused');
  const told = known ?? new WestgateError('WG_INTERNAL', ERRORS.WG_INTERNAL.title);
  // What was said of the answer that was meant is not true of this one.
  for (const name of ['content-disposition', 'content-length', 'content-encoding', 'etag']) reply.removeHeader(name);
  const { seconds } = told.details;
  if (told.code === 'WG_TOO_MANY' && typeof seconds === 'number') reply.header('retry-after', seconds);
  reply.code(told.status).header('cache-control', 'no-store').header('vary', 'accept, accept-language');
  if (wantsPage(request)) return reply.type('text/html; charset=utf-8').send(errorPage(told, request.id));
  const isChinese = prefersChinese(request.headers['accept-language']);
  return reply.type(PROBLEM_TYPE).send(problemText(inLanguage(told, isChinese), request.id, isChinese));
}

/**
 * `error`, its detail in Chinese where that is asked for before English: never in English, nor with an English tail. Where the message is held in
 * English only, as of what no screen sends, what the code means is said, and the message is the `detailEn` of its details.
 */
function inLanguage(error: WestgateError, isChinese: boolean): WestgateError {
  const { code, message } = error;
  const { detailZh, ...details } = error.details;
  if (!isChinese) return new WestgateError(code, message, details);
  if (typeof detailZh === 'string') return new WestgateError(code, detailZh, details);
  return new WestgateError(code, ERRORS_ZH[code], message === ERRORS[code].title ? details : { ...details, detailEn: message });
}

/** Whether the first language of the header that we hold is Chinese. Its order is taken as it stands: browsers write the most wanted first. */
function prefersChinese(header: string | undefined): boolean {
  return /^(?:zh|en)\b/im.exec((header ?? '').slice(0, MOST_LANGUAGES).replaceAll(/\s*,\s*/g, '\n'))?.[0].toLowerCase() === 'zh';
}

/** A problem as JSON; without its details where they would be larger than an answer may be. */
function problemText(error: WestgateError, requestId: string, isChinese: boolean): string {
  const text = JSON.stringify(problemOf(error, requestId, isChinese));
  if (Buffer.byteLength(text) <= MOST_PROBLEM) return text;
  return JSON.stringify(problemOf(new WestgateError(error.code, error.message.slice(0, MOST_DETAIL)), requestId, isChinese));
}

/** `error` as a problem document, titled in the language of its message. */
function problemOf(error: WestgateError, requestId: string, isChinese = false): Problem {
  const { code, status, message, details } = error;
  const hasDetails = Object.keys(details).length > 0;
  return {
    type: `/api/#${code}`,
    title: isChinese ? ERRORS_ZH[code] : ERRORS[code].title,
    status,
    detail: message,
    code,
    requestId,
    ...(hasDetails ? { details: { ...details } } : {}),
  };
}

/** Answers bytes that are no HTTP request, where there is no request to answer, and ends the connection. */
export function refuseConnection(error: Pick<ConnectionError, 'code'>, socket: Socket, requestId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refused = CONNECTION_ERRORS[error.code] ?? new WestgateError('WG_INPUT_INVALID', 'expected an HTTP request');
  const body = JSON.stringify(problemOf(refused, requestId));
  const head = [
    `HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** A request that took too long to arrive, as Node names it. */
export const LATE: Pick<ConnectionError, 'code'> = { code: 'ERR_HTTP_REQUEST_TIMEOUT' };

const CONNECTION_ERRORS: Readonly<Record<string, WestgateError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: new WestgateError('WG_TIMED_OUT', 'expected the whole request sooner'),
  HPE_HEADER_OVERFLOW: new WestgateError('WG_HEADERS_TOO_LARGE', 'expected a shorter address and smaller headers'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: new WestgateError('WG_BODY_TOO_LARGE', 'expected smaller chunks'),
};

/** What Fastify itself refuses, in our words; null for everything that is a fault of ours. */
function knownError(error: unknown): WestgateError | null {
  if (error instanceof WestgateError) return error;
  if (!isFastifyError(error)) return null;
  const code = FRAMEWORK_CODES[error.code];
  if (code !== undefined) return new WestgateError(code, error.message);
  const isCallers = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isCallers ? new WestgateError('WG_INPUT_INVALID', error.message) : null;
}

/** Whether it failed because whoever asked hung up in the middle of it: no fault of ours. */
function hasHungUp({ raw }: FastifyRequest, error: unknown): boolean {
  return raw.socket.destroyed && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

const FRAMEWORK_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'WG_BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'WG_MEDIA_REFUSED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'WG_INPUT_INVALID',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'WG_INPUT_INVALID',
  FST_ERR_CTP_INVALID_JSON_BODY: 'WG_INPUT_INVALID',
  FST_ERR_BAD_URL: 'WG_INPUT_INVALID',
  FST_ERR_MAX_PARAM_LENGTH: 'WG_NOT_FOUND',
};

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
