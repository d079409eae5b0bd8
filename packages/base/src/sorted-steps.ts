/** Values that are put in order, or taken from two such runs, at a step. */
const RUN = 512;

/** `values` in the order of `compare`, those it does not tell apart as they stand; a part at each step, for whoever gives others their turn between. */
export function* sortedSteps<V extends object>(values: readonly V[], compare: (a: V, b: V) => number): Generator<undefined, readonly V[]> {
  let runs: (readonly V[])[] = [];
  for (let from = 0; from < values.length; from += RUN) {
    runs.push(values.slice(from, from + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly V[])[] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* mergedSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedSteps<V extends object>(
  left: readonly V[],
  right: readonly V[],
  compare: (a: V, b: V) => number,
): Generator<undefined, readonly V[]> {
  const merged: V[] = [];
  let [ofLeft, ofRight] = [0, 0];
  for (;;) {
    const [a, b] = [left[ofLeft], right[ofRight]];
    if (a === undefined || b === undefined) return merged.concat(left.slice(ofLeft), right.slice(ofRight));
    const isRight = compare(a, b) > 0;
    merged.push(isRight ? b : a);
    if (isRight) ofRight += 1;
    else ofLeft += 1;
    if (merged.length % RUN === 0) yield;
  }
}
