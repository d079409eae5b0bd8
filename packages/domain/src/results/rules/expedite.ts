import { addMonths, type DayString } from '@westgate/base';
import { type Evidence, sayEvidence } from '../evidence.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { cannotTell, SILENT } from '../findings.ts';
import { type Said, say, sayAmount, sayList, sayWhen } from '../say.ts';
import { isBetter } from '../series.ts';
import { unitName } from '../unit.ts';
import { UNCONFIRMED } from './words.ts';

const NO_BASELINE = {
  fact: say('没有基线：不知道原来多快，“加快”就无从比较', 'there is no baseline: without the earlier pace, “faster” cannot be measured'),
  tail: say('没有基线', 'no baseline'),
};

const NO_LATER = say('之后没有测量', 'nothing was measured since');

/**
 * Expedite: a later measurement is better than the baseline. The baseline is an indicator's, or a `measured` row no older than a year
 * before the plan: an older one says nothing about its pace. More is better unless the indicator says less is.
 */
export const expedite: Rule = {
  means: say(
    '“加快”：有基线，并且之后的测量比基线好。没有基线就无法衡量。',
    '“Speed up”: there is a baseline, and a later measurement is better than it. Without a baseline it cannot be measured.',
  ),
  closes: [],
  moves: ['measured', 'progress', 'started'],
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
  if (!pace) return cannotTell('unmeasurable', NO_BASELINE);
  if (!pace.later) return { ...SILENT, fact: sayList([pace.baseline, NO_LATER]), tail: say('只有基线', 'baseline only') };
  const { better, first, on, said, tail } = pace.later;
  return { name: better ? 'done' : 'under-way', first, on, fact: sayList([pace.baseline, said]), tail };
}

function paceOfSeries(subject: Case): readonly Pace[] {
  return subject.series.flatMap((series) => {
    const baseline = series.measured.find((value) => value.row.kind === 'baseline' && value.last <= subject.asOf);
    if (!baseline) return [];
    const unit = unitName(subject.register, series.indicator.unit);
    const tell = (value: typeof baseline, zh: string, en: string): Said => {
      const when = sayWhen(value.row.period);
      const amount = sayAmount(value.row.value, unit);
      return say(
        `${zh}：${when.zh} ${amount.zh}（来源 ${value.row.source}）`,
        `${en} ${amount.en} ${when.en} (source ${value.row.source})`,
      );
    };
    const value = series.measured.findLast((each) => each.row.kind === 'actual' && each.last <= subject.asOf && each.last > baseline.last);
    const later = value && {
      first: value.first,
      on: value.last,
      said: tell(value, '之后', 'later'),
      tail: sayAmount(value.row.value, unit),
      better: isBetter(series, baseline.row.value, value.row.value),
    };
    return [{ baseline: tell(baseline, '基线', 'the baseline is'), later: later ?? null }];
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
