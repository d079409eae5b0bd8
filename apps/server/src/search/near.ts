import type { Stretch } from './readings.ts';

/** Letters or characters by which a word may differ: one from four letters on, two from eight. */
export function slipsAllowed(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

/** True when one word becomes the other by at most `limit` letters put in, left out, changed, or swapped with their neighbour. */
export function isNear(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let [before, last, row]: [number[], number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index), []];
  for (let i = 1; i <= a.length; i += 1) {
    row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const isSwapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return false;
    [before, last] = [last, row];
  }
  return (last[b.length] ?? 0) <= limit;
}

/** Where in `text` `words` stand with at most one character changed, missing or too many; null where they do not. Time: their product. */
export function nearIn(text: string, words: string): Stretch | null {
  let costs = Array.from({ length: words.length + 1 }, (_, index) => index);
  let starts = costs.map(() => 0);
  let best: (Stretch & { readonly cost: number }) | null = null;
  for (let end = 1; end <= text.length; end += 1) {
    const nextCosts = [0];
    const nextStarts = [end];
    for (let j = 1; j <= words.length; j += 1) {
      const change = (costs[j - 1] ?? 0) + (text.charCodeAt(end - 1) === words.charCodeAt(j - 1) ? 0 : 1);
      const more = (costs[j] ?? 0) + 1;
      const less = (nextCosts[j - 1] ?? 0) + 1;
      const cost = Math.min(change, more, less);
      nextCosts.push(cost);
      nextStarts.push((cost === change ? starts[j - 1] : cost === more ? starts[j] : nextStarts[j - 1]) ?? 0);
    }
    [costs, starts] = [nextCosts, nextStarts];
    const cost = costs[words.length] ?? words.length;
    const start = starts[words.length] ?? 0;
    if (cost <= 1 && end > start && (best === null || cost < best.cost)) best = { start, end, cost };
  }
  return best && { start: best.start, end: best.end };
}
