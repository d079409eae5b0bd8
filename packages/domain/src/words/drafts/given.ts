import type { PlanSentence } from '../split.ts';
import type { Clause } from './clause.ts';
import type { FoundDate } from './dates.ts';
import type { DraftName, Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { namesIn } from './names.ts';

/** What the words in and around a clause give it. */
export interface Given {
  readonly date: FoundDate | null;
  /** A department that stands outside the clause: its subject, or who answers for the whole sentence. */
  readonly department: DraftName | null;
}

/** Nothing is given. */
export const NOTHING: Given = { date: null, department: null };

/**
 * The date and department of each clause, clauses in order. A date in front of the first clause holds for all of them, unless it stands right
 * before its verb; any other date for the clause that it stands in or before. A department before a clause holds until another is named;
 * one behind the last clause for those that have none. Only what stands in `within` counts: a
 * cell of a table says nothing of the next.
 */
export function givenAround(
  sentence: PlanSentence,
  folded: string,
  lexicon: Lexicon,
  clauses: readonly Clause[],
  dates: readonly FoundDate[],
  within: Span,
): readonly Given[] {
  const departmentIn = (start: number, end: number): DraftName | null => namesIn(sentence.text, folded, { start, end }, lexicon).department;
  const first = clauses[0]?.start ?? within.start;
  const front = dates.findLast((date) => date.end <= first) ?? null;
  const isForAll = front !== null && folded.slice(front.end, first).trim() !== '';
  const after = departmentIn(clauses.at(-1)?.end ?? within.start, within.end);
  let [before, next]: [number, number] = [within.start, 0];
  let department: DraftName | null = null;
  let held: FoundDate | null = null;
  return clauses.map((clause, index) => {
    department = departmentIn(before, clause.start) ?? department;
    while ((dates[next]?.start ?? folded.length) < before) next += 1;
    let leading: FoundDate | null = null;
    while ((dates[next]?.end ?? folded.length + 1) <= clause.start) {
      leading = dates[next] ?? null;
      next += 1;
    }
    const following = dates[next];
    const own = following !== undefined && following.end <= clause.end ? following : leading;
    before = clause.end;
    // A further thing that the verb of the clause before has: what holds for that verb holds for it.
    const [opening] = clause.rules;
    const sharesVerb = opening.rule === 'clause.list' && opening.start === clause.start && opening.end === clause.end;
    const plain = isForAll || index === 0 ? front : null;
    const date = own === front || own === null ? (sharesVerb ? held : plain) : own;
    held = date ?? null;
    return { date: held, department: department ?? after };
  });
}
