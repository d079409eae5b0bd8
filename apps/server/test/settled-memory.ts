import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** The memory of this process once what is unreachable is gone: each version of Node lets that lie for another while. */
export function settledMemory(): NodeJS.MemoryUsage {
  collect();
  return process.memoryUsage();
}
