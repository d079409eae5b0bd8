import { setFlagsFromString } from 'node:v8';

/**
 * By how much of what is in use the heap may grow until what is not is let go. By itself it grows to several times of it before that, and a process
 * that has nothing to do keeps it: half of the memory of a large district was of records that were no more.
 */
const GROWTH_PERCENT = 30;

/** Lets go of memory sooner, from now on; costs some processor while much is changed. */
export function letGoSooner(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}

/**
 * What a process that serves is started with: each of its threads takes memory from the same two stocks of the C library instead of one of its own,
 * which nothing would come back from. Said otherwise by whoever starts it, that holds.
 */
export const MEMORY_ENV = { MALLOC_ARENA_MAX: '2' } as const;
