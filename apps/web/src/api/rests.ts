import { hashKey, type Query, type QueryCache, type QueryKey } from '@tanstack/react-query';
import type { ChangeMessage } from '@westgate/contract';

/** What an answer rests on: tables of the district, and single rows of others, as far as they were looked at on one day. */
interface Rest {
  readonly day: string;
  readonly tables: ReadonlySet<string>;
  /** Each `table:key`. */
  readonly rows: ReadonlySet<string>;
  /** The deed up to which the answer is known to stand. */
  readonly seq: number;
}

/** Deeds that touch these may change what anybody is answered. */
const EVERYTHING: ReadonlySet<string> = new Set(['district', 'account']);
/** An answer older than this is asked for again after any deed, whatever it rests on: what no deed tells of may have changed as well. */
const OLD_MS = 15 * 60_000;

/** Whether an answer that came at `atMs` and rests on `rest` still stands after a change. */
function stillStands(rest: Rest, atMs: number, { seq, tables, keys, today }: ChangeMessage): boolean {
  if (rest.day !== today || Date.now() - atMs > OLD_MS) return false;
  // Another process gave it that had not heard of the deed before: what that one touched was not looked at.
  if (rest.seq < seq - 1) return false;
  if (tables.length === 0 || tables.some((table) => EVERYTHING.has(table) || rest.tables.has(table))) return false;
  if (rest.rows.size === 0) return true;
  if (keys.length === 0) return [...rest.rows].every((row) => !tables.includes(row.slice(0, row.indexOf(':'))));
  return keys.every((key) => !rest.rows.has(key));
}

/** What an answer said that it rests on, by what could cut the question short. */
const said = new WeakMap<AbortSignal, Rest | null>();

/** Notes what an answer says that it rests on; of a question that is answered in parts all of them together. */
export function noteRest(signal: AbortSignal, headers: Headers): void {
  const rest = parseRest(headers.get('x-westgate-reads'), Number(headers.get('x-westgate-seq')));
  const before = said.get(signal);
  said.set(signal, before === undefined ? rest : together(before, rest));
}

/** What the answers that are kept rest on, by what they are kept under. */
const rests = new Map<string, Rest | null>();

/** What is answered to a question, of which it is noted what it rests on. */
export async function wholeAsked<Answer>(key: QueryKey, signal: AbortSignal, asking: Promise<Answer>): Promise<Answer> {
  const answer = await asking;
  rests.set(hashKey(key), said.get(signal) ?? null);
  return answer;
}

/** The same of a part of what was answered already. */
export async function partAsked<Answer>(key: QueryKey, signal: AbortSignal, asking: Promise<Answer>): Promise<Answer> {
  const answer = await asking;
  const [hash, rest] = [hashKey(key), said.get(signal) ?? null];
  const before = rests.get(hash);
  rests.set(hash, before === undefined ? rest : together(before, rest));
  return answer;
}

/** Whether what is kept of a question still stands after a change. What is being asked, was refused last or went stale before does not. */
export function stands({ queryHash, state }: Query, change: ChangeMessage): boolean {
  const isHere = state.fetchStatus === 'idle' && state.status === 'success' && !state.isInvalidated;
  const rest = rests.get(queryHash) ?? null;
  if (rest === null || !isHere || !stillStands(rest, state.dataUpdatedAt, change)) return false;
  rests.set(queryHash, { ...rest, seq: Math.max(rest.seq, change.seq) });
  return true;
}

/** Forgets what answers rest on that are kept no longer. */
export function forgetWithAnswers(cache: QueryCache): void {
  cache.subscribe(({ type, query }) => {
    if (type === 'removed') rests.delete(query.queryHash);
  });
}

/** What both rest on. */
function together(a: Rest | null, b: Rest | null): Rest | null {
  if (a === null || b === null || a.day !== b.day) return null;
  const [tables, rows] = [new Set([...a.tables, ...b.tables]), new Set([...a.rows, ...b.rows])];
  return { day: a.day, tables, rows, seq: Math.min(a.seq, b.seq) };
}

function parseRest(header: string | null, seq: number): Rest | null {
  if (header === null || header === '*') return null;
  const [day = '', ...named] = header.split(' ').map(decodeURIComponent);
  const [tables, rows] = [named.filter((name) => !name.includes(':')), named.filter((name) => name.includes(':'))];
  return { day, tables: new Set(tables), rows: new Set(rows), seq };
}
