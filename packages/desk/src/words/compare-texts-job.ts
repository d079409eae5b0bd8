import { compareTexts, type OldSentence, type TextComparison } from '@westgate/domain';

/** Two texts to compare, sentence by sentence. */
export interface TextPair {
  readonly old: readonly OldSentence[];
  readonly fresh: readonly string[];
}

/** The job that compares two texts. */
export const jobs = { 'compare-texts': ({ old, fresh }: TextPair): TextComparison => compareTexts(old, fresh) } as const;
