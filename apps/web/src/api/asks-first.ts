import type { QueryClient } from '@tanstack/react-query';
import type { ReadName, Session } from '@westgate/contract';
import type { ViewSearch } from '../scope/view-search.ts';
import { type ContinuedName, questionInParts, questionTo } from './ask.ts';
import type { Question } from './client.ts';

/** What a screen asks first, of the view in the address and for who is signed in, where it may be asked before the screen is drawn; null for nothing. Its code gives it as `asksFirst`. */
export type AsksFirst = (view: ViewSearch, me: Session['person']) => First | null;

export type First =
  | { readonly name: ReadName; readonly asked: Question; readonly isInParts?: false }
  /** The first part of an answer that comes page by page. */
  | { readonly name: ContinuedName; readonly asked: Question; readonly isInParts: true };

/** How long the first drawing waits for what the screen asks first: with it, all is laid out once. */
const WAITED_MS = 300;

/** Asks what the screen of that code asks first, so that it is here when the screen is drawn. A plan is not asked for before the district tells of its plans. */
export async function askOfScreen(client: QueryClient, code: object | undefined, view: ViewSearch, me: Session['person']): Promise<void> {
  if (!hasFirst(code) || view.plan !== undefined) return;
  const first = code.asksFirst(view, me);
  if (first === null) return;
  const asking = first.isInParts
    ? client.prefetchInfiniteQuery(questionInParts(first.name, first.asked))
    : client.prefetchQuery(questionTo(first.name, first.asked));
  await Promise.race([asking, new Promise((late) => setTimeout(late, WAITED_MS))]);
}

function hasFirst(code: object | undefined): code is { readonly asksFirst: AsksFirst } {
  return code !== undefined && 'asksFirst' in code;
}
