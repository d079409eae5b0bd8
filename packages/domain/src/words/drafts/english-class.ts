import { type Clause, type ClauseContext, isOpenToObject } from './clause.ts';
import { tokenFrom } from './english-tokens.ts';
import type { EnglishReading } from './english-verbs.ts';
import { seriesClass } from './series-class.ts';

/** How many words of an object are looked at for one that decides the class. */
const NEAR = 6;

/** Behind these words stands no longer the object but how, where or what for. */
const BEHIND_OBJECT = new Set('through by with via for to on'.split(' '));

/** The class as the object has it: `build a series of works`, `carry out the restoration`. An object in brackets or quotation marks counts too. */
export function narrowedEnglish(
  { text, tokens, lexicon }: EnglishReading,
  clause: Clause,
  objectStart: number,
  amountOf: ClauseContext['amountOf'],
): Clause {
  const { verbClass, rules } = clause;
  if (!isOpenToObject(verbClass) || rules[1].rule === 'class.purpose' || rules[1].rule === 'class.noun') return clause;
  const verb = text.slice(rules[1].start, rules[1].end);
  const first = tokenFrom(tokens, 0, objectStart);
  for (let at = first; at < Math.min(first + NEAR, tokens.length); at += 1) {
    const token = tokens[at];
    if (!token || token.start >= clause.end || BEHIND_OBJECT.has(token.word)) break;
    const object = lexicon.verbObjects.at(text, token.start, clause.end);
    if (object && fits(verbClass, object.value, verb)) {
      return { ...clause, verbClass: object.value, rules: [rules[0], { rule: 'class.object', start: object.start, end: object.end }] };
    }
    const noun = verbClass === null ? lexicon.verbNouns.at(text, token.start, clause.end) : null;
    if (noun) return { ...clause, verbClass: noun.value, rules: [rules[0], { rule: 'class.noun', start: noun.start, end: noun.end }] };
  }
  if (verbClass === null && CARRYING.test(verb))
    return { ...clause, verbClass: 'implement', rules: [rules[0], { ...rules[1], rule: 'class.verb' }] };
  const amount = verbClass === 'establish' ? amountOf(clause) : null;
  const series = amount?.unit ? seriesClass(verb, verbClass, { value: amount.value, unit: amount.unit }) : null;
  return series !== null && amount ? { ...clause, verbClass: series, rules: [rules[0], { rule: 'class.count', ...amount.span }] } : clause;
}

/** Verbs that say no more than that what follows is done. */
const CARRYING = /^(?:conduct|undertake|undertook|undertaken)/;

/** Verbs that make a paper of what follows: "develop a strategy", "undertake a study". */
const MAKING = /^(?:develop|create|make|conduct|undertake|carry|do|deliver|establish|set|introduce|build|adopt)/;

/** An object makes an aim of what is built, and a paper of what is made; a plan that is carried out stays one. */
function fits(verbClass: Clause['verbClass'], ofWords: Clause['verbClass'], verb: string): boolean {
  if (ofWords === 'aim') return verbClass === 'establish';
  if (ofWords === 'plan-ahead') return verbClass !== 'implement' && MAKING.test(verb);
  return true;
}
