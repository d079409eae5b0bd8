/** Positions of an old and a new sentence that are one. */
export interface Match {
  readonly old: number;
  readonly fresh: number;
}

/** How far around two sentences of equal text their neighbours are compared. */
const REACH = 3;
/** What an equal neighbour counts; one further away counts half of it, and half again. */
const NEXT_NEIGHBOUR = 4;

/**
 * Pairs sentences of equal text (`old` and `fresh` are normal texts in order). A text that stands once on each side is paired wherever
 * it stands. One that stands several times is paired by its neighbours: first those that fit each other better than any other, then, where
 * as many are left on both sides, the rest in order as long as no pair crosses another. What the neighbours leave open stays unpaired.
 */
export function matchEqual(old: readonly string[], fresh: readonly string[]): readonly Match[] {
  const [oldSpots, freshSpots] = [spotsOf(old), spotsOf(fresh)];
  const matches: Match[] = [];
  for (const [text, olds] of oldSpots) {
    const news = freshSpots.get(text) ?? [];
    const [only, onlyNew] = [olds[0], news[0]];
    if (only === undefined || onlyNew === undefined) continue;
    if (olds.length === 1 && news.length === 1) matches.push({ old: only, fresh: onlyNew });
    else matches.push(...matchRepeated(olds, news, (a, b) => agreement(old, a, fresh, b)));
  }
  return matches;
}

function spotsOf(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const spots = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    const known = spots.get(text);
    if (known) known.push(index);
    else spots.set(text, [index]);
  }
  return spots;
}

function matchRepeated(olds: readonly number[], news: readonly number[], fit: (old: number, fresh: number) => number): readonly Match[] {
  const grid = olds.map((old) => news.map((fresh) => fit(old, fresh)));
  const columns = news.map((_, column) => grid.map((row) => row[column] ?? 0));
  const matches: Match[] = [];
  for (const [row, fits] of grid.entries()) {
    const column = onlyBest(fits);
    if (column !== null && onlyBest(columns[column] ?? []) === row) matches.push({ old: olds[row] ?? 0, fresh: news[column] ?? 0 });
  }
  const [oldDone, newDone] = [new Set(matches.map(({ old }) => old)), new Set(matches.map(({ fresh }) => fresh))];
  const oldLeft = olds.filter((index) => !oldDone.has(index));
  const newLeft = news.filter((index) => !newDone.has(index));
  if (oldLeft.length !== newLeft.length) return matches;
  const rest = oldLeft.map((old, index) => ({ old, fresh: newLeft[index] ?? 0 }));
  const isStraight = rest.every((one) => matches.every((other) => one.old < other.old === one.fresh < other.fresh));
  return isStraight ? [...matches, ...rest] : matches;
}

/** Where the one greatest value stands, when it is that of a next neighbour at least and twice any other; else null. */
function onlyBest(values: readonly number[]): number | null {
  const best = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const at = values.indexOf(best);
  if (best < NEXT_NEIGHBOUR) return null;
  return values.every((value, index) => index === at || 2 * value <= best) ? at : null;
}

/** How well the neighbours agree: each equal one counts, the nearer the more; the ends of a text count as neighbours. */
function agreement(old: readonly string[], a: number, fresh: readonly string[], b: number): number {
  let sum = 0;
  for (const side of [-1, 1]) {
    for (let step = 1; step <= REACH; step += 1) {
      const [one, other] = [a + side * step, b + side * step];
      if (old[one] === fresh[other]) sum += NEXT_NEIGHBOUR / 2 ** (step - 1);
      if (old[one] === undefined || fresh[other] === undefined) break;
    }
  }
  return sum;
}
