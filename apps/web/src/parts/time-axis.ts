import { addMonths, type DayString, dayOf, daysBetween, daysByMonths, isDay, isPeriod, periodSpan } from '@westgate/base';
import type { District, Span } from '@westgate/contract';
import { namedYears, type TimeAxis, yearsIn, yearsOver } from '@westgate/domain';

export { namedYears, type TimeAxis, yearsOver };

/** A mark of the axis, `at` from 0 to 1; years are named. */
export interface AxisTick {
  readonly at: number;
  readonly day: DayString;
  readonly year: string | null;
  /** 1 to 4 where the ticks are quarters and each can be read; else null. */
  readonly quarter: number | null;
}

/** The axis of a district: from the first year its own plans cover (else the first evidence) to the end of the year of today or of the last evidence. */
export function axisOf(district: Pick<District, 'documents' | 'today'>, span: Span): TimeAxis {
  const covered = district.documents
    .filter(({ kind }) => kind === 'plan')
    .flatMap(({ covers, publishedOn }) => firstDay(covers) ?? firstDay(publishedOn) ?? [])
    .sort();
  return yearsOver([covered[0] ?? span.from, district.today, span.to]);
}

/** The axis made wide enough for these periods, by whole years. */
export function axisOver(axis: TimeAxis, periods: readonly string[]): TimeAxis {
  return yearsOver([axis.from, axis.to, ...periods.flatMap((text) => (isPeriod(text) ? periodSpan(text) : []))]);
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

/** Ticks that an axis has room for. */
const MOST_TICKS = 64;
/** Up to this many quarters each is named; above, only the years are. */
const MOST_QUARTERS = 24;
const QUARTER_MONTHS = 3;
/** Months from one tick to the next, the closest first. */
const TICK_MONTHS = [QUARTER_MONTHS, 12, 60, 120, 600, 1200, 6000];

/** The ticks of the axis: quarters where there is room, else years or more. A first of January carries its year where that can be read. */
export function ticksOf(axis: TimeAxis): readonly AxisTick[] {
  const years = yearsIn(axis);
  const months = TICK_MONTHS.find((step) => (years * 12) / step <= MOST_TICKS) ?? 12_000;
  const named = new Set(namedYears(axis));
  const days = daysByMonths(axis.from, axis.to, months);
  const isNamed = months === QUARTER_MONTHS && days.length <= MOST_QUARTERS;
  return days.map((day) => {
    const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
    return {
      at: positionOf(axis, day),
      day,
      year: month === 1 && named.has(year) ? year : null,
      quarter: isNamed ? Math.ceil(month / QUARTER_MONTHS) : null,
    };
  });
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
  const ends = daysByMonths(axis.from, axis.to, 3).map(endOfQuarter);
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
