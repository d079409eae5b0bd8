import { AsyncLocalStorage } from 'node:async_hooks';
import { followWork, type Reads } from '@westgate/domain';

/** What is looked at is noted for the request that it is looked at for, however many are answered in turns. */
export function followRequests(): void {
  const noted = new AsyncLocalStorage<Reads | null>();
  followWork({ now: () => noted.getStore() ?? null, during: (reads, work) => noted.run(reads, work) });
}
