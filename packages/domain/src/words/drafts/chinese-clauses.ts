import type { VerbClass } from '../../register/fields/vocabulary.ts';
import { endingIn, narrowedChinese } from './chinese-class.ts';
import { itemsOf } from './chinese-items.ts';
import { outcomeClause } from './chinese-outcomes.ts';
import { isVerbsOnly, type VerbGroup, verbGroupAt } from './chinese-verbs.ts';
import type { Clause, ClauseContext, Clauses } from './clause.ts';
import type { FiredRule, Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';
import { skipSpace } from './skip-space.ts';

/** A label before the words of a sentence: `（二）`, `3.`, `一、`, `·`. */
const LABEL =
  /^[\s·•●\-*#>]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|第[一二三四五六七八九十]+[,，、]\s*|[一二三四五六七八九十]是)?/;
const BREAK = /[，,；;：:。！？!?\n]/;
/** Characters behind a verb in which its amount stands. */
const NEAR_VERB = 6;
/** A part that only says when or under what: `在推进过程中`. */
const CIRCUMSTANCE = /(?:中|下|上|后|前|时|期间|方面|同时|基础上)$/;
/** A time without a day at the head of a part: `汛期前`. */
const TIME = /^\p{Script=Han}{2,4}?(?:之前|以前|前|期间)/u;
const LONGEST_TIME = 7;
const DIGIT = /\d/;
/** Characters of a verb that the vocabulary does not hold. */
const UNLISTED = 2;
const HAN_WORDS = /^\p{Script=Han}+$/u;
const HAN_ONLY = /^\p{Script=Han}{2}$/u;
/** A bound at the end tells a target: `粮食产量1600亿斤以上`. */
const BOUNDED = /(?:以上|以内|以下|左右)$/;
/** Verbs of a target that stays, and shares that move. */
const STAYS = /^(?:稳定|保持|维持)/;
const SHARE = /(?:率|比例|比重|占比)$/;
/** `实现市县全覆盖` tells what comes of the clause before it. */
const RESULT = /^(?:实现|达到|做到)/;
/** What an enumeration ends with: `…改造，下穿道路等工程`. */
const GOES_ON = /等\p{Script=Han}{0,8}$/u;
/** General praise of what was done: no act and no result. */
const PRAISE = /(?:取得|呈现|迈出|展现|迈上|跃上|开创)了?\p{Script=Han}{0,8}(?:进展|成效|成绩|成就|突破|进步|态势|步伐|局面|台阶|气象)$/u;
const INTENDED = /将|要|力争|确保|努力|推动|争取|促进|促使|加快/u;
/** The longest name of a department that stands before its verb. */
const LONGEST_DEPARTMENT = 16;
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
  const reading: Reading = { ...context, text };
  const clauses: Clause[] = [];
  let isPast = false;
  let isOpen = false;
  let isDated = false;
  for (const part of partsOf(reading)) {
    if (isPastPart(reading, part)) {
      [isPast, isOpen, isDated] = [true, false, false];
      continue;
    }
    const last = clauses.at(-1);
    const isMore: boolean = isOpen && last !== undefined && goesOnWith(reading, last, part);
    const read: readonly Clause[] = isMore ? [] : readPart(reading, part, { hasBefore: clauses.length > 0, isDated });
    if (isMore && last) clauses[clauses.length - 1] = { ...last, end: part.end };
    clauses.push(...read);
    isOpen = isMore || read.length > 0;
    isDated = read.length === 0 && behindFront(reading, part) >= part.end;
  }
  if (clauses.some(({ rules }) => rules[0].rule !== 'clause.purpose'))
    return { clauses: clauses.map((clause) => narrowedChinese(text, clause, context)) };
  return { narrative: isPast ? 'narrative.past' : clauses.length > 0 ? 'narrative.aim' : 'narrative.none' };
}

/** A part that tells what was done: a word such as 已 or 去年 before its first verb, or 了 right behind it. */
function isPastPart(reading: Reading, part: Span): boolean {
  const { text, lexicon } = reading;
  const words = text.slice(part.start, part.end);
  if (PRAISE.test(words) && !INTENDED.test(words) && !reading.hasAmount(part)) return true;
  const past = lexicon.past.first(text, part.start, part.end);
  if (past === null || INTENDED.test(text.slice(part.start, past.start))) return false;
  const group = verbGroupAt(text, behindFront(reading, part), part.end, lexicon);
  return group === null || past.start <= group.end;
}

/** The parts between commas, semicolons and colons that stand in no brackets or quotation marks, without white space at their ends. */
function partsOf({ text, isInside, dateEnd }: Reading): readonly Span[] {
  const parts: Span[] = [];
  let start = LABEL.exec(text)?.[0].length ?? 0;
  for (let at = start; at <= text.length; at += 1) {
    const isDated = text.charAt(at) === '、' && dateEnd(at + 1) > at + 1;
    const isBreak = at === text.length || ((isDated || BREAK.test(text.charAt(at))) && !isInside(at) && !isWithinNumber(text, at));
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
function readPart(
  reading: Reading,
  part: Span,
  { hasBefore, isDated }: { readonly hasBefore: boolean; readonly isDated: boolean },
): readonly Clause[] {
  const { text, lexicon } = reading;
  const start = behindFront(reading, part);
  const purpose = lexicon.purposes.at(text, start, part.end);
  if (purpose !== null) return hasBefore || start < part.end ? purposeClause(reading, { start, end: part.end }, purpose.end) : [];
  const group = verbGroupAt(text, start, part.end, lexicon);
  if (group !== null && group.end < part.end) return listOf(reading, group, part.end, 'clause.verb');
  const rest = { start, end: part.end };
  const hasDate = isDated || firstOutside(reading, part, (at) => (reading.dateEnd(at) > at ? { start: at, end: at } : null)) !== null;
  const read = readSubject(reading, rest) ?? unlistedClause(reading, rest) ?? verbalClause(reading, rest, hasDate);
  if (read !== null || group === null || hasBefore || !hasDate) return read ?? [];
  return [clauseOf(rest, group, 'clause.verb')];
}

/** Where a part begins behind joining words and dates: `同时，6月底前…`. */
function behindFront({ text, lexicon, dateEnd }: Reading, part: Span): number {
  let start = part.start;
  for (;;) {
    const end = Math.max(lexicon.connectives.at(text, start, part.end)?.end ?? start, Math.min(dateEnd(start), part.end));
    const time = end === start ? timeEnd(text, start, part.end, lexicon) : end;
    const until = time === start ? departmentEnd(text, start, part.end, { lexicon, dateEnd }) : time;
    if (until === start) return start;
    start = skipSpace(text, until, part.end);
  }
}

/** `区水务局` before its verb: who answers for it is said outside of the clause. `由` before it, and 牵头 behind it, belong to the clause. */
function departmentEnd(text: string, start: number, end: number, { lexicon, dateEnd }: Pick<Reading, 'lexicon' | 'dateEnd'>): number {
  const limit = Math.min(end, start + LONGEST_DEPARTMENT);
  for (const { start: from, end: until, value } of lexicon.endings.all(text, start + 1, limit)) {
    if (value !== 'department' || !HAN_WORDS.test(text.slice(start, from))) continue;
    if (text.startsWith('牵头', until) || (dateEnd(until) === until && verbGroupAt(text, until, end, lexicon) === null)) continue;
    return until;
  }
  return start;
}

/** `汛期前` before a verb: a time without a day. */
function timeEnd(text: string, start: number, end: number, lexicon: Lexicon): number {
  const until = start + (TIME.exec(text.slice(start, Math.min(end, start + LONGEST_TIME)))?.[0].length ?? 0);
  return until > start && verbGroupAt(text, until, end, lexicon) !== null ? until : start;
}

/** A part that begins with something else than its verb: a preposition, a subject before 将, a subject with a target. */
function readSubject(reading: Reading, part: Span): readonly Clause[] | null {
  const { text, lexicon } = reading;
  const preposition = lexicon.prepositions.at(text, part.start, part.end);
  if (preposition !== null) {
    if (CIRCUMSTANCE.test(text.slice(part.start, part.end))) return null;
    const group = firstGroup(reading, preposition.end, part.end);
    if (group === null) return targetClause(reading, part);
    const phrase = { start: preposition.end, end: group.from };
    const isPlaced =
      /^[在于沿]/.test(text.slice(part.start)) && firstOutside(reading, phrase, (at) => lexicon.endings.at(text, at, phrase.end)) !== null;
    if (preposition.value === 'means' && !isPlaced && !reading.hasAmount(phrase))
      return group.end < part.end ? listOf(reading, group, part.end, 'clause.verb') : null;
    return [clauseOf({ start: part.start, end: part.end }, group, 'clause.passive')];
  }
  const marker = firstOutside(reading, part, (at) => lexicon.promises.at(text, at, part.end));
  if (marker !== null) {
    const after = behindFront(reading, { start: skipSpace(text, marker.end, part.end), end: part.end });
    const target = targetClause(reading, part);
    const group = verbGroupAt(text, after, part.end, lexicon) ?? (target === null ? firstGroup(reading, after, part.end) : null);
    if (group !== null) {
      return group.from === after && !isVerbsOnly(text, group.end, part.end, lexicon)
        ? listOf(reading, group, part.end, 'clause.marker')
        : [clauseOf(part, group, 'clause.passive')];
    }
  }
  return targetClause(reading, part) ?? stateClause(reading, part) ?? outcomeClause(text, part, lexicon) ?? topicClause(reading, part);
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
  const targets = piecesAt(reading, part).map((piece) => statedTarget(reading, piece));
  if (targets.every((target) => target !== null)) return targets;
  const target = statedTarget(reading, part);
  if (target !== null) return [target];
  const counted = firstOutside(reading, part, (at) => {
    const group = verbGroupAt(text, at, part.end, lexicon);
    return group && reading.hasAmount({ start: group.end, end: Math.min(part.end, group.end + NEAR_VERB) }) ? group : null;
  });
  return counted && [clauseOf(part, counted, 'clause.target')];
}

function statedTarget(reading: Reading, part: Span): Clause | null {
  const { text, lexicon } = reading;
  const verb = firstOutside(reading, part, (at) => lexicon.targetVerbs.at(text, at, part.end));
  if (verb?.value !== 'number' || !reading.hasAmount({ start: verb.start, end: part.end })) return null;
  return { ...part, verbClass: targetClass(text, part, verb), rules: [fired('clause.target', verb), fired('class.target', verb)] };
}

/** What is to stay as it is is an aim, a share that is to move a betterment, any other target a number that is to be reached. */
function targetClass(text: string, part: Span, verb: Span): VerbClass {
  if (STAYS.test(text.slice(verb.start, verb.end))) return 'aim';
  return SHARE.test(text.slice(part.start, verb.start)) ? 'improve' : 'promote';
}

/** A part cut at each 、 that stands in no brackets. */
function piecesAt({ text, isInside }: Reading, part: Span): readonly Span[] {
  const pieces: Span[] = [];
  let start = part.start;
  for (let at = part.start; at <= part.end; at += 1) {
    if (at < part.end && (text.charAt(at) !== '、' || isInside(at))) continue;
    pieces.push({ start, end: at });
    start = at + 1;
  }
  return pieces;
}

/** `门诊报销待遇无差别`: a state at the end of the part, which is a target without a number. */
function stateClause({ text, lexicon }: Reading, part: Span): readonly Clause[] | null {
  const end = part.end - (/["”』」]/.test(text.charAt(part.end - 1)) ? 1 : 0);
  const state = endingIn(part.start, end, (at) => lexicon.targetVerbs.at(text, at, end));
  if (state?.value !== 'state' || state.start - part.start < 2) return null;
  return [{ ...part, verbClass: 'implement', rules: [fired('clause.target', state), fired('class.target', state)] }];
}

/** Adverbs, or a number right behind it, tell a verb that the vocabulary does not hold: `千方百计稳岗拓岗`, `选送1000场`. */
function unlistedClause(reading: Reading, part: Span): readonly Clause[] | null {
  const { text, lexicon } = reading;
  let at = part.start;
  for (;;) {
    const adverb = lexicon.modifiers.at(text, at, part.end);
    if (adverb?.value !== 'adverb') break;
    at = skipSpace(text, adverb.end, part.end);
  }
  const word = { start: at, end: at + UNLISTED };
  if (!HAN_ONLY.test(text.slice(word.start, word.end)) || part.end - word.end < 2) return null;
  const isCounted = reading.hasAmount({ start: word.end, end: Math.min(part.end, word.end + NEAR_VERB) });
  if (at === part.start && !(isCounted && DIGIT.test(text.charAt(word.end)))) return null;
  return [{ start: part.start, end: part.end, verbClass: null, rules: [fired('clause.verb', word), fired('class.unknown', word)] }];
}

/** A subject before its verb: with an adverb between (`区水务局牵头编制规划`), or where a day or an amount says that it is a promise. */
function verbalClause(reading: Reading, part: Span, hasDate: boolean): readonly Clause[] | null {
  const { text, lexicon } = reading;
  const adverbial = firstOutside(reading, part, (at) => {
    const group = verbGroupAt(text, at, part.end, lexicon);
    return group?.isAdverbial && group.end < part.end ? group : null;
  });
  if (adverbial !== null) return [clauseOf(part, adverbial, 'clause.passive')];
  const hasAmount = reading.hasAmount(part);
  const group = hasDate || hasAmount ? firstGroup(reading, part.start, part.end) : null;
  if (group !== null && group.from === part.start && isVerbsOnly(text, group.end, part.end, lexicon)) return null;
  if (group !== null) return [clauseOf(part, group, 'clause.passive')];
  if (!hasAmount || !BOUNDED.test(text.slice(part.start, part.end))) return null;
  return [{ ...part, verbClass: 'promote', rules: [fired('clause.target', part), fired('class.target', part)] }];
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
    if ((joint !== '、' && joint !== '并') || isInside(at) || (joint === '并' && isWithinWord(text, at))) continue;
    const next = verbGroupAt(text, joint === '并' ? (lexicon.connectives.at(text, at, end)?.end ?? at + 1) : at + 1, end, lexicon);
    if (next === null || !hasObject(reading, next, end) || at - from < 2) continue;
    clauses.push(clauseOf({ start: open.from, end: at }, open, opening));
    [open, opening, from] = [next, 'clause.list', next.end];
    at = next.end - 1;
  }
  clauses.push(clauseOf({ start: open.from, end }, open, opening));
  return clauses.flatMap((clause) => itemsOf(reading, clause));
}

/** 并 within a word such as 合并 or 并网 joins nothing. */
function isWithinWord(text: string, at: number): boolean {
  return /[合兼吞]/.test(text.charAt(at - 1)) || /[网轨行购存重联列排]/.test(text.charAt(at + 1));
}

/** Something that is no verb follows, before the next 、 or the end. */
function hasObject({ text, lexicon, isInside }: Reading, group: VerbGroup, end: number): boolean {
  let until = group.end;
  while (until < end && (text.charAt(until) !== '、' || isInside(until))) until += 1;
  return until - group.end >= 2 && !isVerbsOnly(text, group.end, until, lexicon);
}

/**
 * A part that goes on with the clause before it: more of its objects, without a verb, a preposition, a promise or a date; or how many, where
 * the clause has said no amount.
 */
function goesOnWith(reading: Reading, last: Clause, part: Span): boolean {
  const { text, lexicon } = reading;
  const start = behindFront(reading, part);
  if (reading.dateEnd(part.start) > part.start || verbGroupAt(text, start, part.end, lexicon) !== null) return false;
  if (lexicon.prepositions.at(text, part.start, part.end) !== null || lexicon.purposes.at(text, start, part.end) !== null) return false;
  if (lexicon.promises.first(text, part.start, part.end) !== null) return false;
  if (unlistedClause(reading, { start, end: part.end }) !== null) return false;
  if (stateClause(reading, part) !== null && !RESULT.test(text.slice(part.start, part.end))) return false;
  if (!reading.hasAmount(part)) return GOES_ON.test(text.slice(part.start, part.end));
  return targetClause(reading, part) === null && !reading.hasAmount(last);
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

function fired(rule: RuleId, { start, end }: Span): FiredRule {
  return { rule, start, end };
}
