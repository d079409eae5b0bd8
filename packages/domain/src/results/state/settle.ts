import type { DayString } from '@westgate/base';
import { type Evidence, sayEvidence } from '../evidence.ts';
import type { Case, Due, Finding, Rule, Timing } from '../finding.ts';
import { type Said, say, sayDay, shortMonthOf, shortPeriod } from '../say.ts';

/** Rows that, dated after the due date, say the promise was not kept by then. First use and announcements say neither. */
const SAYS_UNFINISHED = ['not-done', 'progress', 'started'];

/**
 * What a finding comes to against the calendar: the plan not begun yet; done; moved (`slipped`); past due and shown unfinished (`late`);
 * past due and silent (`not-known`); under way; not begun; or simply not known.
 */
export function settle(subject: Case, rule: Rule, found: Finding): Finding {
  if (subject.kind === 'commitment' && subject.from && subject.asOf < subject.from) return beforePlan(subject.from);
  const finding = found.name === 'done' ? deniedSince(subject, found) : found;
  if (finding.name !== 'under-way' && finding.name !== 'silent') return finding;
  const { asOf } = subject;
  const due = subject.due ?? dueByTarget(finding);
  if (due && asOf > due.on) return overdue(subject, rule, finding, due);
  if (due?.moved && (due.promised === null || due.on > due.promised)) return slipped(finding, due, due.moved);
  const own = subject.due === null ? fromObjects(subject) : null;
  if (own) return own;
  if (finding.name === 'under-way') return finding;
  return notBegun(subject, rule, finding);
}

/** Whether something done was early, on time or late; null without a promised day, or where the dates are too coarse to tell. */
export function timingOf(finding: Finding, due: Due | null): Timing | null {
  const day = due?.promised ?? null;
  if (finding.name !== 'done' || !finding.on || day === null) return null;
  if (finding.on < day) return 'early';
  if (finding.on === day) return 'on-time';
  return finding.first !== null && finding.first > day ? 'late' : null;
}

function beforePlan(from: DayString): Finding {
  const day = sayDay(from);
  const short = shortMonthOf(from);
  return {
    name: 'not-started',
    first: null,
    on: null,
    fact: say(`所属计划 ${day.zh}才开始`, `the plan that promises it begins on ${day.en}`),
    tail: say(`计划 ${short.zh} 起`, `plan from ${short.en}`),
  };
}

/** A closing finding of the objects, overruled by a later row on the promise itself that says it is not done. */
function deniedSince(subject: Case, finding: Finding): Finding {
  const denial = subject.known.findLast((row) => row.row.what === 'not-done' && finding.on !== null && row.on > finding.on);
  if (!denial) return finding;
  const fact = joined(finding.fact, sayEvidence(denial));
  return { name: 'under-way', first: finding.first, on: finding.on, fact, tail: say('后来说未完成', 'later said not done') };
}

/** Without a due date, a number was to reach its target by the end of the target's period. */
function dueByTarget(finding: Finding): Due | null {
  return finding.until ? { on: finding.until.on, promised: null, moved: null } : null;
}

function overdue(subject: Case, rule: Rule, finding: Finding, due: Due): Finding {
  const since = sayDay(due.on);
  const after = unfinishedAfter(subject, due.on);
  const month = shortMonthOf(due.on);
  const known = finding.fact.zh === '' ? null : finding.fact;
  if (after || (finding.shortOn && finding.shortOn > due.on)) {
    const proof = after ? sayEvidence(after) : finding.fact;
    const fact = say(
      `应于 ${since.zh}完成；之后仍未完成：${proof.zh}`,
      `it was due on ${since.en} and was still not done after that: ${proof.en}`,
    );
    return { name: 'late', first: due.on, on: due.on, fact, tail: say(`${month.zh} 到期`, `was due ${month.en}`) };
  }
  const lapse = subject.due
    ? say(`应于 ${since.zh}完成，${rule.unconfirmed.fact.zh}`, `it fell due on ${since.en}, and ${rule.unconfirmed.fact.en}`)
    : say(`目标时限 ${since.zh}已过，没有来源说明是否达到`, `its target was to be met by ${since.en}, and no source says whether it was`);
  const fact = known ? joined(known, lapse) : lapse;
  return {
    name: 'not-known',
    first: due.on,
    on: due.on,
    fact,
    tail: finding.shortOn || finding.isPart ? finding.tail : rule.unconfirmed.tail,
  };
}

function slipped(finding: Finding, due: Due, moved: Evidence): Finding {
  const day = sayDay(due.on);
  const from = due.promised && sayDay(due.promised);
  const row = sayEvidence(moved);
  const change = from
    ? say(`完成时限由 ${from.zh}改为 ${day.zh}：${row.zh}`, `the due date was moved from ${from.en} to ${day.en}: ${row.en}`)
    : say(`完成时限改为 ${day.zh}：${row.zh}`, `the due date was moved to ${day.en}: ${row.en}`);
  const month = shortMonthOf(due.on);
  const fact = finding.fact.zh === '' ? change : joined(change, finding.fact);
  return { name: 'slipped', first: moved.first, on: moved.on, fact, tail: say(`改到 ${month.zh}`, `moved to ${month.en}`) };
}

/** Without a due date of its own, a commitment with several objects is late or slipped when one of them is. */
function fromObjects(subject: Case): Finding | null {
  if (subject.objects.length < 2) return null;
  for (const name of ['late', 'slipped'] as const) {
    const object = subject.objects.find(({ finding }) => finding.name === name);
    if (!object) continue;
    const { name: title } = object.subject;
    return { ...object.finding, fact: say(`${title.zh}：${object.finding.fact.zh}`, `${title.en}: ${object.finding.fact.en}`) };
  }
  return null;
}

function notBegun(subject: Case, rule: Rule, finding: Finding): Finding {
  const next = [...subject.later, ...subject.objects.flatMap((object) => object.subject.later)].sort((a, b) => (a.on < b.on ? -1 : 1))[0];
  const told = finding.fact.zh === '' ? rule.missing : { fact: finding.fact, tail: finding.tail };
  if (next && next.first > subject.asOf && (next.row.what === 'started' || next.row.what === 'held')) {
    const row = sayEvidence(next);
    const when = shortPeriod(next.row.dates, subject.asOf);
    return {
      name: 'not-started',
      first: null,
      on: null,
      fact: say(`当日还没有开始；之后：${row.zh}`, `not begun on the date shown; later: ${row.en}`),
      tail: say(`${when.zh} 起`, `from ${when.en}`),
    };
  }
  const due = subject.due && sayDay(subject.due.on);
  const fact = due ? joined(told.fact, say(`应于 ${due.zh}完成`, `it is due on ${due.en}`)) : told.fact;
  return { name: 'not-known', first: null, on: null, fact, tail: told.tail };
}

function unfinishedAfter(subject: Case, day: DayString): Evidence | null {
  const rows = [subject.known, ...subject.objects.map((object) => object.subject.known)].flat();
  return rows.findLast((evidence) => evidence.first > day && SAYS_UNFINISHED.includes(evidence.row.what)) ?? null;
}

function joined(a: Said, b: Said): Said {
  return say(`${a.zh}；${b.zh}`, `${a.en}; ${b.en}`);
}
