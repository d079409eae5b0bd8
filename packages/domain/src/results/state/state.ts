import { type Bilingual, type DayString, noSuch, WestgateError } from '@westgate/base';
import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import { keyOf } from '../../register/tables.ts';
import { wholeBehind } from '../../register/whole-behind.ts';
import { latest } from '../days.ts';
import { type Evidence, isBeforePlan, notKnownYet, notSound, type SubjectKind, wordOf } from '../evidence.ts';
import type { Case, Finding, Rule, StateName, Timing, Until } from '../finding.ts';
import { cutToMargin } from '../margin.ts';
import { ruleOf } from '../rules/index.ts';
import { type Said, say, sayDay, sentenceOf } from '../say.ts';
import { enteredBehind, latestMeasured } from '../series.ts';
import { caseOf, type Subject } from './cases.ts';
import { findWithin } from './known-part.ts';
import { settle, timingOf } from './settle.ts';

/** What a state says of its subject, without the words that tell why. */
interface Verdict {
  readonly name: StateName;
  readonly timing: Timing | null;
  readonly finding: Finding;
  readonly due: DayString | null;
  readonly dueBy: DayString | null;
  readonly dueOf: Pick<Until, 'kind' | 'id'> | null;
}

const NOT_SHOWN = {
  fact: say('所依据的内容有一部分不向您公开', 'part of the evidence is not shown to you'),
  tail: say('部分依据不公开', 'part not shown'),
};
const NOT_PUBLISHED = {
  fact: say('所依据的内容有一部分未公开', 'part of the evidence is not published'),
  tail: say('部分依据未公开', 'part not published'),
};

/** A state computed for a day from dated evidence. Never stored. */
export interface State {
  readonly name: StateName;
  /** For what is done: against the day first promised. Null without one, or where the dates are too coarse. */
  readonly timing: Timing | null;
  /** The day since when it is so, where that is known. */
  readonly since: DayString | null;
  /** The due date that counts on the day asked, later moves included. */
  readonly due: DayString | null;
  /** The due date as it was first promised; null where none was. */
  readonly promised: DayString | null;
  /** The day by which its outcome is to be known: `due`, else the end of its targets or of the plan it carries out; null where nothing sets one. */
  readonly dueBy: DayString | null;
  /** What sets `dueBy` where it is no due date of the subject: an indicator with a target, or the plan that it carries out. */
  readonly dueOf: Pick<Until, 'kind' | 'id'> | null;
  /** A sentence in plain words that names the dates and sources it rests on. */
  readonly reason: Bilingual;
  /** The last day of the newest evidence and value that it rests on; null where it rests on none. */
  readonly latest: DayString | null;
  /** Every evidence row on the subject and its objects: does it count, and why. */
  readonly counted: readonly { readonly outcomeId: string; readonly counts: boolean; readonly why: Bilingual }[];
  /** Keys of the values of the indicators bound to the subject and its objects. */
  readonly values: readonly string[];
  /** What counts as done for its class of verb. */
  readonly rule: Bilingual;
  /** The short form for margins: at most 14 Chinese or 26 Latin characters. */
  readonly tail: Bilingual;
}

/**
 * The state of a commitment, project or event on the day `asOf`, from the evidence known by then: the subject's own rows first, else those
 * of its objects, judged by the rule of its class of verb. Unknown stays unknown: a date that passed in silence is `not-known`, and so is for
 * a reader what would be another state with what is withheld from them.
 * Throws WG_NOT_FOUND when there is no such record. Cost: the rows and links of the subject; the indexes are built once per register.
 */
export function stateOf(register: Register, subject: Subject, asOf: DayString): State {
  const verdict = verdictOn(register, subject, asOf);
  const { judged, rule } = verdict;
  const behind = wholeBehind(register);
  const isTrue = behind === null || isSameVerdict(verdict, verdictOn(behind.whole, subject, asOf));
  const { name, timing, finding } = isTrue ? verdict : unknownVerdict(behind.isPublic);
  return {
    name,
    timing,
    since: finding.on,
    due: verdict.due,
    promised: judged.due?.promised ?? null,
    dueBy: verdict.dueBy,
    dueOf: verdict.dueOf,
    reason: sentenceOf(reasonOf(finding, judged, timing)),
    latest: latest(latestDays(judged, rule)),
    counted: countedRows(judged, rule),
    values: valuesBehind(judged),
    rule: rule.means,
    tail: cutToMargin(finding.tail),
  };
}

/** What counts as done for a class of verb; the plain rule where no class is chosen. An event is always judged as hosted. */
export function doneWhen(kind: SubjectKind, verbClass: VerbClass | null): Said {
  return ruleOf(kind, verbClass).means;
}

/** What a register says of a subject on a day, whoever may know of more. */
function verdictOn(register: Register, subject: Subject, asOf: DayString): Verdict & { readonly judged: Case; readonly rule: Rule } {
  const judged = caseOf(register, subject, asOf);
  if (!judged) throw new WestgateError('WG_NOT_FOUND', noSuch(subject.kind, subject.id), { kind: subject.kind, id: subject.id });
  const rule = ruleOf(judged.kind, judged.verbClass);
  const found = findWithin(judged, rule);
  const finding = settle(judged, rule, found);
  const name = finding.name === 'silent' ? 'not-known' : finding.name;
  const timing = judged.kind === 'event' || judged.verbClass === 'host' ? heldTiming(finding, judged) : timingOf(finding, judged.due);
  const due = judged.due?.on ?? null;
  const until = due === null ? (found.until ?? null) : null;
  return { judged, rule, name, timing, finding, due, dueBy: due ?? until?.on ?? null, dueOf: until };
}

function unknownVerdict(isPublic: boolean): Pick<Verdict, 'name' | 'timing' | 'finding'> {
  return { name: 'not-known', timing: null, finding: withheldFinding(isPublic) };
}

/** Something held within its promised time is on time, not early: its days were set. */
function heldTiming(finding: Finding, judged: Case): Timing | null {
  const timing = timingOf(finding, judged.due);
  return timing === 'early' ? 'on-time' : timing;
}

function reasonOf(finding: Finding, judged: Case, timing: Timing | null): Said {
  const { fact } = finding;
  if (finding.name === 'done') return withDue(fact, judged, timing);
  if (finding.name !== 'under-way' || !judged.due) return fact;
  const due = sayDay(judged.due.on);
  return say(`${fact.zh}；应于 ${due.zh}完成`, `${fact.en}; due on ${due.en}`);
}

function withDue(fact: Said, judged: Case, timing: Timing | null): Said {
  const promised = judged.due?.promised ?? null;
  if (judged.kind === 'event') return fact;
  if (promised === null) return say(`${fact.zh}；没有查到承诺的时限`, `${fact.en}; no due date is recorded`);
  const day = sayDay(promised);
  const comma = fact.zh.includes('；') ? say('；', '; ') : say('，', ', ');
  const against = (zh: string, en: string): Said =>
    say(`${fact.zh}${comma.zh}${zh}完成时限 ${day.zh}`, `${fact.en}${comma.en}${en} the due date, ${day.en}`);
  if (timing === 'early') return against('早于', 'before');
  if (timing === 'late') return against('晚于', 'after');
  if (timing === 'on-time') return against('没有晚于', 'not after');
  return say(
    `${fact.zh}；完成时限 ${day.zh}，早晚说不准`,
    `${fact.en}; due on ${day.en}, and the dates are too coarse to say whether in time`,
  );
}

function countedRows(judged: Case, rule: Rule): State['counted'] {
  const parts = [{ subject: judged, rule }, ...judged.objects];
  return parts.flatMap((part) =>
    part.subject.rows.map((evidence) => ({ outcomeId: evidence.row.id, ...weigh(evidence, part.subject, part.rule) })),
  );
}

/** The last days of what counts: of evidence known by then, and of values measured by then. */
function latestDays(judged: Case, rule: Rule): readonly DayString[] {
  const parts = [{ subject: judged, rule }, ...judged.objects];
  return parts.flatMap((part) => [
    ...part.subject.known.filter((evidence) => weigh(evidence, part.subject, part.rule).counts).map(({ on }) => on),
    ...part.subject.series.flatMap((series) => latestMeasured(series, judged.asOf)?.last ?? []),
  ]);
}

function valuesBehind(judged: Case): readonly string[] {
  const series = [judged, ...judged.objects.map((object) => object.subject)].flatMap((each) => each.series);
  const values = series.flatMap(({ measured, targets }) => [...measured, ...targets]).flatMap(enteredBehind);
  return [...new Set(values.map(({ row }) => keyOf('indicator_value', row)))].sort();
}

function weigh(evidence: Evidence, subject: Case, rule: Rule): { readonly counts: boolean; readonly why: Said } {
  const { what, new_due_on: moved } = evidence.row;
  if (evidence.fault !== null) return { counts: false, why: notSound(evidence.fault) };
  if (evidence.knownOn > subject.asOf) return { counts: false, why: notKnownYet(evidence) };
  if (isBeforePlan(evidence, subject.from, subject.rows))
    return { counts: false, why: say('不计：早于这份计划', 'not counted: it is older than the plan') };
  const remark = rule.remarks?.[what];
  if (remark) return remark;
  if (rule.closes.includes(what)) return { counts: true, why: say('计入：达到完成标准', 'counted: it fulfils the promise') };
  if (what === 'not-done') return { counts: true, why: say('计入：说明未完成', 'counted: it says that it is not done') };
  if (what === 'rescheduled' && moved !== null) return { counts: true, why: say('计入：改了完成时限', 'counted: it moves the due date') };
  if (rule.moves.includes(what)) return { counts: true, why: say('计入：说明推进中', 'counted: it shows work under way') };
  const word = wordOf(what);
  return { counts: false, why: say(`不计：这一类不看“${word.zh}”`, `not counted: “${word.en}” does not decide this class`) };
}

/** What is found for a reader from whom something is withheld that makes it another thing: nothing that could be told. */
function withheldFinding(isPublic: boolean): Finding {
  return { name: 'not-known', first: null, on: null, ...(isPublic ? NOT_PUBLISHED : NOT_SHOWN) };
}

/** Whether two verdicts say the same: what one rests on and the other does not, changes nothing. The margin tells over how many it was judged. */
function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return (
    a.name === b.name &&
    a.timing === b.timing &&
    a.due === b.due &&
    a.dueBy === b.dueBy &&
    a.finding.first === b.finding.first &&
    a.finding.on === b.finding.on &&
    a.finding.tail.zh === b.finding.tail.zh
  );
}
