import type { VerbClass } from '../../register/fields/vocabulary.ts';
import { type Clause, type ClauseContext, isOpenToObject } from './clause.ts';
import { tokenFrom } from './english-tokens.ts';
import type { EnglishReading } from './english-verbs.ts';
import { seriesClass } from './series-class.ts';
import { skipSpace } from './skip-space.ts';

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
  if (rules[1].rule === 'class.purpose' || rules[1].rule === 'class.noun') return clause;
  const told = toldByObject(text, clause, objectStart) ?? workedFor({ text, tokens, lexicon }, clause, objectStart);
  if (told !== null) return told;
  if (!isOpenToObject(verbClass)) return clause;
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
  const otherwise = verbClass === null ? lexicon.verbs.en.at(text, rules[1].start)?.value.otherwise : null;
  if (otherwise) return { ...clause, verbClass: otherwise, rules: [rules[0], { ...rules[1], rule: 'class.verb' }] };
  const amount = verbClass === 'establish' ? amountOf(clause) : null;
  const series = amount?.unit ? seriesClass(verb, verbClass, { value: amount.value, unit: amount.unit }) : null;
  return series !== null && amount ? { ...clause, verbClass: series, rules: [rules[0], { rule: 'class.count', ...amount.span }] } : clause;
}

/** Verbs that say no more than that something is given or done: what, tells its object. */
const BY_OBJECT: readonly { readonly verb: RegExp; readonly object: RegExp; readonly verbClass: VerbClass }[] = [
  {
    verb: /^(?:provid|deliver|offer|suppl)/i,
    object:
      /^(?:(?!(?:with|for|to|in|at|of|by|on|and)\b)[\w'’-]+ ){0,5}?(?:services?|support|funding|grants?|training|advice|assistance|help|information|guidance|programmes?|programs?|initiatives?|schemes?|strateg(?:y|ies)|plans?|polic(?:y|ies)|activities|care|education)(?=$|[,;.]|\s(?:to|for|with|at|in|across|on|by|of|that|which|and|so|from|through)\b)/i,
    verbClass: 'implement',
  },
  {
    verb: /^(?:complet|finish|finalis|finaliz)/i,
    object:
      /^(?:[\w'’()-]+ ){0,8}?(?:identification|assessment|stud(?:y|ies)|review|designs?|plans?|strateg(?:y|ies)|surveys?|audit|consultation|masterplan|business case)$/i,
    verbClass: 'plan-ahead',
  },
  {
    verb: /^(?:complet|finish)/i,
    object: /^(?:[\w'’-]+ ){0,5}?(?:installations|upgrades|repairs|improvements|works|homes|units|schools|projects|routes|parks)\b/i,
    verbClass: 'construct-series',
  },
];

function toldByObject(text: string, clause: Clause, objectStart: number): Clause | null {
  const [opening, verb] = clause.rules;
  const start = skipSpace(text, objectStart, clause.end);
  const [said, object] = [text.slice(verb.start, verb.end), text.slice(start, clause.end)];
  const found = BY_OBJECT.find((each) => each.verb.test(said) && each.object.test(object));
  const end = start + (found?.object.exec(object)?.[0].length ?? 0);
  return found ? { ...clause, verbClass: found.verbClass, rules: [opening, { rule: 'class.object', start, end }] } : null;
}

/** Who works with others works for what they do together: "work with residents to explore a scheme". */
function workedFor(
  { text, tokens, lexicon }: Pick<EnglishReading, 'text' | 'tokens' | 'lexicon'>,
  clause: Clause,
  objectStart: number,
): Clause | null {
  const [opening, said] = clause.rules;
  if (!/^work/i.test(text.slice(said.start, said.end))) return null;
  for (let at = tokenFrom(tokens, 0, objectStart); at < tokens.length; at += 1) {
    const [to, next] = [tokens[at], tokens[at + 1]];
    if (!to || !next || next.end > clause.end) return null;
    const verb = to.word === 'to' ? lexicon.verbs.en.at(text, next.start) : null;
    const verbClass = verb?.value.verbClass ?? verb?.value.otherwise;
    if (verb && verbClass) return { ...clause, verbClass, rules: [opening, { rule: 'class.object', start: verb.start, end: verb.end }] };
  }
  return null;
}

/** Verbs that make a paper of what follows: "develop a strategy", "undertake a study". */
const MAKING = /^(?:develop|create|make|conduct|undertake|carry|do|deliver|establish|set|introduce|build|adopt)/;

/** An object makes an aim of what is built, and a paper of what is made; a plan that is carried out stays one. */
function fits(verbClass: Clause['verbClass'], ofWords: Clause['verbClass'], verb: string): boolean {
  if (ofWords === 'aim') return verbClass === 'establish';
  if (ofWords === 'plan-ahead') return verbClass !== 'implement' && MAKING.test(verb);
  return true;
}
