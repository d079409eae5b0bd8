import { type Clause, isOpenToObject } from './clause.ts';
import { tokenFrom } from './english-tokens.ts';
import type { EnglishReading } from './english-verbs.ts';

/** How many words of an object are looked at for one that decides the class. */
const NEAR = 6;

/** Behind these words stands no longer the object but how, where or what for. */
const BEHIND_OBJECT = new Set('through by with via for to on'.split(' '));

/** The class as the object has it: `build a series of works`, `carry out the restoration`. An object in brackets or quotation marks counts too. */
export function narrowedEnglish({ text, tokens, lexicon }: EnglishReading, clause: Clause, objectStart: number): Clause {
  const { verbClass, rules } = clause;
  if (!isOpenToObject(verbClass) || rules[1].rule === 'class.purpose' || rules[1].rule === 'class.noun') return clause;
  const first = tokenFrom(tokens, 0, objectStart);
  for (let at = first; at < Math.min(first + NEAR, tokens.length); at += 1) {
    const token = tokens[at];
    if (!token || token.start >= clause.end || BEHIND_OBJECT.has(token.word)) break;
    const object = lexicon.verbObjects.at(text, token.start, clause.end);
    if (object && (object.value !== 'aim' || verbClass === 'establish')) {
      return { ...clause, verbClass: object.value, rules: [rules[0], { rule: 'class.object', start: object.start, end: object.end }] };
    }
    const noun = verbClass === null ? lexicon.verbNouns.at(text, token.start, clause.end) : null;
    if (noun) return { ...clause, verbClass: noun.value, rules: [rules[0], { rule: 'class.noun', start: noun.start, end: noun.end }] };
  }
  return clause;
}
