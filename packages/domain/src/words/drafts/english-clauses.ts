import type { Clause, ClauseContext, Clauses } from './clause.ts';
import { narrowedEnglish } from './english-class.ts';
import type { FoundClause } from './english-fronts.ts';
import { openingsOf } from './english-openings.ts';
import { tokensOf } from './english-tokens.ts';
import type { EnglishReading } from './english-verbs.ts';

/** Words that lead to the next clause and belong to none. */
const JOINING = new Set(['and', 'or', 'but', 'then', 'while']);
/** A label before the words of a sentence: `(2)`, `3.`, `-`, `·`, `Action 3 -`. */
const LABEL =
  /^[\s·•●\-*#>–—]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)?(?:(?:action|commitment|measure|task|deliverable|step|initiative|project|proposal|pledge)(?:\s+[\da-z][\d.a-z]{0,4})?\s*[:–—-]\s+)?/i;
/** The number of an entry: `1b`, `T2.4`, `3.1`, before a mark or a verb. A chemical formula and an amount are none. */
const ENTRY_NUMBER = /^\s*(?![cns]o[x\d]|pm\d|[345]g\b)(?:\d{1,2}[a-z]|[a-z]{1,3}\d{1,2}|(?:[a-z]{1,3})?\d{1,2}(?:\.\d{1,2})+)([.:)]?)\s+/;

/**
 * The promising clauses of a folded English sentence: what follows "will" and the like, each further verb with its own object, passives
 * with their subject, clauses of purpose, orders, and promises told in the present tense.
 */
export function englishClauses(text: string, { lexicon, isInside, hasAmount, amountOf, dateEnd, isEntry }: ClauseContext): Clauses {
  const tokens = tokensOf(text, labelEnd(text, isEntry, lexicon), isInside);
  const reading: EnglishReading = { text, tokens, lexicon, dateEnd, isEntry };
  const openings = openingsOf(reading);
  if ('narrative' in openings) return openings;
  const clauses = openings.found
    .map((found, index) => closedClause(reading, found, openings.found[index + 1]))
    .filter((clause) => clause !== null);
  const isAimOnly = openings.isAimOnly && !clauses.some((clause) => hasAmount(clause));
  const promises = clauses.some(({ rules }) => rules[0].rule !== 'clause.purpose');
  if (isAimOnly || (clauses.length > 0 && !promises)) return { narrative: 'narrative.aim' };
  if (clauses.length === 0) return { narrative: 'narrative.none' };
  return {
    clauses: clauses.map((clause, index) => narrowedEnglish(reading, clause, openings.found[index]?.objectStart ?? clause.end, amountOf)),
  };
}

/** Where the words of a sentence begin behind its label. The number of an entry has a mark behind it, or an order. */
function labelEnd(text: string, isEntry: boolean, { verbs }: ClauseContext['lexicon']): number {
  const [numbered, mark] = (isEntry ? ENTRY_NUMBER.exec(text) : null) ?? [];
  if (numbered !== undefined && (mark !== '' || verbs.en.at(text, numbered.length)?.value.form === 'base')) return numbered.length;
  return LABEL.exec(text)?.[0].length ?? 0;
}

/** The clause from its opening to the next one, to a participle that tells its result, or to the mark that ends it. */
function closedClause({ text, tokens }: EnglishReading, found: FoundClause, next: FoundClause | undefined): Clause | null {
  const first = tokens[found.from];
  if (!first) return null;
  const until = next ? Math.min(next.opensAt, tokens.length) : tokens.length;
  let last = Math.max(found.from, found.after - 1);
  for (let at = found.after; at < until; at += 1) {
    const token = tokens[at];
    if (!token || (!token.isInside && /[;:]/.test(token.mark)) || (found.endsAt !== null && at >= found.endsAt)) break;
    last = at;
  }
  while (last >= found.after && JOINING.has(tokens[last]?.word ?? '')) last -= 1;
  const end = withClosers(text, tokens[last]?.end ?? first.end, first.start);
  return { start: first.start, end, verbClass: found.verbClass, rules: found.rules };
}

/** Brackets and quotation marks that close what the clause opened belong to it. */
function withClosers(text: string, end: number, start: number): number {
  let until = end;
  while (/["”'）)\]%]/.test(text.charAt(until)) && until > start) until += 1;
  return until;
}
