import { type DayString, periodSpan } from '@westgate/base';
import { type DayFaultName, districtOf } from '../register/day-span.ts';
import type { OutcomeKind } from '../register/fields/vocabulary.ts';
import { grouped } from '../register/groups.ts';
import { rowDayFaults } from '../register/held-days.ts';
import type { Register } from '../register/register.ts';
import { steppedIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';
import { isSourceWithheld } from '../register/withheld-source.ts';
import { type Said, say, sayAmount, sayDay, sayList, sayWhen, shortPeriod } from './say.ts';
import { unitName } from './unit.ts';

export type SubjectKind = 'commitment' | 'project' | 'event';

/** An outcome row with its days worked out. */
export interface Evidence {
  readonly row: Row<'outcome'>;
  readonly first: DayString;
  readonly last: DayString;
  /** The day by which it has surely happened. */
  readonly on: DayString;
  /** The day from which it counts. */
  readonly knownOn: DayString;
  /** The measured unit in words, empty where there is none. */
  readonly unit: Said;
  /** Why it counts on no day: its day cannot be, or was still to come when it was written. Null where it counts. */
  readonly fault: DayFaultName | null;
}

/** What happened, as a clause and as one word for a margin. */
const WORDS = {
  started: [say('开工', 'work began'), say('开工', 'began')],
  progress: [say('有进展', 'progress reported'), say('进展', 'progress')],
  completed: [say('完工', 'completed'), say('完工', 'completed')],
  opened: [say('开放', 'opened'), say('开放', 'opened')],
  held: [say('举办', 'held'), say('举办', 'held')],
  accepted: [say('通过验收', 'accepted'), say('验收', 'accepted')],
  adopted: [say('获批', 'adopted'), say('获批', 'adopted')],
  measured: [say('测得', 'measured'), say('测量', 'measured')],
  'in-use': [say('投入使用', 'put to use'), say('使用', 'in use')],
  announced: [say('宣布', 'announced'), say('宣布', 'announced')],
  rescheduled: [say('改期', 'rescheduled'), say('改期', 'rescheduled')],
  'not-done': [say('确认未完成', 'reported not done'), say('未完成', 'not done')],
  reviewed: [say('复核', 'reviewed'), say('复核', 'reviewed')],
} as const satisfies Record<OutcomeKind, readonly [Said, Said]>;

/** Rows that end the work a start began. */
const FINISHED: readonly OutcomeKind[] = ['completed', 'opened', 'accepted'];

const evidenceBySubject = steppedIndex<ReadonlyMap<string, readonly Evidence[]>>({
  basis: { outcome: 'rows', district: ['units', 'time_zone', 'first_day', 'last_day'] },
  *build(register) {
    const evidence = new Map<string, readonly Evidence[]>();
    for (const [key, rows] of grouped(register.outcome.values(), subjectKey)) {
      evidence.set(key, inOrder(rows.map((row) => evidenceOf(register, row))));
      yield;
    }
    return evidence;
  },
  grow(held, { outcome: changes = [], district }, register) {
    if (district) return null;
    const after = new Map(held);
    for (const { before, after: row } of changes) {
      if (before)
        after.set(
          subjectKey(before),
          (after.get(subjectKey(before)) ?? []).filter((evidence) => evidence.row !== before),
        );
      if (row) after.set(subjectKey(row), inOrder([...(after.get(subjectKey(row)) ?? []), evidenceOf(register, row)]));
    }
    return after;
  },
});

function subjectKey(row: Row<'outcome'>): string {
  return `${row.subject_kind}:${row.subject_id}`;
}

function inOrder(rows: readonly Evidence[]): readonly Evidence[] {
  return rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Every outcome row of a subject, earliest first, whether known yet or not. The index is built once per register. */
export function evidenceOn(register: Register, kind: SubjectKind, id: string): readonly Evidence[] {
  return evidenceBySubject.of(register).get(`${kind}:${id}`) ?? [];
}

/** Works out step by step what {@link evidenceOn} tells from, for whoever gives others their turn between. */
export function* evidenceSteps(register: Register): Generator<undefined, void> {
  yield* evidenceBySubject.steps(register);
}

/**
 * True for a row that ended before the plan began: it cannot fulfil what was promised later. A measurement may be the "before" of a
 * comparison, and a start stays true as long as the work it began was not finished before the plan.
 */
export function isBeforePlan(evidence: Evidence, from: DayString | null, rows: readonly Evidence[]): boolean {
  if (from === null || evidence.last >= from || evidence.row.what === 'measured') return false;
  if (evidence.row.what !== 'started') return true;
  return rows.some(({ row, last, on }) => FINISHED.includes(row.what) && last < from && on >= evidence.on);
}

/** What happened, when, how much and who says so: `2024 年 3 月 29 日开工（来源 A1）`, `work began on 29 March 2024 (source A1)`. */
export function sayEvidence(evidence: Evidence): Said {
  const { row } = evidence;
  const [words] = WORDS[row.what];
  const when = sayWhen(row.dates);
  const amount = row.value === null ? null : sayAmount(row.value, evidence.unit);
  const source = saySource(row);
  if (amount && row.what === 'measured') {
    return say(`${when.zh}${words.zh} ${amount.zh}（${source.zh}）`, `${words.en} ${amount.en} ${when.en} (${source.en})`);
  }
  const basis = amount ? say(`${amount.zh}，${source.zh}`, `${amount.en}, ${source.en}`) : source;
  return say(`${when.zh}${words.zh}（${basis.zh}）`, `${words.en} ${when.en} (${basis.en})`);
}

function saySource(row: Row<'outcome'>): Said {
  if (row.source !== null) return say(`来源 ${row.source}`, `source ${row.source}`);
  return isSourceWithheld(row, 'source') ? say('来源未公开', 'source not public') : say('没有来源', 'no source');
}

/** Several rows as clauses; of more than three, the first and the last two. */
export function sayEvidences(rows: readonly Evidence[]): Said {
  const told = rows.length <= 3 ? rows : [...rows.slice(0, 1), ...rows.slice(-2)];
  return sayList(told.map(sayEvidence));
}

/** For a margin: `开工 03-29`, `began 29 Mar`. */
export function tailOf(evidence: Evidence, asOf: DayString): Said {
  const { row } = evidence;
  const [, word] = WORDS[row.what];
  if (row.what === 'measured' && row.value !== null) return sayAmount(row.value, evidence.unit);
  const when = shortPeriod(row.dates, asOf);
  if (row.what === 'held') return when;
  return say(`${word.zh} ${when.zh}`, `${word.en} ${when.en}`);
}

/** A row's kind in one word, for lists of what counts. */
export function wordOf(what: OutcomeKind): Said {
  return WORDS[what][1];
}

/** Why a row whose day cannot be counts on no day. */
export function notSound(fault: DayFaultName): Said {
  if (fault === 'ahead')
    return say('不计：录入时该日期尚未到，属于预计', 'not counted: its date was still ahead when it was recorded, so it is planned');
  return say('不计：日期不在本区的日期范围之内', 'not counted: its date is outside the dates of the district');
}

/** Why a row known only later does not count on the day shown. */
export function notKnownYet(evidence: Evidence): Said {
  const day = sayDay(evidence.knownOn);
  return say(`不计：${day.zh}才得知，在所看日期之后`, `not counted: known only from ${day.en}, after the date shown`);
}

/**
 * A start is dated by the first day of a stretch written as two days, but by the last day of a coarse period (in `2024-Q1` it may have
 * begun on any day); everything else by its last day.
 */
function evidenceOf(register: Register, row: Row<'outcome'>): Evidence {
  const [first, last] = periodSpan(row.dates);
  const on = row.what === 'started' && row.dates.includes('/') ? first : last;
  const [fault] = rowDayFaults('outcome', row, districtOf(register));
  return {
    fault: fault?.why ?? null,
    row,
    first,
    last,
    on,
    knownOn: row.known_from ?? on,
    unit: row.unit === null ? say('', '') : unitName(register, row.unit),
  };
}
