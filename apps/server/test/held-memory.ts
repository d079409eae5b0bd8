import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/**
 * Bytes that this process holds on to: the least of some looks, each after a collection. Each version of Node lets what is unreachable lie for
 * another while, and buffers are given back some turns after the collection that found them.
 */
export async function heldBytes(of: (usage: NodeJS.MemoryUsage) => number, looks = 5): Promise<number> {
  let least = Number.MAX_SAFE_INTEGER;
  for (let look = 0; look < looks; look += 1) {
    collect();
    await sleep(20);
    least = Math.min(least, of(process.memoryUsage()));
  }
  return least;
}
