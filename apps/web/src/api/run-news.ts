import type { QueryClient } from '@tanstack/react-query';
import type { RunMessage, Runs } from '@westgate/contract';
import { keptOf } from './ask.ts';

/** Takes up how far a run is: as it was told, and by asking again where it stands otherwise than before. */
export async function hearRun(client: QueryClient, data: string): Promise<void> {
  const { id, state, progress } = JSON.parse(data) as RunMessage;
  const queryKey = keptOf('runs');
  const held = client.getQueriesData<{ readonly answer: Runs }>({ queryKey });
  const isSame = held.every(([, each]) => each?.answer.items.some((run) => run.id === id && run.state === state) ?? true);
  if (!isSame) return askRunsAgain(client);
  client.setQueriesData<{ readonly answer: Runs }>({ queryKey }, (each) => {
    if (!each) return each;
    return { answer: { ...each.answer, items: each.answer.items.map((run) => (run.id === id ? { ...run, progress } : run)) } };
  });
}

/** Asks again for runs, and for what they change outside the deeds; in a window that nobody sees when it is seen again. */
export async function askRunsAgain(client: QueryClient): Promise<void> {
  const refetchType = document.visibilityState === 'hidden' ? 'none' : 'active';
  for (const name of ['runs', 'publishing'] as const) await client.invalidateQueries({ queryKey: keptOf(name), refetchType });
}
