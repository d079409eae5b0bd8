import { invariant, type Language } from '@westgate/base';
import { VERB_CLASSES, type VerbClass } from '../../register/fields/vocabulary.ts';
import type { CommitmentDraft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';
import { type TypeClues, typeClues, typeFeatures } from './type-features.ts';
import type { TypeWeights } from './type-weights.ts';

const SCALE = 100;
/** A type of this share or less, and what is no promise with this share, is not taken unread. */
const UNSURE = 0.5;
const NO_PROMISE = 0.35;

/** What is counted, and a clause of purpose, tell the type better than anything learned. */
const KEPT: ReadonlySet<RuleId> = new Set(['class.count', 'clause.purpose']);

/**
 * A draft with the type that clauses with such words were given by hand, and with doubts where that is a guess or no promise. What the district's own
 * terms say stands. `source`: a text that holds the clause, and where it begins in the plan text.
 */
export function withLearnedType(
  draft: CommitmentDraft,
  source: { readonly text: string; readonly start: number },
  { types, own }: Pick<Lexicon, 'types' | 'own'>,
  language: Language,
): CommitmentDraft {
  const [opening, verb, ...fields] = draft.rules;
  if (types === null || !opening || !verb) return draft;
  const clues = typeClues(draft, source, language);
  const learned = learnedType(types, clues);
  const noPromise = learned.none >= NO_PROMISE ? (['unsure-promise'] as const) : [];
  const isKept = KEPT.has(opening.rule) || KEPT.has(verb.rule) || own.at(clues.verb, 0) !== null || own.at(clues.words, 0) !== null;
  if (isKept) return { ...draft, doubts: [...draft.doubts, ...noPromise] };
  // A verb that no vocabulary knows is typed by the rest of its clause at best: that stays a guess.
  const isGuess = learned.share <= UNSURE || draft.verbClass === null;
  const doubts = [...draft.doubts, ...(isGuess ? (['unsure-type'] as const) : []), ...noPromise];
  if (learned.verbClass === draft.verbClass || (draft.verbClass === null && learned.share <= UNSURE)) return { ...draft, doubts };
  return { ...draft, doubts, verbClass: learned.verbClass, rules: [opening, { ...verb, rule: 'class.learned' }, ...fields] };
}

/** What clauses with such words were given by hand. */
interface Learned {
  readonly verbClass: VerbClass;
  /** How likely the type is beside the other types, and that it is no promise, 0 to 1. */
  readonly share: number;
  readonly none: number;
}

/** Multinomial logistic regression over {@link typeFeatures}. */
function learnedType(weights: TypeWeights, clues: TypeClues): Learned {
  const sums = new Float64Array(VERB_CLASSES.length + 1);
  for (const feature of typeFeatures(clues)) {
    const own = weights[clues.language].get(feature);
    for (const [index, weight] of (own ?? []).entries()) sums[index] = (sums[index] ?? 0) + weight / SCALE;
  }
  const none = Math.exp(sums[VERB_CLASSES.length] ?? 0);
  const types = sums.subarray(0, VERB_CLASSES.length);
  const most = types.indexOf(Math.max(...types));
  const verbClass = VERB_CLASSES[most];
  invariant(verbClass !== undefined, 'the sums are of the types');
  const all = types.reduce((sum, each) => sum + Math.exp(each), 0);
  return { verbClass, share: Math.exp(types[most] ?? 0) / all, none: none / (none + all) };
}
