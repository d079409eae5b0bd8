import { type DayString, dayOf, isDay } from '@westgate/base';
import { calendarOf, type WorkingCalendar } from '../programme/loop/working-calendar.ts';
import type { ReadinessName } from '../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

/** What back-scheduling is given of one item. */
export interface ReadinessCase {
  /** The first day of the event; null where it is not known to the day. */
  readonly opening: DayString | null;
  /** Working days before the opening by which it must be done. */
  readonly daysBefore: number;
  readonly doneOn: DayString | null;
  /** The day it is expected to be done; null where nobody says. */
  readonly expectedOn: DayString | null;
}

/** Where an item stands: every day follows from the opening and the working calendar. */
export interface Readiness {
  readonly name: ReadinessName;
  /** The last day on which it may be done; null where the opening is not known to the day. */
  readonly latest: DayString | null;
  /** The day it was done, else that on which it is expected; null where neither is known. */
  readonly finish: DayString | null;
  /** Working days from `finish` to `latest`, below 0 where it is done too late; null where one of them is not known. */
  readonly slack: number | null;
}

/** The last day for what must be done `daysBefore` working days before the opening; the last working day up to it for 0. */
export function latestDay(calendar: WorkingCalendar, opening: DayString, daysBefore: number): DayString {
  if (daysBefore > 0) return calendar.addWorkingDays(opening, -daysBefore);
  return calendar.isWorkingDay(opening) ? opening : calendar.addWorkingDays(opening, -1);
}

/**
 * Where an item stands on the day `asOf`. What is expected on a day that has gone by without being done is not known: nothing was said since. Without an
 * expected day it is not known either, and overdue once its last day has passed.
 */
export function readiness(
  calendar: WorkingCalendar,
  { opening, daysBefore, doneOn, expectedOn }: ReadinessCase,
  asOf: DayString,
): Readiness {
  const isDone = doneOn !== null && doneOn <= asOf;
  const isPassed = !isDone && expectedOn !== null && expectedOn < asOf;
  const finish = isDone ? doneOn : isPassed ? null : expectedOn;
  const latest = opening === null ? null : latestDay(calendar, opening, daysBefore);
  const slack = latest === null || finish === null ? null : calendar.workingDaysBetween(finish, latest);
  return { name: standing(), latest, finish, slack };

  function standing(): ReadinessName {
    if (isDone) return 'done';
    if (latest === null) return 'not-known';
    if (latest < asOf) return 'overdue';
    if (finish === null) return 'not-known';
    return finish > latest ? 'at-risk' : 'on-time';
  }
}

/** The day on which an event begins; null where it is not known to the day, or there is no such event. */
export function openingOf(register: Register, event: string): DayString | null {
  const rows: ReadonlyMap<string, Row<'event'>> = register.event;
  const [first = ''] = rows.get(event)?.dates.split('/') ?? [];
  return isDay(first) ? first : null;
}

/** Years of which no holiday notice is held, between a day and the opening: the last days are counted there by the days of the week alone. */
export function yearsWithoutNotice(register: Register, from: DayString, opening: DayString): readonly string[] {
  const calendar = calendarOf(register);
  const [first, last] = [Number(from.slice(0, 4)), Number(opening.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index).padStart(4, '0')).filter(
    (year) => !calendar.isKnown(dayOf(`${year}-01-01`)),
  );
}

const itemsByEvent = registerIndex<Groups<Row<'readiness_item'>>>({
  basis: { readiness_item: 'rows' },
  build: (register) => grouped(register.readiness_item.values(), eventOf),
  grow: (held, { readiness_item: changes = [] }) => regrouped(held, changes, eventOf),
});

/** The readiness items of an event. */
export function readinessItemsOf(register: Register, event: string): readonly Row<'readiness_item'>[] {
  return itemsByEvent(register).get(event) ?? [];
}

function eventOf({ event }: Row<'readiness_item'>): string {
  return event;
}
