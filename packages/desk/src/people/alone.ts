import { setTimeout as sleep } from 'node:timers/promises';
import { WestgateError } from '@westgate/base';
import type { Access } from '@westgate/store';
import { hashOf, newSecret } from './secret.ts';

const KIND = 'alone';
/** Longer than any work that is done alone; a process that was ended in the middle keeps others out no longer. */
const LONGEST_MS = 60_000;
const TRIES = 40;
const STEP_MS = 50;

/**
 * What `work` gives, while no process does such work for the same thing: a name to sign in with is given to one. By the clock of the machine, as that of
 * an office may be played. Throws `WG_DATABASE_BUSY` where it is not free for two seconds.
 */
export async function alone<T>(access: Access, thing: string, work: () => Promise<T>): Promise<T> {
  const [key, held] = [hashOf(thing), newSecret()];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const nowMs = Date.now();
    if (await access.putShortLived({ kind: KIND, key, owner: '', held, untilMs: nowMs + LONGEST_MS }, nowMs)) {
      try {
        return await work();
      } finally {
        // Its own alone: where the work took too long another may do it by now.
        await access.takeShortLived(KIND, key, nowMs, held);
      }
    }
    await sleep(STEP_MS);
  }
  throw new WestgateError('WG_DATABASE_BUSY', {
    zh: '他人正在进行同样的操作，请再试',
    en: 'someone else does the same at this moment; try again',
  });
}
