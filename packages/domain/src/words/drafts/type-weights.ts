import type { Language } from '@westgate/base';

/** Weights of features for each type in the order of `VERB_CLASSES` and last for no promise at all, by language and feature, in hundredths of a nat. */
export type TypeWeights = Readonly<Record<Language, ReadonlyMap<string, readonly number[]>>>;
