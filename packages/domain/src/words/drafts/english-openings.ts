import type { FiredRule, Span } from './draft.ts';
import type { VerbForm } from './english-forms.ts';
import { type FoundClause, frontOpening, headlineAt, isPast, isSubordinate, type Opening, opened, presentAt } from './english-fronts.ts';
import { type Candidate, candidateAt, isResult, keepLists } from './english-lists.ts';
import { isThing, subjectStart } from './english-subject.ts';
import { tokenFrom } from './english-tokens.ts';
import { type EnglishReading, hasObject, verbAt } from './english-verbs.ts';
import type { RuleId } from './rules.ts';

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
  const front = frontOpening(reading, hasMarker);
  if (front !== null) open(scan, front);
  else if (!hasMarker) openWithoutMarker(reading, scan);
  if (!hasMarker && scan.found.length === 0) return { narrative: isPast(reading) ? 'narrative.past' : 'narrative.none' };
  const lists = keepLists(reading);
  const { tokens } = reading;
  let at = scan.found[0]?.after ?? 0;
  while (at < tokens.length) {
    const token = tokens[at];
    at = token && !token.isInside ? step(reading, scan, at, lists) : at + 1;
  }
  return { found: scan.found, isAimOnly: !reading.isEntry && scan.aims > 0 && scan.markers === scan.aims };
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
  const headline = reading.isEntry && scan.isPassive && scan.markers === 0 ? headlinePassive(reading, scan, at) : null;
  if (headline !== null) return push(scan, headline);
  if (scan.markers > 0 && isResult(reading, at)) {
    endLast(scan, at);
    return at + 1;
  }
  const candidate = candidateAt(reading, at, scan.form);
  const isDoubled = at === scan.found.at(-1)?.after;
  if (candidate !== null && lists.has(at) && !isDoubled) return openCandidate(scan, candidate);
  return at + 1;
}

/** A marker at token `at`; a noun such as "the plan to" is none. */
function markerAt({ text, tokens, lexicon }: EnglishReading, at: number): (Span & { readonly value: 'verb' | 'noun' | 'aim' }) | null {
  const marker = lexicon.promises.at(text, tokens[at]?.start ?? 0);
  if (marker === null || isSubordinate(tokens, at)) return null;
  if (OF_MANY.test(text.slice(marker.start, marker.end)) && !isMany(tokens[at - 1]?.word ?? 'we')) return null;
  return DETERMINERS.has(tokens[at - 1]?.word ?? '') && tokens[at]?.mark === '' ? null : marker;
}

/** Verbs that promise a bound where they are denied: "rents will not exceed". */
const BOUNDING = /^(?:exceed|rise|fall|increase|cost|pay|go)$/;

/** The token behind what two commas set apart: "will, by the end of August, hand over". */
function behindAside({ tokens }: EnglishReading, at: number): number {
  if (!tokens[at]?.mark.includes(',')) return at;
  const close = tokens.findIndex(({ mark }, index) => index > at && mark.includes(','));
  return close < 0 ? at : close;
}

/** Markers that only several people make: a singular noun before them is a part of it, as in "City Development Plan to set out". */
const OF_MANY = /^(?:plan|aim|seek|intend|strive|hope|want|propose|expect|need|agree) to$/;

function isMany(word: string): boolean {
  return /s$|ly$/.test(word) || /^(?:we|they|you|i|people|also|and|now|therefore)$/.test(word);
}

function openMarker(reading: EnglishReading, scan: Scan, at: number, marker: Span & { readonly value: 'verb' | 'noun' | 'aim' }): number {
  const { text, tokens, lexicon } = reading;
  const behind = tokenFrom(tokens, at, marker.end);
  const isDoubled = tokens[behind]?.word === 'to' && tokens[behind]?.mark === '';
  const after = isDoubled ? behind + 1 : behindAside(reading, behind);
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
  const be = tokens[after]?.word === 'have' && tokens[after + 1]?.word === 'been' ? after + 1 : after;
  if (tokens[be]?.word === 'be' || be > after) {
    const participle = verbAt(reading, be + 1, 'past');
    scan.form = 'past';
    scan.isPassive = true;
    if (participle) return push(scan, opened(participle, { rule: markerRule('clause.passive'), from: subject, opensAt: subject }));
    const unknown = [be + 1, be + 2].find((index) => /(?:ed|en)$/.test(tokens[index]?.word ?? ''));
    return push(scan, unknownAt(reading, unknown ?? after, markerRule('clause.passive'), subject));
  }
  scan.form = 'base';
  scan.isPassive = false;
  const verb = verbAt(reading, after, 'base');
  const from = isThing(tokens, subject, at) ? subject : null;
  if (verb) return push(scan, opened(verb, { rule: markerRule('clause.marker'), opensAt: subject, ...(from !== null && { from }) }));
  const isNegated = tokens[after]?.word === 'not' && BOUNDING.test(tokens[after + 1]?.word ?? '');
  const index = isNegated ? after + 1 : after;
  const token = tokens[index];
  if (token?.mark !== '' || token.isInside || /^(?:not|have|never|no|the|a|an|also)$/.test(token.word)) return after;
  return push(scan, unknownAt(reading, index, markerRule('clause.marker'), from, subject));
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

/** A further participle with its own subject in a headline: "models being assessed and a plan produced by consultants". */
function headlinePassive(reading: EnglishReading, scan: Scan, at: number): FoundClause | null {
  const floor = scan.found.at(-1)?.after ?? 0;
  const subject = subjectStart(reading, at, floor);
  const found = subject > floor && subject < at ? headlineAt(reading, subject, at) : null;
  return found?.isPassive ? found.found : null;
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
    !isListed(reading, scan, at) &&
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

/** `intends to join the scheme, to cut fares and to add routes`: a list of what is intended. */
function isListed({ tokens }: EnglishReading, { form }: Scan, at: number): boolean {
  return form === 'base' && tokens.some(({ word }, index) => index > at && word === 'and' && tokens[index + 1]?.word === 'to');
}

function openCandidate(scan: Scan, candidate: Candidate): number {
  const { verb, opensAt } = candidate;
  const rule: FiredRule = { rule: 'clause.list', start: verb.start, end: verb.end };
  return push(scan, opened(verb, { rule, opensAt }));
}

/** A promise told in the present tense, or a report of what has been done. */
function openWithoutMarker(reading: EnglishReading, scan: Scan): void {
  const { tokens } = reading;
  for (let at = 1; at < tokens.length; at += 1) {
    const found = tokens[at]?.isInside ? null : presentAt(reading, at);
    if (found === null) continue;
    open(scan, found);
    return;
  }
}

function open(scan: Scan, { found, form, isPassive }: Opening): void {
  scan.form = form;
  scan.isPassive = isPassive;
  push(scan, found);
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
