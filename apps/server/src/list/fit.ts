/** Bytes of the records of one answer: with all that stands around them it stays below 1 MB. */
const ANSWER_BYTES = 900_000;

/** The first records, made one by one, as many as fit in one answer; at least one. What makes none ends the list. */
export function firstThatFit<From, Shown>(from: readonly From[], show: (from: From) => Shown | null): Shown[] {
  const shown: Shown[] = [];
  let bytes = 0;
  for (const each of from) {
    const made = show(each);
    if (made === null) break;
    bytes += Buffer.byteLength(JSON.stringify(made)) + 1;
    if (bytes > ANSWER_BYTES && shown.length > 0) break;
    shown.push(made);
  }
  return shown;
}
