import type { DayString } from '@westgate/base';
import { markedAmount } from './cautions.ts';
import type { DatedValue, IndicatorSeries } from './dated-value.ts';
import { sayEvidence } from './evidence.ts';
import type { Case } from './finding.ts';
import { ageOfLast } from './out-of-date.ts';
import { type Said, say, sayAmount, sayWhen } from './say.ts';
import { unitName } from './unit.ts';

/** A value measured on a day. */
export interface Reading {
  readonly value: number;
  readonly first: DayString;
  readonly on: DayString;
  /** A baseline is where counting starts: alone it shows no movement. */
  readonly isBaseline: boolean;
  /** Whether its publisher calls it final; null where that is not said. */
  readonly status: string | null;
  /** How old it is, where it is the last and out of date. */
  readonly age: Said | null;
  readonly said: Said;
}

/**
 * The readings of an indicator known on the day, earliest first: its baselines and actual values and, where it is the only indicator bound
 * to the subject, the subject's `measured` rows in its unit (with several indicators, equal units do not prove that the same thing was
 * measured). Of two readings of one day the indicator's own stands.
 */
export function readingsOf(subject: Case, series: IndicatorSeries): readonly Reading[] {
  const unit = series.indicator.unit;
  const byDay = new Map<DayString, Reading>();
  if (subject.series.length === 1) {
    for (const row of subject.known) {
      const { what, value } = row.row;
      if (what !== 'measured' || value === null || row.row.unit !== unit) continue;
      byDay.set(row.on, { value, first: row.first, on: row.on, isBaseline: false, status: null, age: null, said: sayEvidence(row) });
    }
  }
  for (const value of series.measured) {
    if (value.last > subject.asOf) continue;
    const isMeasuredSince = [...byDay.keys()].some((day) => day > value.last);
    const age = isMeasuredSince ? null : ageOfLast(series, value, subject.asOf);
    const isBaseline = value.row.kind === 'baseline';
    if (isBaseline && byDay.has(value.last)) continue;
    byDay.set(value.last, {
      value: value.row.value,
      first: value.first,
      on: value.last,
      isBaseline,
      status: value.row.status,
      age,
      said: sayValue(subject, series, value, age),
    });
  }
  return [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** `2024 年 12 月为 200 家（来源 A1）`, `200 firms in December 2024 (source A1)`. */
function sayValue(subject: Case, series: IndicatorSeries, value: DatedValue, age: Said | null): Said {
  const when = sayWhen(value.row.period);
  const amount = markedAmount(sayAmount(value.row.value, unitName(subject.register, series.indicator.unit)), value.row.status, age);
  const source = value.row.source;
  return say(`${when.zh}为 ${amount.zh}（来源 ${source}）`, `${amount.en} ${when.en} (source ${source})`);
}
