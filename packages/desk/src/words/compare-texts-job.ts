import type { OldSentence } from '@westgate/domain';

/** Two texts to compare, sentence by sentence. */
export interface TextPair {
  readonly old: readonly OldSentence[];
  readonly fresh: readonly string[];
}
