import { type DayString, periodSpan } from '@westgate/base';
import type { LedgerRow } from '../programme/loop/ledger.ts';
import { calendarOf } from '../programme/loop/working-calendar.ts';
import type { Matter } from '../programme/supervision/matters.ts';
import { daySpanOf, dayTextFault, districtOf } from '../register/day-span.ts';
import type { DaySpan } from '../register/fields/usual-span.ts';
import type { Register } from '../register/register.ts';
import { indicatorSeries } from '../results/series.ts';

/** What the change of a year leaves open on a day. */
export interface YearWarnings {
  /** Plans that are over and that no plan of the district follows by the day, with their last days: what is shown of them is of a former period. */
  readonly plansOver: readonly { readonly id: string; readonly on: DayString }[];
  /** Indicators whose last target is of a period that is over. */
  readonly targetsOver: readonly string[];
  /** Years in which working days are counted from this day on, or were for what is owed, and for which no notice of holidays is held; as `2025`. */
  readonly yearsWithoutHolidays: readonly string[];
}

/** What warnings rest on beside the register. */
interface WarningsBasis {
  /** The district of which the register is a part. */
  readonly whole: Register;
  /** Says what reports are owed. */
  readonly ledger: readonly LedgerRow[];
  /** Those of the register on that day. */
  readonly matters: readonly Matter[];
  /** The due dates that passed without word. */
  readonly lapses: readonly DayString[];
}

/** What the change of a year leaves open. */
export function yearWarnings(register: Register, asOf: DayString, { whole, ...counted }: WarningsBasis): YearWarnings {
  return {
    plansOver: plansOver(register, whole, asOf),
    targetsOver: [...register.indicator.keys()].filter((id) => {
      const last = indicatorSeries(register, id, asOf)?.targets.at(-1)?.last;
      return last !== undefined && last < asOf;
    }),
    yearsWithoutHolidays: yearsCounted(asOf, daySpanOf(districtOf(whole)), counted).filter(
      (year) => !calendarOf(register).isKnown(`${year}-01-01` as DayString),
    ),
  };
}

function plansOver(register: Register, whole: Register, asOf: DayString): YearWarnings['plansOver'] {
  const begun = [...whole.document.values()].flatMap(({ id, kind, covers }) => {
    if (kind !== 'plan' || covers === null) return [];
    const [first, last] = periodSpan(covers);
    return first <= asOf ? [{ id, on: last }] : [];
  });
  const lastDay = begun
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return begun.filter(({ id, on }) => register.document.has(id) && on === lastDay && on < asOf);
}

/**
 * Every year from the first date that something is late for to the day itself, as lateness is counted through all of them, and the years in which a reply
 * window or a matter ends later.
 */
function yearsCounted(asOf: DayString, span: DaySpan, { ledger, matters, lapses }: Omit<WarningsBasis, 'whole'>): readonly string[] {
  const days = [
    asOf,
    ...lapses,
    ...ledger.flatMap(({ standing }) => (standing ? [standing.owed.dueOn, standing.windowEnds, standing.escalatesOn] : [])),
    ...matters.flatMap(({ row, standing }) =>
      standing.light === 'closed' || dayTextFault('day', row.due_on, span) !== null ? [] : [row.due_on],
    ),
  ];
  const years = new Set(days.map((day) => Number(day.slice(0, 4))));
  for (let year = Math.min(...years); year < Number(asOf.slice(0, 4)); year += 1) years.add(year);
  return [...years].sort((x, y) => x - y).map((year) => String(year).padStart(4, '0'));
}
