/** One old and one new sentence that could be one, and what it would be worth: above 0. */
export interface Edge {
  readonly old: number;
  readonly fresh: number;
  readonly value: number;
}

/** What a sentence must bid above the second best: the sum is within this times the number of sentences of the best there is. */
const STEP = 1e-4;

/**
 * The assignment of old to new sentences, each used once at most, whose values have the greatest sum (within 0.0001 a sentence). An
 * auction: each old sentence bids for the new one that is worth most to it above its price, until nobody is outbid.
 */
export function assignBest(edges: readonly Edge[]): readonly Edge[] {
  const choices = new Map<number, Edge[]>();
  for (const edge of edges) {
    const known = choices.get(edge.old);
    if (known) known.push(edge);
    else choices.set(edge.old, [edge]);
  }
  const prices = new Map<number, number>();
  const held = new Map<number, Edge>();
  const waiting = [...choices.keys()];
  for (let old = waiting.pop(); old !== undefined; old = waiting.pop()) {
    const bid = bestBid(choices.get(old) ?? [], prices);
    if (bid === null) continue;
    const outbid = held.get(bid.edge.fresh);
    if (outbid) waiting.push(outbid.old);
    held.set(bid.edge.fresh, bid.edge);
    prices.set(bid.edge.fresh, bid.price);
  }
  return [...held.values()].sort((a, b) => a.old - b.old);
}

/** The edge that is worth most above its price, and the price at which the next best (or staying alone, worth 0) would be as good. */
function bestBid(choices: readonly Edge[], prices: ReadonlyMap<number, number>): { readonly edge: Edge; readonly price: number } | null {
  let best: Edge | null = null;
  let [gain, second] = [0, 0];
  for (const edge of choices) {
    const own = edge.value - (prices.get(edge.fresh) ?? 0);
    if (own > gain) [best, gain, second] = [edge, own, gain];
    else if (own > second) second = own;
  }
  if (best === null) return null;
  return { edge: best, price: (prices.get(best.fresh) ?? 0) + gain - second + STEP };
}
