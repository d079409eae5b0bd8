import type { Language } from '@westgate/base';
import { VERB_CLASSES, type VerbClass } from '../../register/fields/vocabulary.ts';
import type { CommitmentDraft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';
import { type TypeClues, typeClues, typeFeatures } from './type-features.ts';

/** Weights of features for each type in the order of `VERB_CLASSES`, by language and feature, in hundredths of a nat. */
export type TypeWeights = Readonly<Record<Language, ReadonlyMap<string, readonly number[]>>>;

const SCALE = 100;
/** A type of this share or less is not taken unread. */
const UNSURE = 0.5;

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
  if (learned === null || (draft.verbClass === null && learned.share <= UNSURE)) return draft;
  const doubts = learned.share <= UNSURE ? [...draft.doubts, 'unsure-type' as const] : draft.doubts;
  if (learned.verbClass === draft.verbClass) return { ...draft, doubts };
  return { ...draft, doubts, verbClass: learned.verbClass, rules: [opening, { ...verb, rule: 'class.learned' }, ...fields] };
}

/**
 * The type that clauses with such words were given by hand, and how likely it is beside the others (0 to 1): multinomial logistic regression over
 * {@link typeFeatures}. Null where no feature has a weight.
 */
function learnedType(weights: TypeWeights, clues: TypeClues): { readonly verbClass: VerbClass; readonly share: number } | null {
  const sums = VERB_CLASSES.map(() => 0);
  let isKnown = false;
  for (const feature of typeFeatures(clues)) {
    const own = weights[clues.language].get(feature);
    if (!own) continue;
    isKnown = true;
    for (const [index, weight] of own.entries()) sums[index] = (sums[index] ?? 0) + weight;
  }
  const most = Math.max(...sums);
  const verbClass = VERB_CLASSES[sums.indexOf(most)];
  if (!isKnown || verbClass === undefined) return null;
  return { verbClass, share: 1 / sums.reduce((sum, each) => sum + Math.exp((each - most) / SCALE), 0) };
}
