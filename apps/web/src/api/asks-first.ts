import type { QueryClient } from '@tanstack/react-query';
import type { ReadName, Session } from '@westgate/contract';
import type { ViewSearch } from '../scope/view-search.ts';
import { questionTo } from './ask.ts';
import type { Question } from './client.ts';

/** What a screen asks first, of the view in the address and for who is signed in, where it may be asked before the screen is drawn. Its code gives it as `asksFirst`. */
export type AsksFirst = (view: ViewSearch, me: Session['person']) => { readonly name: ReadName; readonly asked: Question };

/** How long the first drawing waits for what the screen asks first: with it, all is laid out once. */
const WAITED_MS = 300;

/** Asks what the screen of that code asks first, so that it is here when the screen is drawn. A plan is not asked for before the district tells of its plans. */
export async function askOfScreen(client: QueryClient, code: object | undefined, view: ViewSearch, me: Session['person']): Promise<void> {
  if (!hasFirst(code) || view.plan !== undefined) return;
  const { name, asked } = code.asksFirst(view, me);
  await Promise.race([client.prefetchQuery(questionTo(name, asked)), new Promise((late) => setTimeout(late, WAITED_MS))]);
}

function hasFirst(code: object | undefined): code is { readonly asksFirst: AsksFirst } {
  return code !== undefined && 'asksFirst' in code;
}
