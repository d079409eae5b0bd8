import { addDays, byText, type DayString, dayOf, daysByMonths } from '@westgate/base';
import type { EventReadiness, ReadinessLine } from '@westgate/contract';
import {
  calendarOf,
  openingOf,
  type Register,
  type Row,
  readinessItemsOf,
  readinessOf,
  relationsOf,
  rowIn,
  vocabulary,
  type WorkingCalendar,
  worksFinish,
  yearsWithoutNotice,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { missing, thingAt, thingOf } from './thing.ts';

/** Days before the opening that are drawn at most: two years. */
const MOST_DAYS_DRAWN = 740;

/** What must be ready before an event, seen from the day of the view. Throws `WG_NOT_FOUND` where there is none. */
export function eventReadinessOf({ register, asOf }: View, id: string): EventReadiness {
  const row = rowIn(register, 'event', id);
  if (!row) throw missing('event', id);
  const [opening, calendar] = [openingOf(register, id), calendarOf(register)];
  const items = readinessItemsOf(register, id).map((item) => lineOf(register, item, { opening, calendar, asOf }));
  const from = opening === null || asOf > opening ? null : laterOf(asOf, addDays(opening, -MOST_DAYS_DRAWN));
  return {
    event: thingOf(register, 'event', id),
    dates: row.dates,
    opening,
    workingDays: opening === null ? null : calendar.workingDaysBetween(asOf, opening),
    yearsWithoutNotice: opening === null ? [] : [...yearsWithoutNotice(register, earliestOf(asOf, items), opening)],
    items: items.sort(byKind),
    works: worksOf(register, id, { opening, calendar, asOf }),
    months: opening === null || from === null ? [] : monthsOf(from, opening, calendar),
    holidays: opening === null || from === null ? [] : holidaysOf(register, from, opening, calendar),
  };
}

interface Seen {
  readonly opening: DayString | null;
  readonly calendar: WorkingCalendar;
  readonly asOf: DayString;
}

function lineOf(register: Register, row: Row<'readiness_item'>, { opening, calendar, asOf }: Seen): ReadinessLine {
  const { name, latest, finish, slack, basis } = readinessOf(register, row, asOf);
  return {
    item: { kind: 'readiness_item', id: row.id, name: pair(row.name_zh, row.name_en) },
    rev: row.rev,
    kind: row.kind,
    daysBefore: row.days_before,
    owner: thingAt(register, 'department', row.owner),
    project: thingAt(register, 'project', row.project),
    standing: name,
    basis,
    latest,
    finish,
    finishAt: opening === null || finish === null ? null : calendar.workingDaysBetween(finish, opening),
    slack,
    evidence: pair(row.evidence_zh, row.evidence_en),
  };
}

/** Projects linked to an event, either way, that no item of it names: works due before it, those with the least slack first. */
function worksOf(register: Register, event: string, { opening, calendar, asOf }: Seen): EventReadiness['works'] {
  const relations = relationsOf(register);
  const named = new Set<string | null>(readinessItemsOf(register, event).map(({ project }) => project));
  const linked = new Set([
    ...relations.from('event', event).flatMap((link) => (link.to_kind === 'project' ? [link.to_id] : [])),
    ...relations.to('event', event).flatMap((link) => (link.from_kind === 'project' ? [link.from_id] : [])),
  ]);
  return [...linked]
    .filter((project) => !named.has(project))
    .map((project) => {
      const { on, isDone } = worksFinish(register, project, asOf);
      const slack = opening === null || on === null ? null : calendar.workingDaysBetween(on, opening);
      return { project: thingOf(register, 'project', project), finish: on, isDone, slack };
    })
    .sort((a, b) => (a.slack ?? -Infinity) - (b.slack ?? -Infinity));
}

function monthsOf(from: DayString, opening: DayString, calendar: WorkingCalendar): EventReadiness['months'] {
  const first = dayOf(`${from.slice(0, 7)}-01`);
  return daysByMonths(first, opening, 1)
    .filter((on) => on > from)
    .map((on) => ({ on, at: calendar.workingDaysBetween(addDays(on, -1), opening) }));
}

/** Days off on weekdays from `from` to the opening; those with no working day between them are one holiday. */
function holidaysOf(register: Register, from: DayString, opening: DayString, calendar: WorkingCalendar): EventReadiness['holidays'] {
  const found: { first: string; last: string; name: { zh: string | null; en: string | null }; at: number }[] = [];
  const days = [...register.calendar_day.values()].filter(({ day, kind }) => kind === 'day-off' && day >= from && day <= opening);
  for (const { day, name_zh, name_en } of days.toSorted((a, b) => byText(a.day, b.day))) {
    const at = calendar.workingDaysBetween(day, opening);
    const last = found.at(-1);
    if (last?.at === at && last.name.zh === name_zh && last.name.en === name_en) last.last = day;
    else found.push({ first: day, last: day, name: pair(name_zh, name_en), at });
  }
  return found;
}

function byKind(a: ReadinessLine, b: ReadinessLine): number {
  const order = (line: ReadinessLine): number => vocabulary.READINESS_KINDS.indexOf(line.kind);
  return order(a) - order(b) || b.daysBefore - a.daysBefore || byText(a.item.id, b.item.id);
}

function laterOf(a: DayString, b: DayString): DayString {
  return a > b ? a : b;
}

/** The earliest day that slack is counted from. */
function earliestOf(asOf: DayString, items: readonly ReadinessLine[]): DayString {
  const days = items.flatMap(({ latest }) => (latest === null ? [] : [latest]));
  return dayOf([asOf, ...days].reduce((a, b) => (a < b ? a : b)));
}
