import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { ChangeMessage, District } from '@westgate/contract';
import { useEffect, useState } from 'react';
import { letGo } from '../scope/let-go.ts';
import { API_KEY, keptOf } from './ask.ts';
import { openFeed } from './change-feed.ts';
import { oldestAnswer } from './client.ts';
import { stands } from './rests.ts';
import { askRunsAgain, hearRun } from './run-news.ts';

/** Whether the changes of the district are heard, the last of them, and the number of the last deed; 0 before it is known. */
export interface Live {
  readonly isOpen: boolean;
  readonly last: ChangeMessage | null;
  readonly seq: number;
}

/**
 * Hears the changes of the district and asks again for what is shown and rests on what a deed touched, at once or when it is seen again. When it begins to hear them, or does so
 * again, it asks for everything where something may have been missed: a deed done since the last that was heard, or since the oldest answer shown.
 */
export function useChanges(): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>({ isOpen: true, last: null, seq: 0 });
  useEffect(() => {
    let known: number | null = null;
    let wasBroken = false;
    return openFeed((heard) => {
      if (heard.is === 'broken') {
        wasBroken = true;
        setLive((before) => ({ ...before, isOpen: false }));
        return;
      }
      if (heard.is === 'run') {
        letGo(() => hearRun(client, heard.data));
        return;
      }
      // How far a run is stands in no deed. That the stream stands is told again and again.
      const isNews = heard.is === 'begin' ? wasBroken || known === null : heard.is !== 'change';
      if (isNews) letGo(() => askRunsAgain(client));
      const isMissed = heard.is !== 'begin' || wasBroken || heard.id > (known ?? oldestAnswer());
      const change = heard.is === 'change' ? parseChange(heard.data) : null;
      setLive((before) =>
        before.isOpen && change === null && before.seq === heard.id ? before : { isOpen: true, last: change ?? before.last, seq: heard.id },
      );
      const isNext = change !== null && known !== null && heard.id === known + 1;
      if (isMissed) letGo(() => askAgain(client, isNext ? change : null));
      else if (heard.is === 'begin' && !isInMode(client, heard.mode))
        letGo(() => client.invalidateQueries({ queryKey: keptOf('district') }));
      known = heard.id;
      wasBroken = false;
    });
  }, [client]);
  return live;
}

/** Whether what is shown says rightly if anything can be recorded: that may have changed after it was asked for and before anything was heard. */
function isInMode(client: QueryClient, mode: string | null): boolean {
  const held = client.getQueriesData<{ readonly answer: District }>({ queryKey: keptOf('district') });
  return held.every(([, each]) => each === undefined || each.answer.mode === mode);
}

/** Asks again for what does not stand after a change, for everything where it is not known which. A window that nobody sees asks when it is seen again. */
async function askAgain(client: QueryClient, change: ChangeMessage | null): Promise<void> {
  const which = { queryKey: [API_KEY], predicate: (query: Query) => change === null || !stands(query, change) };
  if (document.visibilityState !== 'hidden') return client.invalidateQueries(which);
  const isAgain = (query: Query): boolean => query.state.data !== undefined && query.state.fetchStatus === 'fetching';
  await client.cancelQueries({ queryKey: [API_KEY], predicate: isAgain });
  await client.invalidateQueries({ ...which, refetchType: 'none' });
}

function parseChange(data: string): ChangeMessage {
  return JSON.parse(data) as ChangeMessage;
}
