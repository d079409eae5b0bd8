import { createHash } from 'node:crypto';
import { compareTexts, type OldSentence, type TextComparison } from '@westgate/domain';
import { jobRunner } from '../jobs/job-runner.ts';
import { WorkNeeded } from '../jobs/work-needed.ts';
import type { jobs, TextPair } from './compare-texts-job.ts';

const run = jobRunner<typeof jobs>(new URL('./compare-texts-job.js', import.meta.url));
/** Pairs of sentences that are compared where they are asked for: some milliseconds. */
const FEW_PAIRS = 2_500;
/** Comparisons that are kept: a text is looked at and then stored, and a plan that follows another is two. */
const KEPT = 8;
const LIMITS = { wallMs: 30_000, memoryMb: 1_200, isLong: true } as const;

const kept = new Map<string, TextComparison>();

/**
 * What became of each sentence of an old text in a new one. Long texts are compared in a worker, within `withWorkers` alone; `WG_TOO_HARD` where
 * they take too long.
 */
export function comparedTexts(old: readonly OldSentence[], fresh: readonly string[]): TextComparison {
  if (old.length * fresh.length <= FEW_PAIRS) return compareTexts(old, fresh);
  const pair = { old, fresh };
  const found = kept.get(keyOf(pair));
  if (found) return found;
  throw new WorkNeeded(async () => keep(keyOf(pair), await run('compare-texts', pair, LIMITS)));
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
