import { keepPreviousData, type QueryKey, type UseQueryResult, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { AnswerOf, ReadName } from '@westgate/contract';
import { useMemo } from 'react';
import { letGo } from '../scope/let-go.ts';
import { type Asked, type AskedLast, askAny, askPage, type ItemOf, type ListName, type Paged, pathAt, type Question } from './client.ts';
import { partAsked, wholeAsked } from './rests.ts';

/** First part of the key of every question to the API: a change makes all of them stale. */
export const API_KEY = 'api';

const LARGEST_PAGE = 500;

/**
 * A question to the API, kept in the cache under its path and parameters. While the same path is asked for another day, the answer
 * before stays in view.
 */
export function useAsk<N extends ReadName>(
  name: N,
  ...[asked, isWanted = true]: AskedLast<N, [isWanted?: boolean]>
): UseQueryResult<AnswerOf<N>> {
  const question = asked ?? {};
  return useKept(keyOf(name, question), (signal) => askAny(name, question, signal), isWanted);
}

/** A question and how it is asked. Its answer is held in a box, since a query's answer may itself be a function as far as the types know. */
interface KeptQuestion<Answer> {
  readonly queryKey: QueryKey;
  readonly queryFn: (asked: { readonly signal: AbortSignal }) => Promise<{ readonly answer: Answer }>;
}

/** The same question for whoever asks before there is a screen. */
export function questionTo<N extends ReadName>(name: N, asked: Question): KeptQuestion<AnswerOf<N>> {
  return keptQuestion(keyOf(name, asked), (signal) => askAny(name, asked, signal));
}

/** A whole list, asked page by page. */
export function useAskAll<N extends ListName>(
  name: N,
  ...[asked, isWanted = true]: AskedLast<N, [isWanted?: boolean]>
): UseQueryResult<readonly ItemOf<N>[]> {
  const question = asked ?? {};
  return useKept(keyOf(name, question, ' all'), (signal) => askPages(name, question, signal), isWanted);
}

/** Names of endpoints that say where the next page of their answer begins. */
export type ContinuedName = { [N in ReadName]: AnswerOf<N> extends Continued ? N : never }[ReadName];
interface Continued {
  readonly next: string | null;
}

/** An answer that comes page by page, asked to its end and joined into one. */
export function useAskWhole<N extends ContinuedName>(
  name: N,
  asked: Asked<N>,
  join: (before: AnswerOf<N>, page: AnswerOf<N>) => AnswerOf<N>,
): UseQueryResult<AnswerOf<N>> {
  const question: Question = asked;
  const reach = async (signal: AbortSignal): Promise<AnswerOf<N>> => {
    let whole: AnswerOf<N> & Continued = await askAny(name, question, signal);
    while (whole.next !== null)
      whole = join(whole, await askAny(name, { ...question, query: { ...question.query, after: whole.next } }, signal));
    return whole;
  };
  return useKept(keyOf(name, question), reach, true);
}

/** A list as far as it was asked for: the pages that are here, how many there are in all, and the next page on demand. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  /** Null until the first page is here. */
  readonly total: number | null;
  readonly hasMore: boolean;
  readonly isAsking: boolean;
  readonly askMore: () => void;
}

/** A list page by page; not asked while it is not wanted. */
export function useAskPages<N extends ListName>(name: N, asked: Asked<N>, isWanted: boolean): Pages<ItemOf<N>> {
  const question: Question = asked;
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: keyOf(name, question, ' pages'),
    queryFn: ({ pageParam, queryKey, signal }) => partAsked(queryKey, signal, askPage(name, question, pageParam, signal)),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
  const pages = data?.pages ?? [];
  return {
    items: useMemo(() => (data?.pages ?? []).flatMap((page) => page.items), [data]),
    total: pages.at(-1)?.total ?? null,
    hasMore: hasNextPage,
    isAsking: isFetching,
    askMore: () => letGo(() => fetchNextPage()),
  };
}

/** An answer that comes page by page, as far as it was asked for. */
export interface Parts<Answer> {
  /** None until the first is here. */
  readonly pages: readonly Answer[];
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isAsking: boolean;
  /** What is shown is of the question before. */
  readonly isOld: boolean;
  readonly askMore: () => void;
  readonly askAgain: () => void;
}

/** The pages of an answer that says where the next begins, one after the other on demand. While another question is asked of the same path the pages before stay. */
export function useAskParts<N extends ContinuedName>(name: N, asked: Asked<N>): Parts<AnswerOf<N>> {
  const question = partsOf(name, asked);
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } = useInfiniteQuery({
    ...question,
    placeholderData: (before, query) => (query?.queryKey[1] === question.queryKey[1] ? before : undefined),
  });
  return {
    pages: data?.pages ?? [],
    error,
    hasMore: hasNextPage,
    isAsking: isFetching,
    isOld: isPlaceholderData,
    askMore: () => letGo(() => fetchNextPage()),
    askAgain: () => letGo(() => refetch()),
  };
}

const firstPage: string | null = null;

/** The question to an answer that comes page by page, also for whoever asks its first page before there is a screen. */
export function partsOf<N extends ContinuedName>(name: N, asked: Question) {
  const queryKey = keyOf(name, asked, ' parts');
  return {
    queryKey,
    queryFn: async ({ pageParam, signal }: PageAsked): Promise<AnswerOf<N> & Continued> =>
      partAsked(queryKey, signal, askAny(name, { ...asked, query: { ...asked.query, after: pageParam ?? undefined } }, signal)),
    initialPageParam: firstPage,
    getNextPageParam: (page: Continued) => page.next,
  };
}

interface PageAsked {
  readonly pageParam: string | null;
  readonly signal: AbortSignal;
}

/** Several questions to one endpoint at once; gives the answers that are here. */
export function useAskEach<N extends ReadName>(name: N, each: readonly Asked<N>[]): readonly AnswerOf<N>[] {
  const answers = useQueries({
    queries: each.map((asked) => ({
      queryKey: keyOf(name, asked),
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({
        answer: await wholeAsked(keyOf(name, asked), signal, askAny(name, asked, signal)),
      }),
    })),
  });
  return answers.flatMap(({ data }) => (data ? [data.answer] : []));
}

/** What the answer to a question is kept under. */
function keyOf(name: ReadName, { params, query = {} }: Question, way = ''): QueryKey {
  return [API_KEY, `${pathAt(name, { params })}${way}`, query];
}

/** What is kept of an endpoint, whatever it was asked. */
export function keptOf(name: ReadName): QueryKey {
  return [API_KEY, pathAt(name)];
}

function useKept<Answer>(key: QueryKey, reach: (signal: AbortSignal) => Promise<Answer>, isWanted: boolean): UseQueryResult<Answer> {
  const [, path] = key;
  return useQuery<{ readonly answer: Answer }, Error, Answer>({
    ...keptQuestion(key, reach),
    select: answerOf<Answer>,
    placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined),
    enabled: isWanted,
  });
}

function keptQuestion<Answer>(queryKey: QueryKey, reach: (signal: AbortSignal) => Promise<Answer>): KeptQuestion<Answer> {
  return { queryKey, queryFn: async ({ signal }) => ({ answer: await wholeAsked(queryKey, signal, reach(signal)) }) };
}

function answerOf<Answer>({ answer }: { readonly answer: Answer }): Answer {
  return answer;
}

async function askPages<N extends ListName>(name: N, question: Question, signal: AbortSignal): Promise<readonly ItemOf<N>[]> {
  const items: ItemOf<N>[] = [];
  let after: string | null = null;
  do {
    const page: Paged<ItemOf<N>> = await askPage(name, { ...question, query: { ...question.query, limit: LARGEST_PAGE } }, after, signal);
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}
