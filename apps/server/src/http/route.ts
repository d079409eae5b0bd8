import { createHash, randomUUID } from 'node:crypto';
import type { ErrorCode } from '@westgate/base';
import { ERRORS, WestgateError } from '@westgate/base';
import { commonSchema, reviseSchema } from '@westgate/contract';
import { type Idem, idemOf } from '@westgate/desk';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import { z } from 'zod';
import type { Office } from '../office.ts';
import { answeredAs } from '../people/caller.ts';
import { signedBy } from '../people/signed-by.ts';
import type { View } from '../view.ts';
import { parseInput } from './parse.ts';
import { PROBLEM_TYPE } from './problem.ts';

/** What every route says of itself: the OpenAPI document is made from these. */
interface Told {
  readonly summary: string;
  readonly tag: string;
  /** Errors of its own, beside those any route may give. */
  readonly errors?: readonly ErrorCode[];
}

/** A read of the district: what it takes, what it answers, and how the answer is made. */
export interface Read<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType> extends Told {
  readonly params: P;
  readonly query: Q;
  readonly answer: A;
  /** It holds what no deed tells of: no caller holds an answer that still stands. */
  readonly isFresh?: boolean;
  /** Makes ready in slices, between other requests, what `present` needs of the whole district. */
  readonly prepare?: (view: View, ask: { readonly params: z.output<P>; readonly query: z.output<Q> }) => Promise<unknown>;
  readonly present: (view: View, ask: { readonly params: z.output<P>; readonly query: z.output<Q> }) => z.output<A> | Promise<z.output<A>>;
}

/** A write: what it takes in its body, what it answers, and the deed it does. */
export interface Write<P extends z.ZodType, B extends z.ZodType, A extends z.ZodType> extends Told {
  readonly params: P;
  readonly body: B;
  readonly answer: A;
  readonly bodyLimit?: number;
  /** Nothing is kept by which it would be known again: it stores nothing, or tells a secret. Sent again it is done again. */
  readonly takesKey?: false;
  readonly act: (ask: {
    readonly params: z.output<P>;
    readonly body: z.output<B>;
    readonly idem: Idem | undefined;
  }) => Promise<z.output<A>>;
}

/** A write to one record that stands there: it says by `If-Match` which revision of it was read. */
export interface Change<P extends z.ZodType, B extends z.ZodType, A extends z.ZodType> extends Told {
  readonly params: P;
  readonly body: B;
  readonly answer: A;
  readonly act: (ask: {
    readonly params: z.output<P>;
    readonly body: z.output<B>;
    readonly idem: Idem | undefined;
    /** The revision that was read. */
    readonly rev: number;
  }) => Promise<z.output<A>>;
}

export const noParams = z.strictObject({});
/** No parameters but the day, which makes no difference to some answers. */
export const asOfOnly = commonSchema.asOfQuery;
/** The day, and the plan that is counted. */
export const scopeOnly = commonSchema.scopeQuery;
export const idParam = z.object({ id: z.string().max(200) });

/** A new mark for each process, so that no browser takes an answer of an earlier one, or of another folder, for this. */
const PROCESS = randomUUID().slice(0, 8);
const ownWord = z.string().min(1).max(200).optional();
/** The header by which a write is known again. */
export const idempotencyKey = z.object({
  'idempotency-key': ownWord.describe(
    'a word of your own: the same request sent again with it does nothing new and gets the first answer, another request with it is refused',
  ),
});
/** The same header where no deed is done: the key only names what is under way. */
export const progressKey = z.object({
  'idempotency-key': ownWord.describe('a word of your own, by which /api/v1/underway/{key} tells how far this has come'),
});
const changeHeaders = idempotencyKey.extend({ 'if-match': reviseSchema.ifMatch });

/** Adds a GET route. The answer names the view it was made from by its ETag and is asked for again each time. */
export function read<P extends z.ZodType, Q extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  office: Office,
  url: string,
  spec: Read<P, Q, A>,
): void {
  const schema = schemaOf(spec, { params: spec.params, querystring: spec.query });
  app.get(url, { schema }, async (request, reply) => {
    const params = parseInput(spec.params, request.params, 'path');
    const query = parseInput(spec.query, request.query, 'query');
    const view = office.viewAsked(typeof query === 'object' && query !== null ? query : {});
    if (spec.isFresh) reply.header('cache-control', 'no-store');
    else if (isHeld(request, reply, view, office)) return reply.code(304).send();
    await spec.prepare?.(view, { params, query });
    return reply.send(await spec.present(view, { params, query }));
  });
}

/**
 * By what a request is known again: its key, and a hash of its method, its address, its body and what else it asks; undefined where it has no key. Who
 * asks is compared by itself and left out: the hash stays when a person is erased, and must not tell a name to who guesses it.
 */
export function requestIdem({ method, url, headers }: FastifyRequest, body: unknown, besides: object = {}): Idem | undefined {
  const { 'idempotency-key': key } = parseInput(idempotencyKey, headers, 'headers');
  return key === undefined ? undefined : idemOf(key, { method, path: url.split('?')[0], body: unsigned(body), ...besides });
}

function unsigned(body: unknown): unknown {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return isObject ? Object.fromEntries(Object.entries(body).filter(([field]) => field !== 'who')) : body;
}

/** Adds a POST route. The same request with the same Idempotency-Key does nothing new and gets the first answer; another one is refused. */
export function write<P extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  url: string,
  spec: Write<P, B, A>,
): void {
  const schema = schemaOf(
    { ...spec, errors: [...(spec.errors ?? []), ...WRITE_ERRORS, ...(spec.bodyLimit === undefined ? [] : LARGE_ERRORS)] },
    {
      params: spec.params,
      body: spec.body,
      ...(spec.takesKey === false ? {} : { headers: idempotencyKey }),
    },
  );
  const limit = spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit };
  app.post(url, { schema, ...limit }, async (request, reply) => {
    const params = parseInput(spec.params, request.params, 'path');
    const body = parseInput(spec.body, signed(request, spec.body), 'body');
    requirePlain(request);
    const idem = spec.takesKey === false ? undefined : requestIdem(request, request.body);
    return reply.header('cache-control', 'no-store').send(await spec.act({ params, body, idem }));
  });
}

/** Refuses a request with a query, or with a key that is none, where neither is looked at: what is sent is meant. */
function requirePlain(request: FastifyRequest): void {
  parseInput(noParams, request.query, 'query');
  parseInput(idempotencyKey, request.headers, 'headers');
}

/** The reply to a request that takes no query, which nobody keeps: it is about who asks. */
export function fresh(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  requirePlain(request);
  return reply.header('cache-control', 'no-store');
}

/** Adds a route that changes one record, takes it out or merges it. Without `If-Match` nothing is done. */
export function change<P extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  app: FastifyInstance,
  method: 'PATCH' | 'DELETE' | 'POST',
  url: string,
  spec: Change<P, B, A>,
): void {
  const schema = schemaOf(
    { ...spec, errors: [...(spec.errors ?? []), ...WRITE_ERRORS, ...CHANGE_ERRORS] },
    { params: spec.params, body: spec.body, headers: changeHeaders },
  );
  app.route({
    method,
    url,
    schema,
    handler: async (request, reply) => {
      const params = parseInput(spec.params, request.params, 'path');
      const body = parseInput(spec.body, signed(request, spec.body), 'body');
      parseInput(noParams, request.query, 'query');
      if (request.headers['if-match'] === undefined) throw new WestgateError('WG_MATCH_REQUIRED', MATCH_REQUIRED);
      const { 'if-match': match } = parseInput(changeHeaders, request.headers, 'headers');
      const rev = Number(match.slice(1, -1));
      const idem = requestIdem(request, request.body, { rev });
      return reply.header('cache-control', 'no-store').send(await spec.act({ params, body, idem, rev }));
    },
  });
}

/** The body as it came. Where someone is signed in it is theirs, whatever `who` it says: the id of a person stands for the name. */
export function signed({ body, caller }: Pick<FastifyRequest, 'body' | 'caller'>, schema: z.ZodType): unknown {
  const takesWho = schema instanceof z.ZodObject && Object.hasOwn(schema.shape, 'who');
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (!takesWho || !isObject) return body;
  const who = signedBy(caller, 'who' in body ? body.who : undefined);
  return who === undefined ? body : { ...body, who };
}

const MATCH_REQUIRED = 'if-match: expected the rev of the record as it was read, in quotes, such as "3"';

const READ_ERRORS: readonly ErrorCode[] = [
  'WG_INPUT_INVALID',
  'WG_SIGN_IN_REQUIRED',
  'WG_NOT_ALLOWED',
  'WG_ORIGIN_REFUSED',
  'WG_TOO_MANY',
  'WG_INTERNAL',
];
const WRITE_ERRORS: readonly ErrorCode[] = ['WG_BODY_TOO_LARGE', 'WG_MEDIA_REFUSED', 'WG_READ_ONLY'];
/** A large body is parsed in a worker. */
const LARGE_ERRORS: readonly ErrorCode[] = ['WG_TOO_HARD'];
const CHANGE_ERRORS: readonly ErrorCode[] = ['WG_NOT_FOUND', 'WG_STALE_RECORD', 'WG_MATCH_REQUIRED'];

/** The schema of a route as the document of the API tells it. An answer that is no JSON is told by its media type. */
export function schemaOf(told: Told & { readonly answer: z.ZodType | { readonly content: object } }, parts: FastifySchema): FastifySchema {
  const codes = [...new Set([...READ_ERRORS, ...(told.errors ?? [])])];
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort();
  const problems = statuses.map((status) => [status, problemAnswer(codes.filter((code) => ERRORS[code].status === status))]);
  return { ...parts, summary: told.summary, tags: [told.tag], response: { 200: told.answer, ...Object.fromEntries(problems) } };
}

function problemAnswer(codes: readonly ErrorCode[]): unknown {
  const description = codes.map((code) => `${code}: ${ERRORS[code].title}`).join(' ');
  return { description, content: { [PROBLEM_TYPE]: { schema: commonSchema.problem } } };
}

/** Names the answer and says whether the caller holds it already. */
export function isHeld(request: FastifyRequest, reply: FastifyReply, view: View, office: Office): boolean {
  const parts = [PROCESS, answeredAs(request.caller), view.seq, view.asOf, view.today, office.desk.reason, request.url].join(' ');
  const tag = `"${createHash('sha256').update(parts).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  return holds(request, tag);
}

/** Whether the caller says that it holds the answer of the name `tag`. */
export function holds(request: FastifyRequest, tag: string): boolean {
  const held = request.headers['if-none-match'];
  return held?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false;
}
