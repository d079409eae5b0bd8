import type { QueryClient } from '@tanstack/react-query';
import type { Language } from '@westgate/base';
import type { ReadName, Session } from '@westgate/contract';
import type { ViewSearch } from '../scope/view-search.ts';
import { type ContinuedName, partsOf, questionTo } from './ask.ts';
import type { Question } from './client.ts';

/**
 * What a screen asks first, of the view in the address and for who is signed in, where it may be asked before the screen is drawn; null where this view asks
 * something else. Its code gives it as `asksFirst`.
 */
export type AsksFirst = (view: ViewSearch, me: Session['person'], language: Language) => FirstAsked | null;

/** A question whose answer comes as one, or page by page. */
type FirstAsked = { readonly name: ReadName; readonly asked: Question } | { readonly pagesOf: ContinuedName; readonly asked: Question };

/** How long the first drawing waits for what the screen asks first: with it, all is laid out once. */
const WAITED_MS = 300;

/** Asks what the screen of that code asks first, so that it is here when the screen is drawn. A plan is not asked for before the district tells of its plans. */
export async function askOfScreen(client: QueryClient, code: object | undefined, { view, me, language }: FirstDrawn): Promise<void> {
  const first = hasFirst(code) && view.plan === undefined ? code.asksFirst(view, me, language) : null;
  if (first === null) return;
  const { asked } = first;
  const answer =
    'name' in first ? client.prefetchQuery(questionTo(first.name, asked)) : client.prefetchInfiniteQuery(partsOf(first.pagesOf, asked));
  await Promise.race([answer, new Promise((late) => setTimeout(late, WAITED_MS))]);
}

/** What a screen is first drawn for. */
interface FirstDrawn {
  readonly view: ViewSearch;
  readonly me: Session['person'];
  readonly language: Language;
}

function hasFirst(code: object | undefined): code is { readonly asksFirst: AsksFirst } {
  return code !== undefined && 'asksFirst' in code;
}
