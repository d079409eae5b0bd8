import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { FiredRule } from './draft.ts';
import type { VerbForm } from './english-forms.ts';
import { subjectStart } from './english-subject.ts';
import { type Token, tokenFrom } from './english-tokens.ts';
import { type EnglishReading, type EnglishVerb, hasObject, verbAt } from './english-verbs.ts';

/** Where a clause opens; token indexes but for `objectStart`. */
export interface FoundClause {
  /** The first token of the clause. */
  readonly from: number;
  /** Where what belongs to it alone begins: its joining words, its marker, its subject. The clause before ends here. */
  readonly opensAt: number;
  /** The first token behind the verb. */
  readonly after: number;
  /** A token that it must end before; null where nothing says so. */
  readonly endsAt: number | null;
  /** Offset of its object. */
  readonly objectStart: number;
  readonly verbClass: VerbClass | null;
  readonly rules: readonly [FiredRule, FiredRule];
}

/** A clause that opens without a word such as "will", with the form that further verbs of its list have. */
export interface Opening {
  readonly found: FoundClause;
  readonly form: VerbForm | null;
  readonly isPassive: boolean;
}

/** Words that lead to a clause inside another one: what they make a promise of is none of its own. */
const SUBORDINATORS = new Set('which who whom whose how where what if whether because although until unless'.split(' '));
/** Words that a noun phrase begins with. */
const BEFORE_NOUN = new Set(
  'a an the all any every each both our its their his her your this that these those new more further another'.split(' '),
);
/** Words that are no verb before such a word: prepositions and the like. */
const NO_VERB = new Set(
  'of in by at to for on with from through during under over between throughout despite within without across after before about above below along around as and or but nor so yet if when while whilst where because although though since until unless than then that this these those it they we you he she there here both all half not only even just such what which who whose how why is are was were be been being has have had do does did can could may might must shall should will would almost nearly quite rather very too also still always never often perhaps maybe'.split(
    ' ',
  ),
);
/** Gerunds that are nouns but before "the" and the like. */
const NOUNS = new Set(
  'housing building heating planning parking funding training learning lighting cycling walking recycling existing ongoing during including according following starting opening meeting banking'.split(
    ' ',
  ),
);
/** Words in -ing that are no gerund. */
const NO_GERUND = new Set(
  'thing things nothing something anything everything spring evening morning string king wing ring being having according regarding concerning excluding notwithstanding pending'.split(
    ' ',
  ),
);
/** A noun made of a verb that the vocabulary does not hold. */
const NOMINAL = /^[a-z]{3,}(?:isation|ization|ification)$/;
const SUBJECT = /^(?:the|this|these|we|it|they|our|its)$/;
/** What goes on with "to" or "towards": "is working to". */
const GOING = new Set('working looking planning seeking preparing aiming continuing striving'.split(' '));
/** Nouns that a gerund behind "of" says: "a target of reducing". */
const TARGETS = new Set('target goal objective ambition commitment task'.split(' '));
/** "be" after these words is no order of a that-clause. */
const BEFORE_BE = /^(?:to|will|shall|must|can|could|may|might|would|should|not|cannot|also|then)$/;
/** Verbs that say that a sentence tells something. */
const FINITE = new Set('is are was were has have had can could may might will shall should must'.split(' '));
/** How far behind a noun its verb may stand in a headline. */
const HEADLINE = 12;

/** True where the word at `at` stands in a clause inside another one: "routes that will connect". */
export function isSubordinate(tokens: readonly Token[], at: number): boolean {
  for (let back = at; back >= Math.max(0, at - HEADLINE); back -= 1) {
    const token = tokens[back];
    if (!token) return false;
    if (back < at && SUBORDINATORS.has(token.word)) return tokens[back - 1]?.word !== 'of';
    if (back === at - 1 && token.word === 'that') return true;
    if (/[,;:.]/.test(token.mark) && back < at - 1) return SUBORDINATORS.has(tokens[back - 1]?.word ?? '');
  }
  return false;
}

/** True where the sentence tells what has happened. */
export const isPast = onceFor(({ text, tokens, lexicon }) =>
  tokens.some(({ start, isInside }) => !isInside && lexicon.past.at(text, start) !== null),
);

/** Of each token the last "that" before it; -1 where there is none. */
const thatBefore = onceFor(({ tokens }) => {
  let last = -1;
  return tokens.map(({ word }, at) => {
    const before = last;
    if (word === 'that') last = at;
    return before;
  });
});

/** What `look` finds in a sentence, looked for once: asked at each of its words, it would take time with the square of the text. */
function onceFor<Found>(look: (reading: EnglishReading) => Found): (reading: EnglishReading) => Found {
  const known = new WeakMap<EnglishReading, { readonly found: Found }>();
  return (reading) => {
    const held = known.get(reading) ?? { found: look(reading) };
    known.set(reading, held);
    return held.found;
  };
}

/** What opens at the head of the sentence: an order, and in an entry a gerund, a noun made of a verb or a headline. Null where nothing does. */
export function frontOpening(reading: EnglishReading, hasMarker: boolean): Opening | null {
  const front = tokenFrom(reading.tokens, 0, reading.dateEnd(reading.tokens[0]?.start ?? 0));
  const comma = adverbialEnd(reading, front);
  return (
    orderAt(reading, front, hasMarker) ??
    (comma === null ? null : orderAt(reading, comma, hasMarker)) ??
    (hasMarker ? null : (gerundHead(reading, front) ?? (reading.isEntry ? entryAt(reading, front) : null)))
  );
}

/** `Increasing recycling`: a gerund at the head, of a sentence that tells nothing else. One that the vocabulary does not hold is told by what follows. */
function gerundHead(reading: EnglishReading, front: number): Opening | null {
  const { tokens } = reading;
  const token = tokens[front];
  if (!token || !/.ing$/.test(tokens.slice(front, front + 3).find(({ word }) => !/ly$/.test(word))?.word ?? '')) return null;
  const gerund = verbAt(reading, front, 'ing');
  const object = tokens[gerund?.after ?? front + 1]?.word ?? '';
  const isNoun = NOUNS.has(token.word) && !BEFORE_NOUN.has(object) && !/^\d/.test(object);
  if (isNoun || hasFinite(tokens, front + 1) || tellsMore(reading, front + 2)) return null;
  if (gerund !== null) {
    if (!hasObject(reading, gerund, 'ing') && !/^(?:with|in|to|on)$/.test(tokens[gerund.after]?.word ?? '')) return null;
    return { found: opened(gerund, { rule: ruleOf('clause.gerund', gerund), opensAt: front }), form: 'ing', isPassive: false };
  }
  const next = tokens[front + 1];
  if (next?.mark !== '' || !/^[a-z]{3,}ing$/.test(token.word) || NO_VERB.has(token.word) || NO_GERUND.has(token.word)) return null;
  if (!/^[a-z]+$/.test(next.word) || FINITE.has(next.word) || /^(?:of|and|or|by|at|that|which)$/.test(next.word)) return null;
  return { ...unknownOpening(token, front, 'clause.gerund'), form: 'ing' };
}

/** A subject behind a comma, or a verb in the third person with a determiner or a number behind it: the sentence tells something. */
function tellsMore(reading: EnglishReading, from: number): boolean {
  return reading.tokens.some((token, at) => {
    if (at < from || token.isInside || isSubordinate(reading.tokens, at)) return false;
    if (token.mark.includes(',') && SUBJECT.test(token.word)) return true;
    const verb = /s$/.test(token.word) ? verbAt(reading, at, 'third') : null;
    return verb !== null && (BEFORE_NOUN.has(reading.tokens[verb.after]?.word ?? '') || /^\d/.test(reading.tokens[verb.after]?.word ?? ''));
  });
}

/** `Build the pier`; a verb that the vocabulary does not hold is one right before "the", "a", "all" and the like. */
function orderAt(reading: EnglishReading, at: number, hasMarker: boolean): Opening | null {
  const { tokens } = reading;
  const order = verbAt(reading, at, 'base');
  if (order !== null) {
    const isThat = tokens[order.after]?.word === 'that' && tokens[at]?.word === 'ensure';
    if (isThat) return { found: opened(order, { rule: ruleOf('clause.imperative', order), opensAt: at }), form: null, isPassive: false };
    const isPlain = BEFORE_NOUN.has(tokens[order.after]?.word ?? '') || /ly$/.test(tokens[at]?.word ?? '');
    const isTold = hasMarker || hasFinite(tokens, order.after);
    if (!hasObject(reading, order, 'base') || (isTold && !isPlain)) return null;
    return { found: opened(order, { rule: ruleOf('clause.imperative', order), opensAt: at }), form: 'base', isPassive: false };
  }
  const [token, next] = [tokens[at], tokens[at + 1]];
  const isUnknown =
    token !== undefined && /^[a-z]{3,}$/.test(token.word) && !NO_VERB.has(token.word) && !/(?:ly|ing|ed|s|tion|ment)$/.test(token.word);
  if (!isUnknown || hasMarker || next?.mark !== '' || !/^(?:a|an|the|all|our|its|their|every|each)$/.test(next.word)) return null;
  if (hasFinite(tokens, at + 1)) return null;
  return unknownOpening(token, at, 'clause.imperative');
}

/** The token behind an adverbial before the first comma: `Before the flood season, …`. */
function adverbialEnd({ text, tokens, lexicon }: EnglishReading, front: number): number | null {
  const token = tokens[front];
  if (!token) return null;
  const isAdverbial =
    front > 0 ||
    lexicon.prepositions.at(text, token.start) !== null ||
    lexicon.connectives.at(text, token.start) !== null ||
    (lexicon.dateParts.at(text, token.start)?.value ?? 'glue') !== 'glue' ||
    /ly$/.test(token.word) ||
    /^(?:to|no|compared|together|subject)$/.test(token.word);
  if (!isAdverbial) return null;
  const comma = tokens.findIndex(({ mark, isInside }, index) => index > front && !isInside && /[,:]/.test(mark));
  return comma < 0 || tokens.slice(front, comma).some(({ word }) => FINITE.has(word)) ? null : comma;
}

/** In a list or table: `Delivery of 40 homes`, `Low Emission Zone to be implemented`, `models being assessed`. */
function entryAt(reading: EnglishReading, front: number): Opening | null {
  const { tokens } = reading;
  const token = tokens[front];
  if (!token) return null;
  for (let at = front; at < Math.min(tokens.length, front + HEADLINE); at += 1) {
    const word = tokens[at];
    if (!word || word.isInside || (at > front && /[;:]/.test(word.mark)) || SUBORDINATORS.has(word.word)) break;
    const headline = headlineAt(reading, front, at);
    if (headline !== null) return headline;
  }
  if (hasFinite(tokens, front)) return null;
  return nounAt(reading, front);
}

/** `Gradual increase in organic food`, `Digitalisation of complaints`: a noun made of a verb, behind two words at most, and what it acts on. */
function nounAt({ text, tokens, lexicon }: EnglishReading, front: number): Opening | null {
  for (let at = front; at < Math.min(tokens.length, front + 3); at += 1) {
    const token = tokens[at];
    if (!token || (at > front && token.mark !== '')) return null;
    const noun = lexicon.verbNouns.at(text, token.start);
    const span = noun ?? (NOMINAL.test(token.word) ? token : null);
    const after = span ? tokenFrom(tokens, at, span.end) : at + 1;
    const behind = tokens[after];
    if (span && behind?.mark === '' && (noun ? /^(?:of|to|for|on|in)$/ : /^of$/).test(behind.word)) {
      const said = { start: span.start, end: span.end };
      const rules: FoundClause['rules'] = [
        { rule: 'clause.noun', ...said },
        { rule: noun ? 'class.noun' : 'class.unknown', ...said },
      ];
      return {
        found: { from: front, opensAt: front, after, endsAt: null, objectStart: span.end, verbClass: noun?.value ?? null, rules },
        form: null,
        isPassive: false,
      };
    }
    if (!/^(?:[a-z]+(?:al|ive|ant|ent|ous|able|ic|ful|ed)|new|further|joint|full|a|the)$/.test(token.word)) return null;
  }
  return null;
}

/** What makes a promise of a noun before it in a headline: `to be built`, `to set out`, `being assessed`, `produced by`. */
export function headlineAt(reading: EnglishReading, front: number, at: number): Opening | null {
  const { tokens } = reading;
  const [word, next] = [tokens[at]?.word, tokens[at + 1]?.word];
  if (at === front || word === undefined) return null;
  const passive = (index: number): Opening | null => {
    const verb = verbAt(reading, index, 'past');
    if (verb === null) return null;
    return { found: opened(verb, { rule: ruleOf('clause.passive', verb), opensAt: front, from: front }), form: 'past', isPassive: true };
  };
  if (word === 'to' && next === 'be') return passive(at + 2);
  if (word === 'being') return passive(at + 1);
  if (word === 'to') {
    const verb = verbAt(reading, at + 1, 'base');
    if (verb === null || tokens.slice(front, at).some((token) => FINITE.has(token.word)) || !hasObject(reading, verb, 'base')) return null;
    return { found: opened(verb, { rule: ruleOf('clause.marker', verb), opensAt: front, from: front }), form: 'base', isPassive: false };
  }
  const verb = verbAt(reading, at, 'past');
  return verb !== null && tokens[verb.after]?.word === 'by' ? passive(at) : null;
}

/** A promise told in the present tense at token `at`, or a report: `is building`, `are renewed`, `facilitates`, `have been built`. */
export function presentAt(reading: EnglishReading, at: number): Opening | null {
  const { text, tokens, lexicon } = reading;
  const word = tokens[at]?.word ?? '';
  if (word === 'be' && !BEFORE_BE.test(tokens[at - 1]?.word ?? 'to')) return orderedAt(reading, at);
  if (isSubordinate(tokens, at)) return null;
  if (TARGETS.has(word) && tokens[at + 1]?.word === 'of') return gerundAt(reading, at + 2);
  const subject = subjectStart(reading, at, 0);
  const isBe = word === 'is' || word === 'are';
  if (word === 'works' && tokens[at + 1]?.word === 'to' && tokens[at + 1]?.mark === '') return goingTo(reading, at, subject);
  if (isBe || ((word === 'has' || word === 'have') && tokens[at + 1]?.word === 'been')) {
    const isReport = !isBe;
    if (isReport && !reading.isEntry) return null;
    let index = isBe ? at + 1 : at + 2;
    while (lexicon.connectives.at(text, tokens[index]?.start ?? text.length) && index < at + 4) index += 1;
    if (tokens[index]?.word === 'being') index += 1;
    if (isBe && GOING.has(tokens[index]?.word ?? '')) return goingTo(reading, index, subject);
    const going = isBe ? verbAt(reading, index, 'ing') : null;
    if (
      going !== null &&
      (going.verbClass !== null || reading.isEntry) &&
      (hasObject(reading, going, 'ing') || tokens[going.after]?.word === 'in')
    ) {
      return { found: opened(going, { rule: ruleOf('clause.present', going), opensAt: subject }), form: 'ing', isPassive: false };
    }
    const verb = isReport || !isPast(reading) ? verbAt(reading, index, 'past') : null;
    if (verb === null || /^(?:it|there|this|that)$/.test(tokens[at - 1]?.word ?? '')) return null;
    const rule = ruleOf(isReport ? 'clause.report' : 'clause.present', verb);
    return { found: opened(verb, { rule, opensAt: subject, from: subject }), form: 'past', isPassive: true };
  }
  const verb = isPast(reading) ? null : verbAt(reading, at, 'third');
  if (verb === null || verb.verbClass === null) return null;
  const next = tokens[verb.after];
  const isDated = next !== undefined && [0, 1, 2].some((step) => isDateAt(reading, verb.after + step));
  if (!hasObject(reading, verb, 'third') && isDated) {
    return {
      found: opened(verb, { rule: ruleOf('clause.present', verb), opensAt: subject, from: subject }),
      form: 'third',
      isPassive: false,
    };
  }
  if (!hasObject(reading, verb, 'third')) return null;
  return { found: opened(verb, { rule: ruleOf('clause.present', verb), opensAt: subject }), form: 'third', isPassive: false };
}

function isDateAt({ tokens, dateEnd }: EnglishReading, at: number): boolean {
  const start = tokens[at]?.start;
  return start !== undefined && dateEnd(start) > start;
}

/** `is working to halve`, `is working towards halving`. */
function goingTo(reading: EnglishReading, at: number, subject: number): Opening | null {
  const next = reading.tokens[at + 1]?.word;
  const form: VerbForm | null = next === 'to' ? 'base' : next === 'towards' || next === 'toward' || next === 'on' ? 'ing' : null;
  const verb = form && verbAt(reading, at + 2, form);
  if (!verb) return null;
  return { found: opened(verb, { rule: ruleOf('clause.present', verb), opensAt: subject }), form, isPassive: false };
}

function gerundAt(reading: EnglishReading, at: number): Opening | null {
  const verb = verbAt(reading, at, 'ing');
  if (verb === null || !hasObject(reading, verb, 'ing')) return null;
  return { found: opened(verb, { rule: ruleOf('clause.gerund', verb), opensAt: at }), form: 'ing', isPassive: false };
}

/** `it is proposed that this be increased`. */
function orderedAt(reading: EnglishReading, at: number): Opening | null {
  const verb = verbAt(reading, at + 1, 'past');
  const that = thatBefore(reading)[at] ?? -1;
  if (verb === null || that < 0) return null;
  return { found: opened(verb, { rule: ruleOf('clause.passive', verb), opensAt: that, from: that + 1 }), form: 'past', isPassive: true };
}

/** The clause that a verb opens; it begins at its subject where `from` says so. */
export function opened(
  verb: EnglishVerb,
  how: { readonly rule: FiredRule; readonly opensAt: number; readonly from?: number },
): FoundClause {
  const rules: FoundClause['rules'] = [how.rule, { rule: verb.rule, start: verb.start, end: verb.end }];
  return {
    from: how.from ?? verb.from,
    opensAt: how.opensAt,
    after: verb.after,
    endsAt: null,
    objectStart: verb.end,
    verbClass: verb.verbClass,
    rules,
  };
}

function unknownOpening({ start, end }: Token, at: number, rule: FiredRule['rule']): Opening {
  const found: FoundClause = {
    from: at,
    opensAt: at,
    after: at + 1,
    endsAt: null,
    objectStart: end,
    verbClass: null,
    rules: [
      { rule, start, end },
      { rule: 'class.unknown', start, end },
    ],
  };
  return { found, form: 'base', isPassive: false };
}

/** A finite verb of the sentence itself stands behind token `from`: it tells something. */
function hasFinite(tokens: readonly Token[], from: number): boolean {
  return tokens.some(({ word, isInside }, at) => at >= from && !isInside && FINITE.has(word) && !isSubordinate(tokens, at));
}

function ruleOf(rule: FiredRule['rule'], { start, end }: EnglishVerb): FiredRule {
  return { rule, start, end };
}
