import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a busy machine may take for what comes by itself. */
export const PATIENCE_MS = 60_000;
const EACH_MS = 10;

/** Waits for what comes true by itself. Fails with its words where it does not within {@link PATIENCE_MS}. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    assert.ok(performance.now() < giveUp, `it did not come true: ${isTrue}`);
    await sleep(EACH_MS);
  }
}
