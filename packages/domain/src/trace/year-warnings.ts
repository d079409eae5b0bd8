import { type DayString, periodSpan } from '@westgate/base';
import type { LedgerRow } from '../programme/loop/ledger.ts';
import { calendarOf } from '../programme/loop/working-calendar.ts';
import { mattersOn } from '../programme/supervision/matters.ts';
import type { Register } from '../register/register.ts';
import { indicatorSeries } from '../results/series.ts';

/** What the change of a year leaves open on a day. */
export interface YearWarnings {
  /** Plans that are over while no plan covers the day, with their last days: what is shown of them is of a former period. */
  readonly plansOver: readonly { readonly id: string; readonly on: DayString }[];
  /** Indicators whose last target is of a period that is over. */
  readonly targetsOver: readonly string[];
  /** Years in which working days are counted from this day on, or were for what is owed, and for which no notice of holidays is held; as `2025`. */
  readonly yearsWithoutHolidays: readonly string[];
}

/** What the change of a year leaves open: `ledger` says what reports are owed. */
export function yearWarnings(register: Register, asOf: DayString, ledger: readonly LedgerRow[]): YearWarnings {
  return {
    plansOver: plansOver(register, asOf),
    targetsOver: [...register.indicator.keys()].filter((id) => {
      const last = indicatorSeries(register, id)?.targets.at(-1)?.last;
      return last !== undefined && last < asOf;
    }),
    yearsWithoutHolidays: yearsCounted(register, asOf, ledger).filter(
      (year) => !calendarOf(register).isKnown(`${year}-01-01` as DayString),
    ),
  };
}

function plansOver(register: Register, asOf: DayString): YearWarnings['plansOver'] {
  const plans = [...register.document.values()].flatMap(({ id, kind, covers }) => {
    if (kind !== 'plan' || covers === null) return [];
    const [first, last] = periodSpan(covers);
    return [{ id, first, on: last }];
  });
  if (plans.some(({ first, on }) => first <= asOf && asOf <= on)) return [];
  return plans.filter(({ on }) => on < asOf).map(({ id, on }) => ({ id, on }));
}

/** From the first date that something is owed for, or the day itself, to the last on which a reply window or a matter ends. */
function yearsCounted(register: Register, asOf: DayString, ledger: readonly LedgerRow[]): readonly string[] {
  const days = [
    asOf,
    ...ledger.flatMap(({ standing }) => (standing ? [standing.owed.dueOn, standing.windowEnds, standing.escalatesOn] : [])),
    ...mattersOn(register, asOf).flatMap(({ row, standing }) => (standing.light === 'closed' ? [] : [row.due_on])),
  ];
  return [...new Set(days.map((day) => day.slice(0, 4)))].sort();
}
