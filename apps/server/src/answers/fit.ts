/** Bytes of the records of one answer: with all that stands around them it stays below 1 MB. */
export const ANSWER_BYTES = 900_000;

/** The first records, made one by one, as many as fit in one answer, or in `most` bytes; at least one. What makes none ends the list. */
export function firstThatFit<From, Shown>(from: readonly From[], show: (from: From) => Shown | null, most: number = ANSWER_BYTES): Shown[] {
  const shown: Shown[] = [];
  let bytes = 0;
  for (const each of from) {
    const made = show(each);
    if (made === null) break;
    bytes += Buffer.byteLength(JSON.stringify(made)) + 1;
    if (bytes > most && shown.length > 0) break;
    shown.push(made);
  }
  return shown;
}

/**
 * How many bytes each of several lists in one answer may have, so that all of them together have `most`: short lists stand whole, the long ones
 * share alike what these leave.
 */
export function bytesForEach(lists: readonly (readonly unknown[])[], most: number = ANSWER_BYTES): number {
  const sizes = lists.map(bytesOf).sort((a, b) => a - b);
  let left = most;
  for (const [at, size] of sizes.entries()) {
    const share = left / (sizes.length - at);
    if (size > share) return share;
    left -= size;
  }
  return most;
}

function bytesOf(list: readonly unknown[]): number {
  return list.reduce<number>((sum, each) => sum + Buffer.byteLength(JSON.stringify(each)) + 1, 0);
}
