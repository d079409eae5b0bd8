import { addMonths, type DayString } from '@westgate/base';
import type { OutcomeKind } from '../../register/fields/vocabulary.ts';
import { markedAmount } from '../cautions.ts';
import { type Evidence, sayEvidence } from '../evidence.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { cannotTell, closingRow, doneBy, SILENT } from '../findings.ts';
import { valueTail } from '../margin.ts';
import { ageOfLast } from '../out-of-date.ts';
import { type Said, say, sayAmount, sayList, sayWhen } from '../say.ts';
import { isBetter, named } from '../series.ts';
import { unitName } from '../unit.ts';
import { UNCONFIRMED } from './words.ts';

const NO_BASELINE = {
  fact: say('没有基线：不知道原来多快，“加快”就无从比较', 'there is no baseline: without the earlier pace, “faster” cannot be measured'),
  tail: say('没有基线', 'no baseline'),
};

const FINISHED: readonly OutcomeKind[] = ['completed', 'accepted'];
const FINISHED_WHY = {
  counts: true,
  why: say('计入：已完成，早晚要有承诺的日期才能比', 'counted: it is finished; how soon, only a due date can tell'),
};

const NO_LATER = say('之后没有测量', 'nothing was measured since');

/**
 * Expedite: a later measurement is better than the baseline, or the work is finished and its promised day tells how soon. Finished without
 * a promised day, it stays unmeasurable: nothing says how soon it would have been. The baseline is an indicator's, or a `measured` row no older than a year
 * before the plan: an older one says nothing about its pace. More is better unless the indicator says less is.
 */
export const expedite: Rule = {
  means: say(
    '“加快”：有基线，并且之后的测量比基线好；或者已经完成，早晚按完成时限算。两样都没有就无法衡量。',
    '“Expedite”: a later measurement is better than a baseline, or the work is finished and has a due date to compare with. With neither it cannot be measured.',
  ),
  closes: FINISHED,
  moves: ['measured', 'progress', 'started'],
  remarks: { completed: FINISHED_WHY, accepted: FINISHED_WHY },
  unconfirmed: UNCONFIRMED,
  missing: NO_BASELINE,
  find,
};

interface Pace {
  readonly baseline: Said;
  readonly later: {
    readonly first: DayString;
    readonly on: DayString;
    readonly said: Said;
    readonly tail: Said;
    readonly better: boolean;
  } | null;
}

function find(subject: Case): Finding {
  const cases = [subject, ...subject.objects.map((object) => object.subject)];
  const paces = cases.flatMap((each) => [...paceOfSeries(each), ...paceOfRows(each)]);
  const pace = paces.find((each) => each.later?.better) ?? paces.find((each) => each.later) ?? paces[0];
  const finished = pace?.later ? null : finishedBy(subject);
  if (finished && subject.due?.promised) return doneBy(finished, subject.asOf);
  if (!pace) {
    const fact = finished ? sayList([sayEvidence(finished), NO_BASELINE.fact]) : NO_BASELINE.fact;
    return cannotTell('unmeasurable', { ...NO_BASELINE, fact });
  }
  if (!pace.later) return { ...SILENT, fact: sayList([pace.baseline, NO_LATER]), tail: say('只有基线', 'baseline only') };
  const { better, first, on, said, tail } = pace.later;
  return { name: better ? 'done' : 'under-way', first, on, fact: sayList([pace.baseline, said]), tail };
}

/** The row that finished the subject, else the last of those that finished all its objects. */
function finishedBy(subject: Case): Evidence | null {
  const own = closingRow(subject, FINISHED);
  if (own) return own;
  const rows = subject.objects.flatMap((object) => closingRow(object.subject, FINISHED) ?? []);
  if (rows.length < subject.objects.length) return null;
  return rows.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null;
}

function paceOfSeries(subject: Case): readonly Pace[] {
  return subject.series.flatMap((series) => {
    const baseline = series.measured.find((value) => value.row.kind === 'baseline' && value.last <= subject.asOf);
    if (!baseline) return [];
    const unit = unitName(subject.register, series.indicator.unit);
    const tell = (value: typeof baseline, zh: string, en: string): Said => {
      const when = sayWhen(value.row.period);
      const amount = markedAmount(sayAmount(value.row.value, unit), value.row.status, ageOfLast(series, value, subject.asOf));
      return say(`${zh} ${when.zh} ${amount.zh}（来源 ${value.row.source}）`, `${en} ${amount.en} ${when.en} (source ${value.row.source})`);
    };
    const value = series.measured.findLast((each) => each.row.kind === 'actual' && each.last <= subject.asOf && each.last > baseline.last);
    const later = value && {
      first: value.first,
      on: value.last,
      said: tell(value, '之后', 'later'),
      tail: valueTail({ ...value.row, age: ageOfLast(series, value, subject.asOf) }, [sayAmount(value.row.value, unit)]),
      better: isBetter(series, baseline.row.value, value.row.value),
    };
    return [{ baseline: named(series, tell(baseline, '基线是', 'the baseline was')), later: later ?? null }];
  });
}

function paceOfRows(subject: Case): readonly Pace[] {
  const oldest = subject.planBegins && addMonths(subject.planBegins, -12);
  const measured = subject.known.filter(({ row, last }) => row.what === 'measured' && row.value !== null && (!oldest || last >= oldest));
  const [baseline] = measured;
  if (!baseline) return [];
  const value = measured.findLast((each) => each.row.unit === baseline.row.unit && each.on > baseline.on);
  return [{ baseline: sayEvidence(baseline), later: value ? laterOf(baseline, value) : null }];
}

function laterOf(baseline: Evidence, value: Evidence): Pace['later'] {
  const better = (value.row.value ?? 0) > (baseline.row.value ?? 0);
  return { first: value.first, on: value.on, said: sayEvidence(value), tail: sayAmount(value.row.value ?? 0, value.unit), better };
}
