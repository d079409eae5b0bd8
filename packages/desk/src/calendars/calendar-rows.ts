import { addDays, type Bilingual, type DayString, dayNumber, daysBetween, type Said, weekdayOf } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import { saidIn } from '../deeds/ask.ts';
import { refusedAt } from './calendar-lines.ts';
import { CALENDAR_LIMITS, type CalendarDate, type ParsedCalendar } from './parse-calendar-job.ts';

/** What a calendar file is read as. */
export type CalendarUse = 'events' | 'working-days';

/** A record that a calendar file would make or change. */
export interface CalendarRow {
  readonly line: number;
  readonly name: Bilingual;
  readonly first: DayString;
  readonly last: DayString;
  readonly state: 'new' | 'changed';
  readonly before: string | null;
  readonly table: 'event' | 'calendar_day';
  readonly held: { readonly key: string; readonly rev: number } | null;
  readonly fields: Readonly<Record<string, string | null>>;
  /** Whether the file says that it is what it is read as: false for a date of which only the weekday makes a day off. */
  readonly isSaid: boolean;
}

type Left = ParsedCalendar['left'][number];
type Made = { readonly row: CalendarRow } | { readonly why: Said };
type Maker = (date: CalendarDate) => readonly Made[];

const HELD: Said = { zh: '已有，内容相同', en: 'it is held already, and says the same' };
const TWICE: Said = { zh: '文件中同名同日的已有一个', en: 'the file has one of that name and day before it' };
const DAY_TWICE: Said = { zh: '文件中同一日期的已有一个', en: 'the file has another of that day' };
const NO_NAME: Said = { zh: '没有名称（SUMMARY）', en: 'it has no name (SUMMARY)' };

/**
 * The dates of a calendar file as the records that they would make or change, and what is left out with the reason, both in the order of the lines. Throws
 * `WG_INPUT_INVALID` with the line for more than may be shown.
 */
export function calendarRows(
  register: Register,
  dates: readonly CalendarDate[],
  { use, fileName }: { readonly use: CalendarUse; readonly fileName: string },
): { readonly rows: readonly CalendarRow[]; readonly left: readonly Left[] } {
  const rows: CalendarRow[] = [];
  const left: Left[] = [];
  const make = use === 'events' ? eventMaker(register, dates) : dayMaker(register);
  for (const date of use === 'events' ? dates : saidFirst(dates)) {
    for (const made of make(date)) {
      if ('row' in made) rows.push(made.row);
      else left.push({ line: date.line, name: date.name, why: made.why });
    }
    if (rows.length + left.length > CALENDAR_LIMITS.dates)
      throw refusedAt(fileName, date.line, { zh: `至多 ${CALENDAR_LIMITS.dates} 个日期`, en: `at most ${CALENDAR_LIMITS.dates} dates` });
  }
  return { rows: rows.toSorted(byLine), left: left.toSorted(byLine) };
}

function byLine(a: { readonly line: number }, b: { readonly line: number }): number {
  return a.line - b.line;
}

/**
 * What makes events of dates. A held event is moved only where the file has one date of that name and year, and one event of them is held, at none of the file's dates:
 * what there is more of are occasions of one series, and new.
 */
function eventMaker(register: Register, dates: readonly CalendarDate[]): Maker {
  const held = heldEvents(register);
  const inFile = new Map<string, Set<string>>();
  for (const date of dates) {
    const edition = editionOf(date.name, date.first);
    inFile.set(edition, (inFile.get(edition) ?? new Set()).add(textOf(date)));
  }
  const taken = new Set<string>();
  const claimed = new Set<string>();
  for (const date of dates) for (const row of held(editionOf(date.name, date.first))) if (row.dates === textOf(date)) claimed.add(row.id);
  return (date) => {
    const { line, name, first, last } = date;
    if (name === '') return [{ why: NO_NAME }];
    const text = textOf(date);
    if (taken.has(`${name} ${text}`)) return [{ why: TWICE }];
    taken.add(`${name} ${text}`);
    const edition = editionOf(name, first);
    const known = held(edition);
    if (known.some((row) => row.dates === text)) return [{ why: HELD }];
    const said = saidIn(register, name);
    const told = { line, name: said, first, last, table: 'event', isSaid: true } as const;
    const [one] = known;
    if (one && known.length === 1 && inFile.get(edition)?.size === 1 && !claimed.has(one.id)) {
      claimed.add(one.id);
      return [{ row: { ...told, state: 'changed', before: one.dates, held: { key: one.id, rev: one.rev }, fields: { dates: text } } }];
    }
    const fields = { name_zh: said.zh, name_en: said.en, dates: text, confidence: 'medium' };
    return [{ row: { ...told, state: 'new', before: null, held: null, fields } }];
  };
}

/** The held events of a name and year: one of the same name in another year is another edition. */
function heldEvents(register: Register): (edition: string) => readonly Row<'event'>[] {
  const found = new Map<string, Row<'event'>[]>();
  for (const row of register.event.values()) {
    for (const name of new Set([row.name_zh, row.name_en])) {
      if (name === null) continue;
      const edition = editionOf(name, row.dates);
      found.set(edition, [...(found.get(edition) ?? []), row]);
    }
  }
  return (edition) => found.get(edition) ?? [];
}

function editionOf(name: string, dates: string): string {
  return `${dates.slice(0, 4)} ${name}`;
}

function textOf({ first, last }: CalendarDate): string {
  return first === last ? first : `${first}/${last}`;
}

/** Words by which a calendar says that a day is worked. */
const WORKED = /班|上课|make-?up|work(?:ing)?[ -]?day|workday/i;
/** Words by which a calendar says that a day is off: a festival or an observance alone is none. */
const OFF = /休|假|holiday|day[ -]?off/i;
/** No notice gives so many days together. */
const MOST_DAYS = 31;

/** The dates that say what they are first: of one day they count, not an observance that falls on it. */
function saidFirst(dates: readonly CalendarDate[]): readonly CalendarDate[] {
  return [...dates.filter(({ name }) => isDaySaid(name)), ...dates.filter(({ name }) => !isDaySaid(name))];
}

function isDaySaid(name: string): boolean {
  return WORKED.test(name) || OFF.test(name);
}

/** What makes days of the working calendar: a weekday off, or a day of the weekend that is worked; other days are as they are anyway. */
function dayMaker(register: Register): Maker {
  const held: ReadonlyMap<string, Row<'calendar_day'>> = register.calendar_day;
  const taken = new Set<string>();
  return ({ line, name, first, last }) => {
    if (name === '') return [{ why: NO_NAME }];
    if (daysBetween(first, last) >= MOST_DAYS) return [{ why: TOO_LONG }];
    const kind = WORKED.test(name) ? 'make-up-day' : 'day-off';
    const said = saidIn(register, name);
    const made: Made[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const isWeekday = weekdayOf(dayNumber(day)) < 5;
      const row = held.get(day);
      const told = { line, name: said, first: day, last: day, table: 'calendar_day', isSaid: isDaySaid(name) } as const;
      if (isWeekday === (kind === 'make-up-day')) {
        made.push({ why: usual(day, isWeekday) });
        continue;
      }
      if (taken.has(day)) made.push({ why: DAY_TWICE });
      else if (row?.kind === kind) made.push({ why: HELD });
      else if (row) made.push({ row: { ...told, state: 'changed', before: row.kind, held: { key: day, rev: row.rev }, fields: { kind } } });
      else
        made.push({ row: { ...told, state: 'new', before: null, held: null, fields: { day, kind, name_zh: said.zh, name_en: said.en } } });
      taken.add(day);
    }
    return made;
  };
}

const TOO_LONG: Said = {
  zh: `超过 ${MOST_DAYS} 天，不作为放假或调休日期`,
  en: `it takes more than ${MOST_DAYS} days, which is no day off or make-up day`,
};

function usual(day: DayString, isWeekday: boolean): Said {
  return isWeekday
    ? { zh: `${day} 是平日，本来上班`, en: `${day} is a weekday and worked anyway` }
    : { zh: `${day} 是周末，本来不上班`, en: `${day} is at a weekend and off anyway` };
}
