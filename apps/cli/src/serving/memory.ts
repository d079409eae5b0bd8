import { setFlagsFromString } from 'node:v8';

/**
 * By how much of what is in use the heap may grow until what is not is let go. By itself it grows to several times of it before that, and a process
 * that has nothing to do keeps it: half of the memory of a large district was of records that were no more. Where much is in use less may be wasted.
 */
const GROWTH_PERCENT = { small: 30, large: 15 } as const;
const LARGE_BYTES = 300e6;

/** Lets go of memory sooner, from now on; costs some processor while much is changed. */
export function letGoSooner(): void {
  const { heapUsed } = process.memoryUsage();
  setFlagsFromString(`--heap-growing-percent=${heapUsed > LARGE_BYTES ? GROWTH_PERCENT.large : GROWTH_PERCENT.small}`);
}

/**
 * What a process that serves is started with: each of its threads takes memory from the same two stocks of the C library instead of one of its own,
 * which nothing would come back from. Said otherwise by whoever starts it, that holds.
 */
export const MEMORY_ENV = { MALLOC_ARENA_MAX: '2' } as const;
