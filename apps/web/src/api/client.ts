import type { Conflict, Problem } from '@westgate/contract';
import { noteDeed } from './own-deeds.ts';

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

/** Asks the API for `path` (below `/api/v1/`). The answer has the shape the contract gives that path. */
export async function askApi<Answer>(path: string, params: Params = {}, signal?: AbortSignal, headers: Headers = {}): Promise<Answer> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return reach<Answer>(`/api/v1/${path}${text ? `?${text}` : ''}`, { headers, ...(signal ? { signal } : {}) });
}

/** Sends `body` to `path`. The same `key` sent twice does nothing new. */
export async function tellApi<Answer>(path: string, body: object, key: string, headers: Headers = {}): Promise<Answer> {
  const answer = await reach<Answer>(`/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: JSON.stringify(body),
  });
  noteDeed(path, answer);
  return answer;
}

/** Sends a form with a file to `path`. The same `key` sent twice does nothing new. */
export async function sendForm<Answer>(path: string, form: FormData, key: string, headers: Headers = {}): Promise<Answer> {
  const answer = await reach<Answer>(`/api/v1/${path}`, { method: 'POST', headers: { 'idempotency-key': key, ...headers }, body: form });
  noteDeed(path, answer);
  return answer;
}

/** Changes the record at `path` that was read at revision `rev`. The same `key` sent twice does nothing new. */
export async function changeApi<Answer>(
  method: 'PATCH' | 'DELETE' | 'POST',
  path: string,
  body: object,
  rev: number,
  key: string,
): Promise<Answer> {
  const answer = await reach<Answer>(`/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': `"${rev}"` },
    body: JSON.stringify(body),
  });
  noteDeed(path, answer);
  return answer;
}

/** Takes away what is at `path` and belongs to whoever asks. */
export async function dropApi<Answer>(path: string): Promise<Answer> {
  return reach<Answer>(`/api/v1/${path}`, { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: '{}' });
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

/** The one place where an answer is taken to be what the contract says: the server validates what it sends. */
async function reach<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const isRead = init.method === undefined;
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: { 'accept-language': document.documentElement.lang, ...init.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError('the server could not be reached', null, isRead);
  }
  if (response.ok) return (await response.json()) as Answer;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem ? ((await response.json()) as Problem) : null;
  throw new ProblemError(problem?.detail ?? `the server answered ${response.status}`, problem, isRead, response.status);
}
