import './styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionQuestion } from './api/people.ts';
import { makeQueryClient } from './api/query-client.ts';
import { bringLetters } from './letters/letters.ts';
import { catalogueIn } from './messages/words.ts';
import { router } from './routes.ts';
import { letGo } from './scope/let-go.ts';
import { languageAtStart } from './scope/use-view.ts';

bringLetters();

const client = makeQueryClient();
// What every screen waits for is on its way before the first is drawn.
letGo(() => catalogueIn(languageAtStart()));
letGo(() => client.prefetchQuery(sessionQuestion));

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element #root');
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
