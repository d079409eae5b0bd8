import { useQueryClient } from '@tanstack/react-query';
import type { ChangeMessage } from '@westgate/contract';
import { useEffect, useState } from 'react';
import { letGo } from '../scope/let-go.ts';
import { API_KEY } from './ask.ts';
import { addressOf, oldestAnswer } from './client.ts';

/** Whether the stream of changes is open, and the last change it told of. */
export interface Live {
  readonly isOpen: boolean;
  readonly last: ChangeMessage | null;
}

const RETRY_MS = 1000;

/**
 * Listens to the changes of the district and asks again for everything shown, at once; when it begins to, where something shown was answered before the last
 * of them. When the stream breaks it is opened again each second, and everything is asked again, for changes may have been missed.
 */
export function useChanges(): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>({ isOpen: true, last: null });
  useEffect(() => {
    const askAgain = (): void => letGo(() => client.invalidateQueries({ queryKey: [API_KEY] }));
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasBroken = false;
    const open = (): void => {
      source = new EventSource(addressOf('changes'));
      source.addEventListener('open', () => setLive((before) => ({ ...before, isOpen: true })));
      source.addEventListener('message', (event) => {
        setLive({ isOpen: true, last: parseChange(event) });
        askAgain();
      });
      source.addEventListener('begin', ({ lastEventId }) => {
        if (wasBroken || Number(lastEventId) > oldestAnswer()) askAgain();
        wasBroken = false;
      });
      source.addEventListener('reset', askAgain);
      source.addEventListener('status', askAgain);
      source.addEventListener('error', () => {
        wasBroken = true;
        setLive((before) => ({ ...before, isOpen: false }));
        source?.close();
        clearTimeout(timer);
        timer = setTimeout(open, RETRY_MS);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [client]);
  return live;
}

function parseChange(event: MessageEvent<string>): ChangeMessage {
  return JSON.parse(event.data) as ChangeMessage;
}
