import { type DayString, periodSpan } from '@westgate/base';
import type { LedgerRow } from '../programme/loop/ledger.ts';
import { calendarOf } from '../programme/loop/working-calendar.ts';
import type { Matter } from '../programme/supervision/matters.ts';
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
}

/** What the change of a year leaves open. */
export function yearWarnings(register: Register, asOf: DayString, { whole, ledger, matters }: WarningsBasis): YearWarnings {
  return {
    plansOver: plansOver(register, whole, asOf),
    targetsOver: [...register.indicator.keys()].filter((id) => {
      const last = indicatorSeries(register, id)?.targets.at(-1)?.last;
      return last !== undefined && last < asOf;
    }),
    yearsWithoutHolidays: yearsCounted(asOf, ledger, matters).filter((year) => !calendarOf(register).isKnown(`${year}-01-01` as DayString)),
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

/** From the first date that something is owed for, or the day itself, to the last on which a reply window or a matter ends. */
function yearsCounted(asOf: DayString, ledger: readonly LedgerRow[], matters: readonly Matter[]): readonly string[] {
  const days = [
    asOf,
    ...ledger.flatMap(({ standing }) => (standing ? [standing.owed.dueOn, standing.windowEnds, standing.escalatesOn] : [])),
    ...matters.flatMap(({ row, standing }) => (standing.light === 'closed' ? [] : [row.due_on])),
  ];
  return [...new Set(days.map((day) => day.slice(0, 4)))].sort();
}
