import { createHash } from 'node:crypto';
import { compareTexts, type OldSentence, type TextComparison } from '@westgate/domain';
import { runInWorker } from '../jobs/run-in-worker.ts';
import type { TextPair } from './text-pair.ts';

/** Pairs of sentences that are compared where they are asked for: some milliseconds. */
const FEW_PAIRS = 2_500;
/** Comparisons that are kept: a text is looked at and then stored, and a plan that follows another is two. */
const KEPT = 8;
/** Texts that a writer sees change under its hands so often are refused with the last reason. */
const ATTEMPTS = 5;
const LIMITS = { wallMs: 30_000, memoryMb: 1_200, isLong: true } as const;

const kept = new Map<string, TextComparison>();

/** Two texts that must be compared in a worker before what needs it can be done; see {@link withComparisons}. */
class NotCompared extends Error {
  readonly pair: TextPair;

  constructor(pair: TextPair) {
    super('invariant broken: these texts are compared within withComparisons');
    this.pair = pair;
  }
}

/** What became of each sentence of an old text in a new one. Long texts are compared only within {@link withComparisons}. */
export function comparedTexts(old: readonly OldSentence[], fresh: readonly string[]): TextComparison {
  if (old.length * fresh.length <= FEW_PAIRS) return compareTexts(old, fresh);
  const pair = { old, fresh };
  const found = kept.get(keyOf(pair));
  if (found) return found;
  throw new NotCompared(pair);
}

/**
 * Does `work`, which may compare long texts: it is ended where it needs such a comparison, which is made in a worker, and done again. `work`
 * must have changed nothing until then. Throws `WG_TOO_HARD` where the texts take too long to compare.
 */
export async function withComparisons<T>(work: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotCompared) || attempt === ATTEMPTS) throw error;
      keep(keyOf(error.pair), await runInWorker('compare-texts', error.pair, LIMITS));
    }
  }
}

function keep(key: string, comparison: TextComparison): void {
  kept.set(key, comparison);
  const [first] = kept.keys();
  if (kept.size > KEPT && first !== undefined) kept.delete(first);
}

function keyOf({ old, fresh }: TextPair): string {
  const hash = createHash('sha256');
  for (const { id, revision, text } of old) hash.update(JSON.stringify([id, revision, text]));
  hash.update('\n');
  for (const text of fresh) hash.update(JSON.stringify(text));
  return hash.digest('base64');
}
