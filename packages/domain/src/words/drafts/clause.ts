import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { FiredRule, Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';

/** A promising clause of a sentence, offsets within the sentence. */
export interface Clause extends Span {
  readonly verbClass: VerbClass | null;
  /** Two rules: what makes it a clause, and what gives its class. */
  readonly rules: readonly [FiredRule, FiredRule];
}

/** The clauses of a sentence, or the rule that says why it has none. */
export type Clauses = { readonly clauses: readonly Clause[] } | { readonly narrative: RuleId };

/** What a sentence is read with; offsets within it. */
export interface ClauseContext {
  readonly lexicon: Lexicon;
  /** In brackets or quotation marks. */
  readonly isInside: (at: number) => boolean;
  readonly hasAmount: (span: Span) => boolean;
  /** The amount that a span says, with the code of its unit; null where it says none. */
  readonly amountOf: (span: Span) => { readonly value: number; readonly unit: string | null; readonly span: Span } | null;
  /** The end of the date that begins at an offset; the offset itself where none does. */
  readonly dateEnd: (at: number) => number;
  /** A cell of a table, an item of a list or a line without a full stop. */
  readonly isEntry: boolean;
}

/** Classes that words of the object may narrow: "build a series of", "promote the integrated development". */
const OPEN_TO_OBJECT: ReadonlySet<VerbClass | null> = new Set(['establish', 'construct-series', 'implement', 'promote', null]);

/** True where words of the object may decide the class. */
export function isOpenToObject(verbClass: VerbClass | null): boolean {
  return OPEN_TO_OBJECT.has(verbClass);
}
