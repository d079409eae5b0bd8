import type { VerbClass } from '../../register/fields/vocabulary.ts';
import { skipSpace } from './chinese-verbs.ts';
import { type Clause, type ClauseContext, isOpenToObject } from './clause.ts';
import type { Span } from './draft.ts';
import { seriesClass } from './series-class.ts';

/** `更加` tells how a thing is to become: an aim. */
const BECOMES = /更加|更为|越来越/;
/** Characters at the end of an object in which a word that decides the class begins. */
const LONGEST_ENDING = 8;

/** The class as the object has it: a series of works (`300个`), events (`1000场`), `建设一批` at its head, `格局` or `示范区` at its end. */
export function narrowedChinese(text: string, clause: Clause, { lexicon, amountOf }: ClauseContext): Clause {
  const [opening, verb] = clause.rules;
  if (verb.rule === 'class.purpose' || verb.rule === 'class.modifier' || opening.rule === 'clause.purpose') return clause;
  const amount = amountOf(clause);
  if (verb.rule !== 'class.target' && amount !== null && amount.unit !== null) {
    const ofSeries = seriesClass(text.slice(verb.start, verb.end), clause.verbClass, { value: amount.value, unit: amount.unit });
    if (ofSeries !== null) return { ...clause, verbClass: ofSeries, rules: [opening, { rule: 'class.count', ...amount.span }] };
  }
  if (!isOpenToObject(clause.verbClass) || verb.rule === 'class.target') return clause;
  if (BECOMES.test(text.slice(verb.end, clause.end)) && clause.verbClass === 'promote') return ofObject(clause, 'aim', verb);
  const head = lexicon.verbObjects.at(text, skipSpace(text, verb.end, clause.end), clause.end);
  const end = (head?.value === 'aim' ? null : head) ?? endingIn(verb.end, clause.end, (at) => lexicon.verbObjects.at(text, at, clause.end));
  if (end === null || !fits(clause.verbClass, end.value)) return clause;
  return ofObject(clause, end.value, end);
}

/** The match that ends at `end`, the longest that begins at `start` or behind it; null where none does. */
export function endingIn<Match extends Span>(start: number, end: number, matchAt: (at: number) => Match | null): Match | null {
  for (let at = Math.max(start, end - LONGEST_ENDING); at < end; at += 1) {
    const match = matchAt(at);
    if (match !== null && match.end === end) return match;
  }
  return null;
}

function ofObject(clause: Clause, verbClass: VerbClass, { start, end }: Span): Clause {
  return { ...clause, verbClass, rules: [clause.rules[0], { rule: 'class.object', start, end }] };
}

/** An object makes an aim of what is built, not of what is promoted; what is carried out or joined, of what is promoted. */
function fits(verbClass: VerbClass | null, ofWords: VerbClass): boolean {
  return ofWords !== 'aim' || verbClass === 'establish';
}
