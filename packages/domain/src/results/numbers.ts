import type { DayString } from '@westgate/base';
import type { DatedValue, IndicatorSeries } from './dated-value.ts';
import { earliest, latest } from './days.ts';
import type { Case, Finding } from './finding.ts';
import { SILENT } from './findings.ts';
import { valueTail } from './margin.ts';
import { type Reading, readingsOf } from './readings.ts';
import { type Said, say, sayAmount, sayList, sayNumber, sayPeriod } from './say.ts';
import { meets, named, targetOn } from './series.ts';
import { unitName } from './unit.ts';

interface Aimed {
  readonly series: IndicatorSeries;
  readonly target: DatedValue;
  readonly readings: readonly Reading[];
  /** The last reading, unless only a baseline is known. */
  readonly reading: Reading | null;
  readonly isMet: boolean;
}

/**
 * The judgement by number: done when every bound indicator that has a target meets it, under way while actual values are known and one is
 * short or missing, silent while none is known. Null where no bound indicator has a target, so that rows decide. `until` is the last day
 * of the targets.
 */
export function byTarget(subject: Case): Finding | null {
  const aimed = aimedAt(subject);
  const last = aimed.toSorted((a, b) => (a.target.last < b.target.last ? -1 : 1)).at(-1);
  if (!last) return null;
  const until = { on: last.target.last, kind: 'indicator', id: last.series.indicator.id } as const;
  const told = aimed.filter(({ reading }) => reading !== null);
  const lead = told.find(({ isMet }) => !isMet) ?? told[0];
  if (!lead?.reading) return { ...SILENT, until };
  const met = told.filter(({ isMet }) => isMet).length;
  const unit = unitName(subject.register, lead.series.indicator.unit);
  const some = say(`达标 ${met} / ${aimed.length} 项`, `${met} of ${aimed.length} targets met`);
  const facts = told
    .slice(0, 2)
    .map((entry) => (aimed.length > 1 ? named(entry.series, sayAimed(subject, entry)) : sayAimed(subject, entry)));
  const whole = { fact: aimed.length > 1 ? sayList([some, ...facts]) : sayList(facts), until };
  if (met === aimed.length) {
    const days = told.flatMap(({ reading }) => reading ?? []);
    const tail = aimed.length > 1 ? some : ratio(lead.reading, lead.target.row.value, unit);
    return { name: 'done', first: latest(days.map(({ first }) => first)), on: latest(days.map(({ on }) => on)), tail, ...whole };
  }
  const on = earliest(told.flatMap(({ readings }) => readings.find((reading) => !reading.isBaseline)?.on ?? []));
  const tail = lead.isMet ? some : ratio(lead.reading, lead.target.row.value, unit);
  const moving: Finding = { name: 'under-way', first: on, on, tail, ...whole };
  return lead.isMet ? moving : { ...moving, shortOn: lead.reading.on };
}

/** The last actual value of any bound indicator, as a sign of movement where nothing else is known. */
export function byReading(subject: Case): Finding {
  for (const series of subject.series) {
    const readings = readingsOf(subject, series);
    const [first, last] = [readings.find((reading) => !reading.isBaseline), readings.at(-1)];
    if (!first || !last || last.isBaseline) continue;
    const tail = valueTail(last, [sayAmount(last.value, unitName(subject.register, series.indicator.unit))]);
    return { name: 'under-way', first: first.first, on: first.on, fact: last.said, tail };
  }
  return SILENT;
}

/** `200 / 260 家`; without the unit where that is too long for a margin, and without the target where that is too long still. */
function ratio(reading: Reading, target: number, unit: Said): Said {
  const numbers = `${sayNumber(reading.value)} / ${sayNumber(target)}`;
  const full = say(`${numbers} ${unit.zh}`, `${numbers} ${/^\d/.test(unit.en) ? '' : unit.en}`.trimEnd());
  return valueTail(reading, [full, say(numbers, numbers)]);
}

function aimedAt(subject: Case): readonly Aimed[] {
  const day: DayString = subject.due?.promised ?? subject.asOf;
  return subject.series.flatMap((series): readonly Aimed[] => {
    const target = targetOn(series, day);
    if (!target) return [];
    const readings = readingsOf(subject, series);
    const last = readings.at(-1);
    const reading = last && !last.isBaseline ? last : null;
    return [{ series, target, readings, reading, isMet: reading !== null && meets(series, reading.value, target.row.value) }];
  });
}

/** The reading before the last, the last, and how it stands to the target. */
function sayAimed(subject: Case, { series, target, readings, reading, isMet }: Aimed): Said {
  if (!reading) return say('', '');
  const goal = sayAmount(target.row.value, unitName(subject.register, series.indicator.unit));
  const when = sayPeriod(target.row.period);
  const source = target.row.source;
  const standing = isMet
    ? say(`达到 ${when.zh}的目标 ${goal.zh}（来源 ${source}）`, `which meets the target of ${goal.en} for ${when.en} (source ${source})`)
    : say(`${when.zh}的目标是 ${goal.zh}（来源 ${source}）`, `the target for ${when.en} is ${goal.en} (source ${source})`);
  const before = readings.at(-2);
  const now = say(`${reading.said.zh}，${standing.zh}`, `${reading.said.en}, ${standing.en}`);
  return before && !isMet ? sayList([before.said, now]) : now;
}
