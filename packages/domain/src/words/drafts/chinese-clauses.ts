import type { VerbClass } from '../../register/fields/vocabulary.ts';
import { isVerbsOnly, skipSpace, type VerbGroup, verbGroupAt } from './chinese-verbs.ts';
import { type Clause, type ClauseContext, type Clauses, isOpenToObject } from './clause.ts';
import type { FiredRule, Span } from './draft.ts';
import type { RuleId } from './rules.ts';

/** A label before the words of a sentence: `（二）`, `3.`, `一、`, `·`. */
const LABEL =
  /^[\s·•●\-*#>]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|第[一二三四五六七八九十]+[,，、]\s*|[一二三四五六七八九十]是)?/;
const BREAK = /[，,；;：:。！？!?\n]/;
/** Characters behind a verb in which its amount stands. */
const NEAR_VERB = 6;
/** A part that only says when or under what: `在推进过程中`. */
const CIRCUMSTANCE = /(?:中|下|上|后|前|时|期间|方面|同时|基础上)$/;
const DIGIT = /\d/;
/** Characters at the end of a part in which its verbs are looked for. */
const LONGEST_ENDING = 10;

interface Reading extends ClauseContext {
  readonly text: string;
}

/**
 * The promising clauses of a folded Chinese sentence: each part between commas that begins with a promising verb, each verb with its own
 * object after 、, what follows 将 or 要, targets with a number, and clauses of purpose. A part without a verb belongs to the clause before it.
 */
export function chineseClauses(text: string, context: ClauseContext): Clauses {
  const { lexicon } = context;
  const reading: Reading = { ...context, text };
  const clauses: Clause[] = [];
  let isPast = false;
  let isOpen = false;
  for (const part of partsOf(reading)) {
    if (lexicon.past.first(text, part.start, part.end) !== null) {
      [isPast, isOpen] = [true, false];
      continue;
    }
    const read = readPart(reading, part, clauses.length > 0);
    if (read.length > 0) clauses.push(...read);
    else if (isOpen && belongsBefore(reading, part)) {
      const last = clauses.pop();
      if (last) clauses.push({ ...last, end: part.end });
    }
    isOpen = read.length > 0 || (isOpen && belongsBefore(reading, part));
  }
  if (clauses.some(({ rules }) => rules[0].rule !== 'clause.purpose'))
    return { clauses: clauses.map((clause) => narrowed(reading, clause)) };
  return { narrative: isPast ? 'narrative.past' : clauses.length > 0 ? 'narrative.aim' : 'narrative.none' };
}

/** The parts between commas, semicolons and colons that stand in no brackets or quotation marks, without white space at their ends. */
function partsOf({ text, isInside }: Reading): readonly Span[] {
  const parts: Span[] = [];
  let start = LABEL.exec(text)?.[0].length ?? 0;
  for (let at = start; at <= text.length; at += 1) {
    const isBreak = at === text.length || (BREAK.test(text.charAt(at)) && !isInside(at) && !isWithinNumber(text, at));
    if (!isBreak) continue;
    const from = skipSpace(text, start, at);
    let to = at;
    while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
    if (to > from) parts.push({ start: from, end: to });
    start = at + 1;
  }
  return parts;
}

function isWithinNumber(text: string, at: number): boolean {
  return /[,:]/.test(text.charAt(at)) && DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1));
}

/** The clauses of one part: none where it begins with no promise. */
function readPart(reading: Reading, part: Span, hasBefore: boolean): readonly Clause[] {
  const { text, lexicon } = reading;
  const start = behindFront(reading, part);
  const purpose = lexicon.purposes.at(text, start, part.end);
  if (purpose !== null) return hasBefore || start < part.end ? purposeClause(reading, { start, end: part.end }, purpose.end) : [];
  const group = verbGroupAt(text, start, part.end, lexicon);
  if (group !== null && group.end < part.end) return listOf(reading, group, part.end, 'clause.verb');
  return readSubject(reading, { start, end: part.end }) ?? [];
}

/** Where a part begins behind joining words and dates: `同时，6月底前…`. */
function behindFront({ text, lexicon, dateEnd }: Reading, part: Span): number {
  let start = part.start;
  for (;;) {
    const end = Math.max(lexicon.connectives.at(text, start, part.end)?.end ?? start, Math.min(dateEnd(start), part.end));
    if (end === start) return start;
    start = skipSpace(text, end, part.end);
  }
}

/** A part that begins with something else than its verb: a preposition, a subject before 将, a subject with a target. */
function readSubject(reading: Reading, part: Span): readonly Clause[] | null {
  const { text, lexicon } = reading;
  const preposition = lexicon.prepositions.at(text, part.start, part.end);
  if (preposition !== null) {
    if (CIRCUMSTANCE.test(text.slice(part.start, part.end))) return null;
    const group = firstGroup(reading, preposition.end, part.end);
    if (group === null) return targetClause(reading, part);
    if (preposition.value === 'means') return group.end < part.end ? listOf(reading, group, part.end, 'clause.verb') : null;
    return [clauseOf({ start: part.start, end: part.end }, group, 'clause.passive')];
  }
  const marker = firstOutside(reading, part, (at) => lexicon.promises.at(text, at, part.end));
  if (marker !== null) {
    const after = skipSpace(text, marker.end, part.end);
    const group = verbGroupAt(text, after, part.end, lexicon) ?? firstGroup(reading, after, part.end);
    if (group !== null) {
      return group.from === after && !isVerbsOnly(text, group.end, part.end, lexicon)
        ? listOf(reading, group, part.end, 'clause.marker')
        : [clauseOf(part, group, 'clause.passive')];
    }
  }
  return targetClause(reading, part) ?? topicClause(reading, part);
}

/** `西岸绿道继续推进`: a topic, an adverb and verbs at the end. */
function topicClause({ text, lexicon, isInside }: Reading, part: Span): readonly Clause[] | null {
  for (let at = Math.max(part.start + 2, part.end - LONGEST_ENDING); at < part.end; at += 1) {
    const group = isInside(at) ? null : verbGroupAt(text, at, part.end, lexicon);
    if (group?.isAdverbial && isVerbsOnly(text, group.end, part.end, lexicon)) return [clauseOf(part, group, 'clause.passive')];
  }
  return null;
}

/** `常住人口控制在50万人以内`: a verb of targets and a number. `每村建成1处`: a verb and, right after it, how many. */
function targetClause(reading: Reading, part: Span): readonly Clause[] | null {
  const { text, lexicon } = reading;
  const verb = firstOutside(reading, part, (at) => lexicon.targetVerbs.at(text, at, part.end));
  if (verb !== null && reading.hasAmount({ start: verb.start, end: part.end })) {
    return [{ ...part, verbClass: 'promote', rules: [fired('clause.target', verb), fired('class.target', verb)] }];
  }
  const counted = firstOutside(reading, part, (at) => {
    const group = verbGroupAt(text, at, part.end, lexicon);
    return group && reading.hasAmount({ start: group.end, end: Math.min(part.end, group.end + NEAR_VERB) }) ? group : null;
  });
  return counted && [clauseOf(part, counted, 'clause.target')];
}

function purposeClause(reading: Reading, part: Span, from: number): readonly Clause[] {
  const group =
    verbGroupAt(reading.text, skipSpace(reading.text, from, part.end), part.end, reading.lexicon) ?? firstGroup(reading, from, part.end);
  const marker = { start: part.start, end: from };
  if (group === null) return [{ ...part, verbClass: 'aim', rules: [fired('clause.purpose', marker), fired('class.purpose', marker)] }];
  const start = group.from === skipSpace(reading.text, from, part.end) ? group.from : part.start;
  const rules: Clause['rules'] = [fired('clause.purpose', marker), fired('class.purpose', group)];
  return [{ start, end: part.end, verbClass: 'aim', rules }];
}

/** The clause of a verb, and one more for each verb with an object of its own after 、 or 并. */
function listOf(reading: Reading, head: VerbGroup, end: number, rule: RuleId): readonly Clause[] {
  const { text, lexicon, isInside } = reading;
  const clauses: Clause[] = [];
  let [open, opening, from]: [VerbGroup, RuleId, number] = [head, rule, head.end];
  for (let at = head.end; at < end; at += 1) {
    const joint = text.charAt(at);
    if ((joint !== '、' && joint !== '并') || isInside(at)) continue;
    const next = verbGroupAt(text, joint === '并' ? (lexicon.connectives.at(text, at, end)?.end ?? at + 1) : at + 1, end, lexicon);
    if (next === null || !hasObject(reading, next, end) || at - from < 2) continue;
    clauses.push(clauseOf({ start: open.from, end: at }, open, opening));
    [open, opening, from] = [next, 'clause.list', next.end];
    at = next.end - 1;
  }
  clauses.push(clauseOf({ start: open.from, end }, open, opening));
  return clauses;
}

/** Something that is no verb follows, before the next 、 or the end. */
function hasObject({ text, lexicon, isInside }: Reading, group: VerbGroup, end: number): boolean {
  let until = group.end;
  while (until < end && (text.charAt(until) !== '、' || isInside(until))) until += 1;
  return until - group.end >= 2 && !isVerbsOnly(text, group.end, until, lexicon);
}

/** A part that goes on with the objects of the clause before it: without a preposition at its head, a promise, a date or an amount. */
function belongsBefore(reading: Reading, part: Span): boolean {
  const { text, lexicon } = reading;
  if (reading.dateEnd(part.start) > part.start || reading.hasAmount(part)) return false;
  return lexicon.prepositions.at(text, part.start, part.end) === null && lexicon.promises.first(text, part.start, part.end) === null;
}

function firstGroup({ text, lexicon, isInside }: Reading, from: number, end: number): VerbGroup | null {
  for (let at = from; at < end; at += 1) {
    if (isInside(at)) continue;
    const group = verbGroupAt(text, at, end, lexicon);
    if (group !== null) return group;
  }
  return null;
}

function firstOutside<Match>({ isInside }: Reading, part: Span, matchAt: (at: number) => Match | null): Match | null {
  for (let at = part.start; at < part.end; at += 1) {
    const match = isInside(at) ? null : matchAt(at);
    if (match !== null) return match;
  }
  return null;
}

function clauseOf(span: Span, group: VerbGroup, rule: RuleId): Clause {
  return { ...span, verbClass: group.verbClass, rules: [fired(rule, group), fired(group.rule, group)] };
}

/** The class as the object has it: `建设一批` at its head, `格局` or `示范区` at its end. */
function narrowed({ text, lexicon }: Reading, clause: Clause): Clause {
  const verb = clause.rules[1];
  if (!isOpenToObject(clause.verbClass) || verb.rule === 'class.target') return clause;
  const head = lexicon.verbObjects.at(text, skipSpace(text, verb.end, clause.end), clause.end);
  const end = head ?? endingIn(verb.end, clause.end, (at) => lexicon.verbObjects.at(text, at, clause.end));
  if (end === null || !fits(clause.verbClass, end.value)) return clause;
  return { ...clause, verbClass: end.value, rules: [clause.rules[0], fired('class.object', end)] };
}

/** An object makes an aim of what is built, not of what is promoted. */
function fits(verbClass: VerbClass | null, ofObject: VerbClass): boolean {
  return ofObject !== 'aim' || verbClass === 'establish';
}

function endingIn<Match extends Span>(start: number, end: number, matchAt: (at: number) => Match | null): Match | null {
  for (let at = Math.max(start, end - 8); at < end; at += 1) {
    const match = matchAt(at);
    if (match !== null && match.end === end) return match;
  }
  return null;
}

function fired(rule: RuleId, { start, end }: Span): FiredRule {
  return { rule, start, end };
}
