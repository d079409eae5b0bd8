import type { ErrorCode } from '@westgate/base';
import { ERRORS, WestgateError } from '@westgate/base';
import {
  type AnswerOf,
  type BodyRead,
  type ChangeName,
  commonSchema,
  type Endpoint,
  type EndpointName,
  endpoint,
  idempotencyKey,
  MEDIA,
  nothing,
  type ParamsRead,
  type QueryRead,
  type ReadName,
  type Right,
  reviseSchema,
  type Told,
  type WriteName,
} from '@westgate/contract';
import { type Idem, idemOf } from '@westgate/desk';
import { Reads, type Rest, readInto, unnoted } from '@westgate/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { answeredAs, answeredWith, asCaller, readerNow } from '../caller/caller.ts';
import { signedBy } from '../caller/signed-by.ts';
import { watchedCaller } from '../caller/watched-caller.ts';
import type { KeptAnswer } from '../office/kept-answers.ts';
import type { Office } from '../office/office.ts';
import type { View } from '../view/view.ts';
import { contentIn, heldBy, nameIn, namesOf, SEQ_HEADER, tagOf } from './answer-tags.ts';
import { parseInput } from './parse.ts';
import { PROBLEM_TYPE } from './problem.ts';

/** What an endpoint is asked, as it was read. */
export interface Ask<N extends EndpointName> {
  readonly params: ParamsRead<N>;
  readonly query: QueryRead<N>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The kept answer that is given, and the moment at which it was asked for; null for an answer that is kept by nobody. */
    kept: { readonly answer: KeptAnswer; readonly moment: string } | null;
  }
}

/** How a read of the district is answered. */
export interface Read<N extends ReadName> {
  /** Makes ready in slices, between other requests, what `present` needs of the whole district. */
  readonly prepare?: (view: View, ask: Ask<N>) => Promise<unknown>;
  /** What is asked holds what no deed tells of, where that is so of some of its answers alone: no caller holds one that still stands. */
  readonly isFresh?: (ask: Ask<N>) => boolean;
  /**
   * It is made from the view, and from what the desk tells of deeds, of which it is noted what was looked at: whoever holds it asks again after a deed that touched
   * that. Else it is asked for again after each.
   */
  readonly isNoted?: true | ((ask: Ask<N>) => boolean);
  /** It is asked for the number of the last deed, and is made after each. */
  readonly tellsLast?: true;
  readonly present: (view: View, ask: Ask<N>) => AnswerOf<N> | Promise<AnswerOf<N>>;
}

/** What a write takes. */
interface Written<N extends EndpointName> {
  readonly params: ParamsRead<N>;
  readonly body: BodyRead<N>;
  readonly idem: Idem | undefined;
}

/** What is asked about who asks. */
export interface Personal<N extends EndpointName> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly params: ParamsRead<N>;
  readonly body: BodyRead<N>;
}

const changeHeaders = idempotencyKey.extend({ 'if-match': reviseSchema.ifMatch });

/** Adds the GET route of an endpoint. The answer tells by its ETag what it was made from and what it says, and is asked for again each time. */
export function read<N extends ReadName>(
  app: FastifyInstance,
  office: Office,
  of: N,
  { prepare, isFresh, isNoted, tellsLast, present }: Read<N>,
): void {
  const told = endpoint(of);
  app.route({
    ...routeOf(of),
    handler: async (request, reply) => {
      const ask = askOf(told, request);
      // Before the view: what midnight falls into is of a moment that is over.
      const { moment } = office;
      const view = office.viewAsked(typeof ask.query === 'object' && ask.query !== null ? ask.query : {});
      const watched = watchedCaller(request.caller);
      const make = (): Promise<AnswerOf<N>> =>
        asCaller(watched.caller, async () => {
          // What it makes ready is noted when it is taken.
          await unnoted(() => prepare?.(view, ask));
          return present(view, ask);
        });
      const isTold = typeof isNoted === 'function' ? isNoted(ask) : isNoted === true;
      if (told.isFresh || isFresh?.(ask)) {
        const { answer, reads } = await readNow(view, make, isTold);
        return reply.header('cache-control', 'no-store').header(SEQ_HEADER, view.seq).header(READS, reads).send(answer);
      }
      reply.header('vary', 'accept-encoding').header('cache-control', 'no-cache').header(SEQ_HEADER, view.seq);
      const names = namesOf(request, view, office);
      const held = heldBy(request).find((tag) => nameIn(tag) === names.alike || nameIn(tag) === names.own);
      const kept = office.answers.of(names.keptAs.alike) ?? office.answers.of(names.keptAs.own);
      if (held !== undefined) {
        const reads = kept?.reads ?? office.answers.readsOf(nameIn(held), view.seq) ?? ANYTHING;
        if (kept) request.kept = { answer: kept, moment };
        return reply.code(304).header('etag', held).header(READS, reads).send();
      }
      const readAnew = async (): Promise<KeptAnswer> => {
        const read = await readNow(view, make, isTold);
        const reading = tellsLast ? { ...read, rest: null } : read;
        const who = watched.wasLookedAt() ? answeredAs(request.caller) : answeredWith(request.caller);
        const name = watched.wasLookedAt() ? names.own : names.alike;
        return keptAnswer(request, reply, { view, name, who, reading });
      };
      const answer = kept ?? (await readAnew());
      const keptAs = watched.wasLookedAt() ? names.keptAs.own : names.keptAs.alike;
      if (answer !== kept) office.answers.keep(keptAs, view.seq, { name: nameIn(answer.tag), answer });
      request.kept = { answer, moment };
      reply.header('etag', answer.tag).header(READS, answer.reads);
      const holdsSame = heldBy(request).some((tag) => contentIn(tag) === contentIn(answer.tag));
      return holdsSame ? reply.code(304).send() : reply.type(MEDIA.json).send(answer.bytes);
    },
  });
}

/** What was read of the district for an answer. */
interface Reading<Answer> {
  readonly answer: Answer;
  /** As the header tells it: the day it is today, tables, rows of others; or that it may be anything. */
  readonly reads: string;
  /** What an answer of the district as it is now rests on; null where it is good until the next deed. */
  readonly rest: Rest | null;
}

const READS = 'x-westgate-reads';
const ANYTHING = '*';
const MOST_ROWS = 12;

async function readNow<Answer>(view: View, make: () => Promise<Answer>, isNoted: boolean): Promise<Reading<Answer>> {
  const reads = new Reads();
  const answer = await readInto(reads, make);
  const found = isNoted ? reads.found() : null;
  if (found === null) return { answer, reads: ANYTHING, rest: null };
  const { tables, rows } = found;
  // A header is short: of many rows their tables are told. Keys are words of people, and may hold any sign.
  const told = rows.length > MOST_ROWS ? rows.map((row) => row.slice(0, row.indexOf(':'))) : rows.map(encodeURIComponent);
  // Whoever may not know of everything may know of less after any deed.
  const isOfNow = view.plan === null && view.asOf === view.today && readerNow() === null;
  return { answer, rest: isOfNow ? reads.rest() : null, reads: [view.today, ...new Set([...tables, ...told])].join(' ') };
}

/** Whether something has the number of a deed: an answer its last one, or the one that was asked for by its number. */
function isNumbered(value: unknown): value is { readonly seq: unknown } {
  return typeof value === 'object' && value !== null && 'seq' in value;
}

/** Stands in an answer for the deed that it rests on, which is no part of what it says, where its tables tell when to ask again. */
const HEAD = '"seq":9007199254740991';

/** An answer that was made now, as it is kept: for all that are answered alike where nothing was looked at that is one person's alone. */
function keptAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, name, who, reading }: { view: View; name: string; who: string; reading: Reading<unknown> },
): KeptAnswer {
  const { answer, reads, rest } = reading;
  const hasHead = reads !== ANYTHING && !isNumbered(request.params) && isNumbered(answer) && answer.seq === view.seq;
  const text = String(reply.serialize(hasHead ? { ...answer, seq: Number.MAX_SAFE_INTEGER } : answer));
  const bytes = Buffer.from(hasHead ? text.replace(HEAD, `"seq":${view.seq}`) : text);
  return { bytes, tag: tagOf(request, { name, who, text }), who, reads, rest };
}

/** Adds the GET route of an endpoint that is answered with a file. */
export function serve<N extends ReadName>(
  app: FastifyInstance,
  name: N,
  answer: (request: FastifyRequest, reply: FastifyReply, ask: Ask<N>) => Promise<unknown>,
  options: Pick<RouteShorthandOptions, 'config'> = {},
): void {
  const told = endpoint(name);
  app.route({ ...routeOf(name), ...options, handler: async (request, reply) => answer(request, reply, askOf(told, request)) });
}

/** Adds the route of an endpoint that is about who asks: nobody keeps its answer. */
export function personal<N extends EndpointName>(
  app: FastifyInstance,
  name: N,
  act: (ask: Personal<N>) => Promise<AnswerOf<N> | FastifyReply>,
): void {
  const told = endpoint(name);
  app.route({
    ...routeOf(name),
    handler: async (request, reply) => {
      fresh(request, reply);
      const params = parseInput(told.params, request.params, 'path');
      const body = parseInput(told.body, told.method === 'GET' ? {} : request.body, 'body');
      return act({ request, reply, params, body });
    },
  });
}

function askOf<N extends EndpointName>(told: Endpoint<N>, request: FastifyRequest): Ask<N> {
  return { params: parseInput(told.params, request.params, 'path'), query: parseInput(told.query, request.query, 'query') };
}

/** The method, the address and the schema of an endpoint, for a route that is written by hand. */
export function routeOf<N extends EndpointName>(name: N) {
  const told = endpoint(name);
  const { method, path: url, params, query, body, headers, consumes, bodyLimit } = told;
  const asked = method === 'GET' ? { querystring: query } : { body };
  const parts = { params, ...asked, ...(headers ? { headers } : {}), ...(consumes ? { consumes: [...consumes] } : {}) };
  return { method, url, schema: schemaOf(told, parts), ...(bodyLimit === undefined ? {} : { bodyLimit }) };
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

/** Adds the route of a write. The same request with the same Idempotency-Key does nothing new and gets the first answer; another one is refused. */
export function write<N extends WriteName>(
  app: FastifyInstance,
  name: N,
  { act }: { readonly act: (ask: Written<N>) => Promise<AnswerOf<N>> },
): void {
  const told = endpoint(name);
  const { method, path: url, params, body, bodyLimit, takesKey } = told;
  const errors = [...told.errors, ...WRITE_ERRORS, ...(bodyLimit === undefined ? [] : LARGE_ERRORS)];
  const schema = schemaOf({ ...told, errors }, { params, body, ...(takesKey === false ? {} : { headers: idempotencyKey }) });
  app.route({
    method,
    url,
    schema,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    handler: async (request, reply) => {
      const ask = { params: parseInput(params, request.params, 'path'), body: parseInput(body, signed(request, body), 'body') };
      requirePlain(request);
      const idem = takesKey === false ? undefined : requestIdem(request, request.body);
      return reply.header('cache-control', 'no-store').send(await act({ ...ask, idem }));
    },
  });
}

/** Refuses a request with a query, or with a key that is none, where neither is looked at: what is sent is meant. */
function requirePlain(request: FastifyRequest): void {
  parseInput(nothing, request.query, 'query');
  parseInput(idempotencyKey, request.headers, 'headers');
}

/** The reply to a request that takes no query, which nobody keeps: it is about who asks. */
export function fresh(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  requirePlain(request);
  return reply.header('cache-control', 'no-store');
}

/** Adds the route of what changes one record, takes it out or merges it. Without `If-Match`, which says which `rev` of it was read, nothing is done. */
export function change<N extends ChangeName>(
  app: FastifyInstance,
  name: N,
  { act }: { readonly act: (ask: Written<N> & { readonly rev: number }) => Promise<AnswerOf<N>> },
): void {
  const told = endpoint(name);
  const errors = [...told.errors, ...WRITE_ERRORS, ...CHANGE_ERRORS];
  app.route({
    method: told.method,
    url: told.path,
    schema: schemaOf({ ...told, errors }, { params: told.params, body: told.body, headers: changeHeaders }),
    handler: async (request, reply) => {
      const params = parseInput(told.params, request.params, 'path');
      const body = parseInput(told.body, signed(request, told.body), 'body');
      parseInput(nothing, request.query, 'query');
      if (request.headers['if-match'] === undefined) throw new WestgateError('WG_MATCH_REQUIRED', MATCH_REQUIRED);
      const { 'if-match': match } = parseInput(changeHeaders, request.headers, 'headers');
      const rev = Number(match.slice(1, -1));
      const idem = requestIdem(request, request.body, { rev });
      return reply.header('cache-control', 'no-store').send(await act({ params, body, idem, rev }));
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
function schemaOf(told: Told & Pick<Endpoint, 'tag' | 'right'>, parts: FastifySchema): FastifySchema {
  const codes = [...new Set([...READ_ERRORS, ...(told.errors ?? [])])];
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort();
  const problems = statuses.map((status) => [status, problemAnswer(codes.filter((code) => ERRORS[code].status === status))]);
  return {
    ...parts,
    summary: told.summary,
    ...(told.description === undefined ? {} : { description: told.description }),
    tags: [told.tag],
    security: securityOf(told.right),
    response: { 200: told.answer, ...Object.fromEntries(problems) },
  };
}

/** By what who asks is known, as the document of the API tells it: a token is for no account of its own. */
export function securityOf(right: Right) {
  const [session, bearer] = [{ session: [] }, { bearer: [] }];
  if (right === 'anyone') return [];
  if (right === 'own-account') return [session];
  return right === 'read' ? [{}, session, bearer] : [session, bearer];
}

function problemAnswer(codes: readonly ErrorCode[]): unknown {
  const description = codes.map((code) => `${code}: ${ERRORS[code].title}`).join(' ');
  return { description, content: { [PROBLEM_TYPE]: { schema: commonSchema.problem } } };
}
