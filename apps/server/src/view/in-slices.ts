import { setImmediate as turn } from 'node:timers/promises';

/** Milliseconds that work on the loop goes on before others get their turn. */
const SLICE_MS = 8;

/**
 * What `steps` makes, slice by slice: whoever else waits for the loop gets a turn after each. One step is not divided: it should take a few
 * milliseconds at most. Returns what `steps` returns.
 */
async function* inSlices<Made, Result>(steps: Iterator<Made, Result>): AsyncGenerator<readonly Made[], Result> {
  let made: Made[] = [];
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      if (made.length > 0) yield made;
      return step.value;
    }
    made.push(step.value);
    if (performance.now() < until) continue;
    yield made;
    made = [];
    await turn();
    until = performance.now() + SLICE_MS;
  }
}

/** A text made piece by piece, in slices. */
export async function* textInSlices(pieces: Iterator<string, void>): AsyncGenerator<string> {
  for await (const some of inSlices(pieces)) yield some.join('');
}

/** What `steps` returns, gone through in slices. */
export async function resultInSlices<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  const slices = inSlices(steps);
  for (;;) {
    const slice = await slices.next();
    if (slice.done) return slice.value;
  }
}
