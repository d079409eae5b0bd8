import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { FiredRule, Span } from './draft.ts';
import type { VerbForm } from './english-forms.ts';
import { type Candidate, candidateAt, isResult, keepLists } from './english-lists.ts';
import { subjectStart } from './english-subject.ts';
import { tokenFrom } from './english-tokens.ts';
import { type EnglishReading, type EnglishVerb, hasObject, verbAt } from './english-verbs.ts';
import type { RuleId } from './rules.ts';

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

export interface Openings {
  readonly found: readonly FoundClause[];
  /** The only promise is "aims to". */
  readonly isAimOnly: boolean;
}

/** Words before a noun. */
const DETERMINERS = new Set('the a an this that its their our his her no any each every'.split(' '));

interface Scan {
  readonly found: FoundClause[];
  /** The form that verbs of the list at hand have; null where there is none. */
  form: VerbForm | null;
  isPassive: boolean;
  markers: number;
  aims: number;
}

/** The openings of the promising clauses of a sentence, from left to right, or why there are none. */
export function openingsOf(reading: EnglishReading): Openings | { readonly narrative: RuleId } {
  const scan: Scan = { found: [], form: null, isPassive: false, markers: 0, aims: 0 };
  const hasMarker = reading.tokens.some((token, at) => !token.isInside && markerAt(reading, at) !== null);
  if (!hasMarker) openWithoutMarker(reading, scan);
  if (!hasMarker && scan.found.length === 0) return { narrative: isPast(reading) ? 'narrative.past' : 'narrative.none' };
  const lists = keepLists(reading);
  const { tokens } = reading;
  let at = scan.found[0]?.after ?? 0;
  while (at < tokens.length) {
    const token = tokens[at];
    at = token && !token.isInside ? step(reading, scan, at, lists) : at + 1;
  }
  return { found: scan.found, isAimOnly: scan.aims > 0 && scan.markers === scan.aims };
}

/** Reads what opens or ends at token `at` and gives the token to go on from. */
function step(reading: EnglishReading, scan: Scan, at: number, lists: ReadonlySet<number>): number {
  const token = reading.tokens[at];
  if (!token) return at + 1;
  const marker = markerAt(reading, at);
  if (marker !== null) return openMarker(reading, scan, at, marker);
  const purpose = purposeAt(reading, scan, at);
  if (purpose !== null) return push(scan, purpose);
  if (scan.form === null) return at + 1;
  const passive = presentPassive(reading, scan, at);
  if (passive !== null) return push(scan, passive);
  if (isResult(reading, at)) {
    endLast(scan, at);
    return at + 1;
  }
  const candidate = candidateAt(reading, at, scan.form);
  const isDoubled = scan.isPassive && at === scan.found.at(-1)?.after;
  if (candidate !== null && lists.has(at) && !isDoubled) return openCandidate(scan, candidate);
  return at + 1;
}

/** A marker at token `at`; a noun such as "the plan to" is none. */
function markerAt({ text, tokens, lexicon }: EnglishReading, at: number): (Span & { readonly value: 'verb' | 'noun' | 'aim' }) | null {
  const marker = lexicon.promises.at(text, tokens[at]?.start ?? 0);
  return DETERMINERS.has(tokens[at - 1]?.word ?? '') && tokens[at]?.mark === '' ? null : marker;
}

function openMarker(reading: EnglishReading, scan: Scan, at: number, marker: Span & { readonly value: 'verb' | 'noun' | 'aim' }): number {
  const { text, tokens, lexicon } = reading;
  const after = tokenFrom(tokens, at, marker.end);
  const subject = subjectStart(reading, at, scan.found.at(-1)?.after ?? 0);
  scan.markers += 1;
  if (marker.value === 'aim') scan.aims += 1;
  const markerRule = (rule: RuleId): FiredRule => ({ rule, start: marker.start, end: marker.end });
  if (marker.value === 'noun') {
    const noun = tokens.slice(after, after + 6).flatMap(({ start }) => lexicon.verbNouns.at(text, start) ?? [])[0];
    const second: FiredRule = noun ? { rule: 'class.noun', start: noun.start, end: noun.end } : markerRule('class.unknown');
    scan.form = null;
    return push(scan, {
      from: subject,
      opensAt: subject,
      after,
      endsAt: null,
      objectStart: marker.end,
      verbClass: noun?.value ?? null,
      rules: [markerRule('clause.noun'), second],
    });
  }
  if (tokens[after]?.word === 'be') {
    const participle = verbAt(reading, after + 1, 'past');
    scan.form = 'past';
    scan.isPassive = true;
    if (participle) return push(scan, opened(participle, { rule: markerRule('clause.passive'), from: subject, opensAt: subject }));
    const unknown = [after + 1, after + 2].find((index) => /(?:ed|en)$/.test(tokens[index]?.word ?? ''));
    return unknown === undefined ? after + 1 : push(scan, unknownAt(reading, unknown, markerRule('clause.passive'), subject));
  }
  scan.form = 'base';
  scan.isPassive = false;
  const verb = verbAt(reading, after, 'base');
  if (verb) return push(scan, opened(verb, { rule: markerRule('clause.marker'), opensAt: subject }));
  const token = tokens[after];
  if (token?.mark !== '' || token.isInside || /^(?:not|have|never|no|the|a|an|also)$/.test(token.word)) return after;
  return push(scan, unknownAt(reading, after, markerRule('clause.marker'), null, subject));
}

/** A clause whose verb the vocabulary does not hold: that it promises is sure, its class is not known. */
function unknownAt({ tokens }: EnglishReading, index: number, rule: FiredRule, from: number | null, opensAt = from ?? index): FoundClause {
  const token = tokens[index];
  const span = { start: token?.start ?? rule.start, end: token?.end ?? rule.end };
  const rules: FoundClause['rules'] = [rule, { rule: 'class.unknown', ...span }];
  return { from: from ?? index, opensAt, after: index + 1, endsAt: null, objectStart: span.end, verbClass: null, rules };
}

/** A further "is built" with its own subject, in a sentence told in the present tense. */
function presentPassive(reading: EnglishReading, scan: Scan, at: number): FoundClause | null {
  const token = reading.tokens[at];
  if (scan.markers > 0 || !token || (token.word !== 'is' && token.word !== 'are')) return null;
  const floor = scan.found.at(-1)?.after ?? 0;
  const subject = subjectStart(reading, at, floor);
  const verb = subject > floor ? verbAt(reading, at + 1, 'past') : null;
  if (!verb) return null;
  scan.form = 'past';
  scan.isPassive = true;
  return opened(verb, { rule: { rule: 'clause.present', start: token.start, end: verb.end }, from: subject, opensAt: subject });
}

/** `so as to improve`, `, to improve`, and `to improve` after a passive. */
function purposeAt(reading: EnglishReading, scan: Scan, at: number): FoundClause | null {
  const { text, tokens, lexicon } = reading;
  const token = tokens[at];
  if (!token) return null;
  const phrase = lexicon.purposes.at(text, token.start);
  const isBare =
    phrase === null &&
    token.word === 'to' &&
    (token.mark.includes(',') || at === 0 || (scan.isPassive && token.mark === '' && scan.found.length > 0));
  if (!phrase && !isBare) return null;
  const after = phrase ? tokenFrom(tokens, at, phrase.end) : at + 1;
  const verb = verbAt(reading, after, phrase?.value === 'ing' ? 'ing' : 'base');
  if (!verb || (isBare && !hasObject(reading, verb, 'base'))) return null;
  const marker = phrase ?? token;
  return {
    ...opened(verb, { rule: { rule: 'clause.purpose', start: marker.start, end: marker.end }, opensAt: at }),
    verbClass: 'aim',
    rules: [
      { rule: 'clause.purpose', start: marker.start, end: marker.end },
      { rule: 'class.purpose', start: verb.start, end: verb.end },
    ],
    endsAt: at === 0 ? firstComma(reading, verb.after) : null,
  };
}

function openCandidate(scan: Scan, candidate: Candidate): number {
  const { verb, opensAt } = candidate;
  const rule: FiredRule = { rule: 'clause.list', start: verb.start, end: verb.end };
  return push(scan, opened(verb, { rule, opensAt }));
}

/** An order at the head of the sentence, or a promise told in the present tense. */
function openWithoutMarker(reading: EnglishReading, scan: Scan): void {
  if (isPast(reading)) return;
  const front = tokenFrom(reading.tokens, 0, reading.dateEnd(reading.tokens[0]?.start ?? 0));
  const order = verbAt(reading, front, 'base');
  if (order && hasObject(reading, order, 'base')) {
    scan.form = 'base';
    push(scan, opened(order, { rule: { rule: 'clause.imperative', start: order.start, end: order.end }, opensAt: front }));
    return;
  }
  for (let at = 1; at < reading.tokens.length; at += 1) {
    const token = reading.tokens[at];
    if (!token || token.isInside) continue;
    const isBe = token.word === 'is' || token.word === 'are';
    const form: VerbForm = isBe ? 'past' : 'third';
    const verb = verbAt(reading, isBe ? at + 1 : at, form);
    if (!verb || (!isBe && (verb.verbClass === null || !hasObject(reading, verb, form)))) continue;
    const subject = subjectStart(reading, at, 0);
    const rule: FiredRule = { rule: 'clause.present', start: verb.start, end: verb.end };
    scan.form = form;
    scan.isPassive = isBe;
    push(scan, opened(verb, { rule, opensAt: subject, ...(isBe && { from: subject }) }));
    return;
  }
}

function opened(verb: EnglishVerb, how: { readonly rule: FiredRule; readonly opensAt: number; readonly from?: number }): FoundClause {
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

function isPast({ text, tokens, lexicon }: EnglishReading): boolean {
  return tokens.some(({ start, isInside }) => !isInside && lexicon.past.at(text, start) !== null);
}

function push(scan: Scan, clause: FoundClause): number {
  scan.found.push(clause);
  return clause.after;
}

function endLast(scan: Scan, at: number): void {
  const last = scan.found.at(-1);
  if (last && last.endsAt === null) scan.found[scan.found.length - 1] = { ...last, endsAt: at };
}

function firstComma({ tokens }: EnglishReading, from: number): number | null {
  const at = tokens.findIndex(({ mark, isInside }, index) => index >= from && !isInside && mark.includes(','));
  return at < 0 ? null : at;
}
