import type {
  AnswerOf,
  BodyOf,
  ChangeName,
  Conflict,
  EndpointName,
  ParamName,
  ParamsOf,
  Problem,
  QueryOf,
  ReadName,
  WriteName,
} from '@westgate/contract';
import { ADDRESSES, pathOf } from '@westgate/contract/addresses';
import { firstAnswer } from './first-answers.ts';
import { noteDeed } from './own-deeds.ts';
import { noteRest } from './rests.ts';

/**
 * What the server refused, as a problem document with its request id; `null` problem when it could not be reached, or something between answered
 * with a `status`. `isRead`: nothing was sent that may be stored.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem | null;
  readonly status: number | null;
  readonly isRead: boolean;

  constructor(message: string, problem: Problem | null, isRead: boolean, status: number | null = null) {
    super(message);
    this.problem = problem;
    this.isRead = isRead;
    this.status = status;
  }
}

/** Values of a query string; those that are undefined are left out. */
export type Params = Readonly<Record<string, string | number | undefined>>;

/** Headers beside those that every request has. */
type Headers = Readonly<Record<string, string>>;

/** What stands in the path of an endpoint, where anything does. */
type InPath<N extends EndpointName> = [ParamName<N>] extends [never] ? { readonly params?: never } : { readonly params: ParamsOf<N> };
/** What an endpoint is asked. */
export type Asked<N extends EndpointName> = InPath<N> & { readonly query?: QueryOf<N> };
/** The same as an argument, which may be left out where nothing stands in the path. */
export type AskedLast<N extends EndpointName, More extends readonly unknown[] = []> = [ParamName<N>] extends [never]
  ? [asked?: Asked<N>, ...More]
  : [asked: Asked<N>, ...More];
/** What is sent to an endpoint. The same `key` sent twice does nothing new. `rev`: the revision of the record that was read. */
export type Sent<N extends EndpointName> = InPath<N> & {
  readonly body: BodyOf<N>;
  readonly key: string;
  readonly headers?: Headers;
} & (N extends ChangeName ? { readonly rev: number } : { readonly rev?: never });

/** Asks an endpoint. */
export async function ask<N extends ReadName>(
  name: N,
  ...[asked, signal, headers]: AskedLast<N, [signal?: AbortSignal, headers?: Headers]>
): Promise<AnswerOf<N>> {
  return askAny(name, asked ?? {}, signal, headers);
}

/** The same, whichever endpoint it is. */
export async function askAny<N extends ReadName>(
  name: N,
  question: Question,
  signal?: AbortSignal,
  headers: Headers = {},
): Promise<AnswerOf<N>> {
  return reach<AnswerOf<N>>(addressOf(name, question), { headers, ...(signal ? { signal } : {}) });
}

/** A list that is answered page by page. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly next: string | null;
}
/** Names of such lists. */
export type ListName = { [N in ReadName]: AnswerOf<N> extends Paged<unknown> ? N : never }[ReadName];
/** One record of a list. */
export type ItemOf<N extends ReadName> = AnswerOf<N> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** The page of a list that comes after the one that said `after`; null: the first. */
export async function askPage<N extends ListName>(
  name: N,
  { params, query }: Question,
  after: string | null,
  signal: AbortSignal,
): Promise<Paged<ItemOf<N>>> {
  return reach<Paged<ItemOf<N>>>(addressOf(name, { params, query: { ...query, after: after ?? undefined } }), { signal });
}

/** Has an endpoint do something, or change the record that was read. */
export async function tell<N extends WriteName | ChangeName>(name: N, sent: Sent<N>): Promise<AnswerOf<N>> {
  const { params, body, key, headers, rev }: Loose & { readonly rev?: number } = sent;
  const match = rev === undefined ? {} : { 'if-match': `"${rev}"` };
  const answer = await reach<AnswerOf<N>>(addressOf(name, { params }), {
    method: ADDRESSES[name][0],
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...match, ...headers },
    body: JSON.stringify(body),
  });
  noteDeed(pathAt(name, { params }), answer);
  return answer;
}

/** Sends a form with a file to an endpoint. The same `key` sent twice does nothing new. */
export async function sendForm<N extends WriteName>(
  name: N,
  { form, key, headers = {} }: { readonly form: FormData; readonly key: string; readonly headers?: Headers },
): Promise<AnswerOf<N>> {
  const answer = await reach<AnswerOf<N>>(addressOf(name), { method: 'POST', headers: { 'idempotency-key': key, ...headers }, body: form });
  noteDeed(pathAt(name), answer);
  return answer;
}

/** What an endpoint is asked, whichever it is. */
export interface Question {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Params | undefined;
}

/** What is sent, whatever endpoint it is for. */
interface Loose extends Question {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Headers;
}

/** The path of an endpoint below `/api/v1/`, filled in: the answers to questions are kept under it. */
export function pathAt(name: EndpointName, { params = {} }: Question = {}): string {
  return pathOf(name, params).slice(1);
}

/** The address of an endpoint, filled in, with its query. */
export function addressOf(name: EndpointName, { params, query = {} }: Question = {}): string {
  const search = new URLSearchParams();
  for (const [field, value] of Object.entries(query)) if (value !== undefined) search.set(field, String(value));
  const text = search.toString();
  return `/api/v1/${pathAt(name, { params })}${text ? `?${text}` : ''}`;
}

/** The address of a file of the API, for a link that keeps it; what is empty is left out. */
export function fileAddress<N extends ReadName>(name: N, ...[asked]: AskedLast<N>): string {
  const { params, query = {} }: Question = asked ?? {};
  return addressOf(name, { params, query: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) });
}

/** A key for a write that is sent once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** What others did to a record since it was read, where `error` says so. */
export function parseConflict(error: Error | null): Conflict | null {
  const problem = error instanceof ProblemError ? error.problem : null;
  const isConflict = problem?.code === 'WG_STALE_RECORD' && Array.isArray(problem.details?.changes);
  return isConflict ? (problem.details as Conflict) : null;
}

/** Whether a step was refused because who takes it is who took the one before: another person must. */
export function isSamePerson(error: Error | null): boolean {
  const problem = error instanceof ProblemError ? error.problem : null;
  return problem?.code === 'WG_STEP_REFUSED' && problem.details?.why === 'same-person';
}

/** True where an answer says that there is no such record. */
export function saysMissing(error: Error | null): boolean {
  return error instanceof ProblemError && error.problem?.status === 404;
}

/** Whether a change was refused because what it changes waits for approval: it is proposed instead. */
export function isUnderReview(error: Error | null): boolean {
  const problem = error instanceof ProblemError ? error.problem : null;
  return problem?.details?.why === 'review';
}

let oldest = Number.POSITIVE_INFINITY;

/** The last deed of which the answer knew that knew fewest of them. */
export function oldestAnswer(): number {
  return oldest;
}

/** The one place where an answer is taken to be what the contract says: the server validates what it sends. */
async function reach<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const isRead = init.method === undefined;
  let response: Response;
  try {
    const first = isRead ? firstAnswer(url) : undefined;
    response = await (first ?? fetch(url, { ...init, headers: { 'accept-language': document.documentElement.lang, ...init.headers } }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError('the server could not be reached', null, isRead);
  }
  if (isRead) oldest = Math.min(oldest, Number(response.headers.get('x-westgate-seq') ?? oldest));
  if (init.signal) noteRest(init.signal, response.headers);
  if (response.ok) return (await response.json()) as Answer;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem ? ((await response.json()) as Problem) : null;
  throw new ProblemError(problem?.detail ?? `the server answered ${response.status}`, problem, isRead, response.status);
}
