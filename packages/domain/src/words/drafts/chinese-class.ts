import type { VerbClass } from '../../register/fields/vocabulary.ts';
import { skipSpace } from './chinese-verbs.ts';
import { type Clause, type ClauseContext, isOpenToObject } from './clause.ts';
import type { Span } from './draft.ts';

/** From so many of a thing on they are a series: `改造300个老旧小区`. */
const SERIES = 10;
/** Classes of a verb that a series of works takes the place of. */
const OF_WORKS: ReadonlySet<VerbClass | null> = new Set(['establish', 'improve', 'implement', 'integrate', 'aim', 'promote', null]);
/** Units of works; people, money and shares are none. */
const WORKS = new Set([
  'items',
  'sites',
  'buildings',
  'lines',
  'km',
  'km2',
  'm2',
  'ha',
  'mu',
  'sets',
  'vehicles',
  'trees',
  'places',
  'rooms',
  'beds',
]);
const WORK_WORDS = new Set(['dwellings', 'firms', 'courses', 'cases', 'chargers']);
/** Verbs of more of something, whatever is counted: `新增护理员1万人`. */
const MORE = /^(?:新增|增加|增设|增配)/;
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
  const end =
    (head?.value === 'aim' ? null : head) ??
    endingIn(Math.max(verb.end, clause.end - LONGEST_ENDING), clause.end, (at) => lexicon.verbObjects.at(text, at, clause.end));
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

/** The class that a count gives: events are held; works of a kind, ten or more, are a series. Null where the verb keeps its own. */
export function seriesClass(
  verb: string,
  verbClass: VerbClass | null,
  { value, unit }: { readonly value: number; readonly unit: string },
): VerbClass | null {
  if (value < SERIES || !OF_WORKS.has(verbClass)) return null;
  if (unit === 'activities') return 'host';
  if (WORKS.has(unit) || WORK_WORDS.has(unit) || MORE.test(verb)) return 'construct-series';
  return null;
}

/** An object makes an aim of what is built, not of what is promoted; what is carried out or joined, of what is promoted. */
function fits(verbClass: VerbClass | null, ofWords: VerbClass): boolean {
  return ofWords !== 'aim' || verbClass === 'establish';
}
