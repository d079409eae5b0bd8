import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds that work on the loop goes on before others get their turn. */
const SLICE_MS = 8;

/**
 * What `steps` makes, slice by slice: whoever else waits for the loop gets a turn after each. One step is not divided: it should take a few
 * milliseconds at most. Ends with the signal's reason where `signal` is aborted.
 */
export async function* inSlices<Made>(steps: Iterable<Made>, signal?: AbortSignal): AsyncGenerator<readonly Made[]> {
  let made: Made[] = [];
  let until = performance.now() + SLICE_MS;
  for (const step of steps) {
    made.push(step);
    if (performance.now() < until) continue;
    yield made;
    made = [];
    await turn();
    signal?.throwIfAborted();
    until = performance.now() + SLICE_MS;
  }
  yield made;
}

/** A text made piece by piece, in slices. */
export async function* textInSlices(pieces: Iterable<string>): AsyncGenerator<string> {
  for await (const some of inSlices(pieces)) yield some.join('');
}

/** Goes through all `steps` in slices, for what they leave behind. */
export async function goThrough(steps: Iterable<unknown>, signal?: AbortSignal): Promise<void> {
  for await (const _some of inSlices(steps, signal));
}
