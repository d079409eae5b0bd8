import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { ChangeMessage } from '@westgate/contract';
import { useEffect, useState } from 'react';
import { letGo } from '../scope/let-go.ts';
import { API_KEY } from './ask.ts';
import { openFeed } from './change-feed.ts';
import { oldestAnswer } from './client.ts';
import { askRunsAgain, hearRun } from './run-news.ts';

/** Whether the changes of the district are heard, and the last of them. */
export interface Live {
  readonly isOpen: boolean;
  readonly last: ChangeMessage | null;
}

/**
 * Hears the changes of the district and asks again for everything shown, at once or when it is seen again. When it begins to hear them, or does so again, it asks where something
 * may have been missed: a deed done since the last that was heard, or since the oldest answer shown.
 */
export function useChanges(): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>({ isOpen: true, last: null });
  useEffect(() => {
    let known: number | null = null;
    let wasBroken = false;
    return openFeed((heard) => {
      if (heard.is === 'broken') {
        wasBroken = true;
        setLive(({ last }) => ({ isOpen: false, last }));
        return;
      }
      if (heard.is === 'run') {
        letGo(() => hearRun(client, heard.data));
        return;
      }
      // How far a run is stands in no deed.
      if (heard.is !== 'change') letGo(() => askRunsAgain(client));
      const isMissed = heard.is !== 'begin' || wasBroken || heard.id > (known ?? oldestAnswer());
      if (heard.is === 'change') setLive({ isOpen: true, last: parseChange(heard.data) });
      else setLive((before) => (before.isOpen ? before : { isOpen: true, last: before.last }));
      // A window that nobody sees asks when it is seen again.
      if (isMissed)
        letGo(() => (document.visibilityState === 'hidden' ? makeStale(client) : client.invalidateQueries({ queryKey: [API_KEY] })));
      known = heard.id;
      wasBroken = false;
    });
  }, [client]);
  return live;
}

/** Makes what is shown stale, also what is being asked again. */
async function makeStale(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: [API_KEY], fetchStatus: 'fetching', predicate: ({ state }) => state.data !== undefined });
  await client.invalidateQueries({ queryKey: [API_KEY], refetchType: 'none' });
}

function parseChange(data: string): ChangeMessage {
  return JSON.parse(data) as ChangeMessage;
}
