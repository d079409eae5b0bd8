import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { questionTo } from './api/ask.ts';
import { askOfScreen } from './api/asks-first.ts';
import { forgetFirst } from './api/first-answers.ts';
import { isLetIn } from './api/let-in.ts';
import { SESSION_QUESTION } from './api/people.ts';
import { makeQueryClient } from './api/query-client.ts';
import { bringFirstLetters, bringLetters } from './letters/letters.ts';
import { catalogueIn } from './messages/words.ts';
import { router } from './routes.ts';
import { firstView } from './scope/first-view.ts';
import { parseSearchText, readSearch } from './scope/view-search.ts';
import { codeAt } from './screen-code.ts';

/** What a screen is made of is awaited so long before it is drawn: longer, and it says itself what it waits for. */
const MOST_MS = 1_000;

/** Draws the screen, once where all that it stands on came in time. */
export async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no element #root');
  bringLetters();
  const client = makeQueryClient();
  // Nobody follows the address before the screen is drawn.
  const end = router.history.subscribe(() => router.load());
  const ready = Promise.allSettled([router.load(), catalogueIn(firstView().language), holdFirst(client), bringFirstLetters()]);
  ready.then(forgetFirst, forgetFirst);
  await Promise.race([ready, new Promise((late) => setTimeout(late, MOST_MS))]);
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
  setTimeout(end);
}

/** Who is signed in, and where they are let in the district for the frame to hold, and what the screen asks first. */
async function holdFirst(client: ReturnType<typeof makeQueryClient>): Promise<void> {
  const { asOf, language } = firstView();
  const session = await client.fetchQuery(SESSION_QUESTION);
  if (!isLetIn(session)) return;
  const view = readSearch(parseSearchText(location.search));
  const ofScreen = codeAt(location.pathname).then((code) => askOfScreen(client, code, { view, me: session.person, language }));
  await Promise.all([client.prefetchQuery(questionTo('district', { query: { asOf } })), ofScreen]);
}
