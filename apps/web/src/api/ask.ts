import { keepPreviousData, type QueryKey, type UseQueryResult, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { Page } from '@westgate/contract';
import { useMemo } from 'react';
import { letGo } from '../parts/let-go.ts';
import { askApi, type Params } from './client.ts';

/** First part of the key of every question to the API: a change makes all of them stale. */
export const API_KEY = 'api';

const LARGEST_PAGE = 500;

/**
 * A question to the API, kept in the cache under its path and parameters. While the same path is asked for another day, the answer
 * before stays in view.
 */
export function useAsk<Answer>(path: string, params: Params = {}, isWanted = true): UseQueryResult<Answer> {
  return useKept<Answer>([API_KEY, path, params], (signal) => askApi<Answer>(path, params, signal), isWanted);
}

/** A whole list, asked page by page. */
export function useAskAll<Item>(path: string, params: Params = {}, isWanted = true): UseQueryResult<readonly Item[]> {
  return useKept<readonly Item[]>([API_KEY, `${path} all`, params], (signal) => askPages<Item>(path, params, signal), isWanted);
}

/** An answer that comes page by page, asked to its end and joined into one. */
export function useAskWhole<Answer extends { readonly next: string | null }>(
  path: string,
  params: Params,
  join: (before: Answer, page: Answer) => Answer,
): UseQueryResult<Answer> {
  const reach = async (signal: AbortSignal): Promise<Answer> => {
    let whole = await askApi<Answer>(path, params, signal);
    while (whole.next !== null) whole = join(whole, await askApi<Answer>(path, { ...params, after: whole.next }, signal));
    return whole;
  };
  return useKept<Answer>([API_KEY, path, params], reach, true);
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
export function useAskPages<Item>(path: string, params: Params, isWanted: boolean): Pages<Item> {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: [API_KEY, `${path} pages`, params],
    queryFn: ({ pageParam, signal }) => askApi<Page<Item>>(path, { ...params, after: pageParam ?? undefined }, signal),
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

const firstPage: string | null = null;

/** Several questions at once; gives the answers that are here. */
export function useAskEach<Answer>(paths: readonly string[], params: Params = {}): readonly Answer[] {
  const answers = useQueries({
    queries: paths.map((path) => ({
      queryKey: [API_KEY, path, params],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({ answer: await askApi<Answer>(path, params, signal) }),
    })),
  });
  return answers.flatMap(({ data }) => (data ? [data.answer] : []));
}

/** Held in a box, since a query's answer may itself be a function as far as the types know. */
function useKept<Answer>(key: QueryKey, reach: (signal: AbortSignal) => Promise<Answer>, isWanted: boolean): UseQueryResult<Answer> {
  const [, path] = key;
  return useQuery<{ readonly answer: Answer }, Error, Answer>({
    queryKey: key,
    queryFn: async ({ signal }) => ({ answer: await reach(signal) }),
    select: answerOf<Answer>,
    placeholderData: (before, query) => (query?.queryKey[1] === path ? before : undefined),
    enabled: isWanted,
  });
}

function answerOf<Answer>({ answer }: { readonly answer: Answer }): Answer {
  return answer;
}

async function askPages<Item>(path: string, params: Params, signal: AbortSignal): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page: Page<Item> = await askApi<Page<Item>>(path, { ...params, limit: LARGEST_PAGE, after }, signal);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}
