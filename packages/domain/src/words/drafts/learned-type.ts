import type { Language } from '@westgate/base';
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
 * A draft with the type that clauses with such words were given by hand. What a term of the district says of its verb stands. `source`: a text that holds the clause, and where it begins in the plan text.
 */
export function withLearnedType(
  draft: CommitmentDraft,
  source: { readonly text: string; readonly start: number },
  { types, verbs }: Pick<Lexicon, 'types' | 'verbs'>,
  language: Language,
): CommitmentDraft {
  const [opening, verb, ...fields] = draft.rules;
  if (types === null || !opening || !verb || KEPT.has(opening.rule) || KEPT.has(verb.rule)) return draft;
  const clues = typeClues(draft, source, language);
  if (verbs[language].at(clues.verb, 0)?.value.isOwn) return draft;
  const learned = learnedType(types, clues);
  if (learned === null) return draft;
  const doubts = [
    ...draft.doubts,
    ...(learned.share <= UNSURE ? (['unsure-type'] as const) : []),
    ...(learned.none >= NO_PROMISE ? (['unsure-promise'] as const) : []),
  ];
  if (draft.verbClass === null && learned.share <= UNSURE) return { ...draft, doubts };
  if (learned.verbClass === draft.verbClass) return { ...draft, doubts };
  return { ...draft, doubts, verbClass: learned.verbClass, rules: [opening, { ...verb, rule: 'class.learned' }, ...fields] };
}

/** What clauses with such words were given by hand. */
interface Learned {
  readonly verbClass: VerbClass;
  /** How likely the type is beside the other types, and that it is no promise, 0 to 1. */
  readonly share: number;
  readonly none: number;
}

/** Multinomial logistic regression over {@link typeFeatures}. Null where no feature has a weight. */
function learnedType(weights: TypeWeights, clues: TypeClues): Learned | null {
  const sums = new Float64Array(VERB_CLASSES.length + 1);
  let isKnown = false;
  for (const feature of typeFeatures(clues)) {
    const own = weights[clues.language].get(feature);
    if (!own) continue;
    isKnown = true;
    for (const [index, weight] of own.entries()) sums[index] = (sums[index] ?? 0) + weight / SCALE;
  }
  const none = Math.exp(sums[VERB_CLASSES.length] ?? 0);
  const types = sums.subarray(0, VERB_CLASSES.length);
  const most = types.indexOf(Math.max(...types));
  const verbClass = VERB_CLASSES[most];
  if (!isKnown || verbClass === undefined) return null;
  const all = types.reduce((sum, each) => sum + Math.exp(each), 0);
  return { verbClass, share: Math.exp(types[most] ?? 0) / all, none: none / (none + all) };
}
