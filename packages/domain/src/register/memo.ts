import { noteReads, Reads, readInto, readIntoSteps } from './reads.ts';
import type { Register } from './register.ts';

/** What was worked out of something, and what was looked at for it. */
interface Held<Built> {
  readonly value: Built;
  readonly reads: Reads;
}

/**
 * `build`, run once for each thing it is given and remembered as long as that lives; it must never be changed in place. Whoever is given what was built before is
 * noted to have looked at what it was built from.
 */
export function memo<From extends object, Built>(build: (from: From) => Built): (from: From) => Built {
  const built = new WeakMap<From, Held<Built>>();
  return (from) => {
    const held = built.get(from);
    if (held) {
      noteReads(held.reads);
      return held.value;
    }
    const reads = new Reads();
    const value = readInto(reads, () => build(from));
    built.set(from, { value, reads });
    return value;
  };
}

/** The same of what is built step by step, for whoever gives others their turn between. */
export function steppedMemo<From extends object, Built>(
  build: (from: From) => Generator<undefined, Built>,
): (from: From) => Generator<undefined, Built> {
  const built = new WeakMap<From, Held<Built>>();
  return function* (from) {
    const held = built.get(from);
    if (held) {
      noteReads(held.reads);
      return held.value;
    }
    const reads = new Reads();
    const value = yield* readIntoSteps(reads, build(from));
    built.set(from, { value, reads });
    return value;
  };
}

/**
 * `build`, run once per register and remembered as long as the register lives. Registers are never changed in place, so what is built
 * from one stays true of it.
 */
export function registerMemo<Built>(build: (register: Register) => Built): (register: Register) => Built {
  return memo(build);
}
