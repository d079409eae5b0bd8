/** So often a thread looks before it sleeps: long looking takes the core from others. */
const LOOKS = 2_000;

/** Waits until a word has a value that is asked for. */
export function waitFor(words: Int32Array, index: number, isIt: (value: number) => boolean): void {
  for (let look = 0; ; look++) {
    const value = Atomics.load(words, index);
    if (isIt(value)) return;
    if (look >= LOOKS) Atomics.wait(words, index, value);
  }
}
