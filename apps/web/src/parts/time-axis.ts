import { addMonths, type DayString, dayOf, daysBetween, isDay, isPeriod, periodSpan } from '@westgate/base';
import type { District } from '@westgate/contract';

/** A stretch of time shown as a line. */
export interface TimeAxis {
  readonly from: DayString;
  readonly to: DayString;
}

/** A mark of the axis, `at` from 0 to 1; years are named. */
export interface AxisTick {
  readonly at: number;
  readonly year: string | null;
}

/** The axis of a district: from the first year its own plans cover (else the first evidence) to the end of the year of today or of the last evidence. */
export function axisOf(district: Pick<District, 'documents' | 'span' | 'today'>): TimeAxis {
  const covered = district.documents
    .filter(({ kind }) => kind === 'plan')
    .flatMap(({ covers, publishedOn }) => firstDay(covers) ?? firstDay(publishedOn) ?? [])
    .sort();
  const from = covered[0] ?? dayOf(district.span.from);
  const lastYear = Math.max(Number(district.today.slice(0, 4)), Number(district.span.to.slice(0, 4)));
  return { from: dayOf(`${from.slice(0, 4)}-01-01`), to: dayOf(`${lastYear}-12-31`) };
}

/** The axis made wide enough for these periods, by whole years. */
export function axisOver(axis: TimeAxis, periods: readonly string[]): TimeAxis {
  const spans = periods.flatMap((text) => (isPeriod(text) ? [periodSpan(text)] : []));
  const years = (pick: 0 | 1): readonly number[] => spans.map((span) => Number(span[pick].slice(0, 4)));
  const from = Math.min(Number(axis.from.slice(0, 4)), ...years(0));
  const to = Math.max(Number(axis.to.slice(0, 4)), ...years(1));
  return { from: dayOf(`${from}-01-01`), to: dayOf(`${to}-12-31`) };
}

function firstDay(text: string | null): DayString | null {
  return text !== null && isPeriod(text) ? periodSpan(text)[0] : null;
}

/** Where a day stands on the axis, 0 to 1, kept inside it. */
export function positionOf(axis: TimeAxis, day: string): number {
  const length = daysBetween(axis.from, axis.to);
  if (!isDay(day) || length <= 0) return 0;
  return Math.min(Math.max(daysBetween(axis.from, day) / length, 0), 1);
}

/** The quarter ticks of the axis; every first of January carries its year. */
export function ticksOf(axis: TimeAxis): readonly AxisTick[] {
  const ticks: AxisTick[] = [];
  for (let day = axis.from; day <= axis.to; day = addMonths(day, 3)) {
    ticks.push({ at: positionOf(axis, day), year: day.slice(5, 7) === '01' ? day.slice(0, 4) : null });
  }
  return ticks;
}

/** The end of the quarter `steps` quarters after the one of `day`; from inside a quarter one step forward is its own end. */
export function quarterEnd(day: DayString, steps: number): DayString {
  const own = endOfQuarter(day);
  const isEnd = own === day;
  const start = firstOfQuarter(day);
  if (steps > 0) return endOfQuarter(addMonths(start, 3 * (isEnd ? steps : steps - 1)));
  return endOfQuarter(addMonths(start, 3 * steps));
}

/** The end of the quarter nearest to a place on the axis, 0 to 1. */
export function quarterAt(axis: TimeAxis, at: number): DayString {
  const ends: DayString[] = [];
  for (let day = endOfQuarter(axis.from); day <= axis.to; day = quarterEnd(day, 1)) ends.push(day);
  const distance = (day: DayString): number => Math.abs(positionOf(axis, day) - at);
  return ends.reduce((best, day) => (distance(day) < distance(best) ? day : best), ends[0] ?? axis.to);
}

function firstOfQuarter(day: DayString): DayString {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return dayOf(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}

function endOfQuarter(day: DayString): DayString {
  const year = day.slice(0, 4);
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return dayOf(`${year}-${['03-31', '06-30', '09-30', '12-31'][quarter] ?? '12-31'}`);
}
