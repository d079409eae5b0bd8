import { addDays, type DayString, isDay, type Said, WestgateError } from '@westgate/base';
import ICAL from 'ical.js';
import { dayInZone } from '../folder/day-in-zone.ts';
import type { JobSite } from '../jobs/job.ts';
import { calendarLines, decodeCalendar, refusedAt } from './calendar-lines.ts';
import { instantInZone, isZone } from './instant-in-zone.ts';

/** A calendar file as it came, and the zone whose days count. */
export interface CalendarAsked {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly timeZone: string;
}

/** A date in a calendar file, in days of the district; of one that repeats each time. */
export interface CalendarDate {
  /** The line at which its VEVENT begins. */
  readonly line: number;
  readonly name: string;
  readonly first: DayString;
  readonly last: DayString;
}

/** What stands in a calendar file. */
export interface ParsedCalendar {
  /** What the calendar calls itself. */
  readonly name: string | null;
  /** VEVENT components in it. */
  readonly count: number;
  readonly dates: readonly CalendarDate[];
  /** What was left out, and why. */
  readonly left: readonly { readonly line: number; readonly name: string; readonly why: Said }[];
}

/** The limits of a file. */
export const CALENDAR_LIMITS = { bytes: 5 * 1024 * 1024, events: 5_000, repeats: 400, daysLong: 400, dates: 10_000 } as const;

/** The job that reads a calendar file. */
export const jobs = { 'parse-calendar': parseCalendarJob } as const;

type Left = ParsedCalendar['left'][number];

/**
 * The dates of an iCalendar file. Throws `WG_INPUT_INVALID` with the number of the line for a file that is broken; what is whole and has no days that can be told is left
 * out with the reason.
 */
export function parseCalendarJob({ bytes, fileName, timeZone }: CalendarAsked, _site?: JobSite): ParsedCalendar {
  const text = decodeCalendar(bytes, fileName);
  const lines = calendarLines(text);
  const begins = lines.filter((each) => /^BEGIN:VEVENT\s*$/i.test(each.text)).map(({ line }) => line);
  if (begins.length > CALENDAR_LIMITS.events)
    throw refusedAt(fileName, begins[CALENDAR_LIMITS.events] ?? 1, {
      zh: `至多 ${CALENDAR_LIMITS.events} 个日程`,
      en: `at most ${CALENDAR_LIMITS.events} events`,
    });
  const roots = parsedRoots(fileName, text, lines);
  const events = roots.flatMap((root) => [...(root.name === 'vevent' ? [root] : []), ...within(root)]);
  const dates: CalendarDate[] = [];
  const left: Left[] = [];
  const masters = new Map(events.filter((each) => !each.hasProperty('recurrence-id')).map((each) => [uidOf(each), each]));
  const exceptionsOf = new Map<string, ICAL.Component[]>();
  for (const each of events) {
    if (!each.hasProperty('recurrence-id')) continue;
    const held = exceptionsOf.get(uidOf(each));
    if (held) held.push(each);
    else exceptionsOf.set(uidOf(each), [each]);
  }
  events.forEach((component, index) => {
    const line = begins[index] ?? 1;
    const name = textOf(component, 'summary');
    if (component.hasProperty('recurrence-id') && masters.has(uidOf(component))) {
      if (isCancelled(component)) left.push({ line, name, why: CANCELLED });
      return;
    }
    const exceptions = (exceptionsOf.get(uidOf(component)) ?? []).filter((each) => each !== component);
    const found = datesOf(component, exceptions, timeZone);
    if ('why' in found) left.push({ line, name, why: found.why });
    else for (const date of found.dates) dates.push({ line, ...date });
    if (dates.length > CALENDAR_LIMITS.dates)
      throw refusedAt(fileName, line, { zh: `至多 ${CALENDAR_LIMITS.dates} 个日期`, en: `at most ${CALENDAR_LIMITS.dates} dates` });
  });
  const named = roots.map((root) => textOf(root, 'x-wr-calname')).find((each) => each !== '');
  return { name: named ?? null, count: events.length, dates, left };
}

function parsedRoots(fileName: string, text: string, lines: ReturnType<typeof calendarLines>): readonly ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text) as readonly unknown[];
    const roots = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return roots.map((root) => new ICAL.Component(root as unknown[]));
  } catch (error) {
    throw refusedAt(
      fileName,
      faultyLine(lines),
      { zh: 'iCalendar（RFC 5545）的内容', en: 'content of iCalendar (RFC 5545)' },
      messageOf(error),
    );
  }
}

/** The number of the first line with which the text cannot be parsed, whatever comes after it. */
function faultyLine(lines: ReturnType<typeof calendarLines>): number {
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isParsed(lines.slice(0, middle).map(({ text }) => text))) good = middle;
    else bad = middle;
  }
  return lines[bad - 1]?.line ?? 1;
}

/** Whether these first lines can be parsed, what they leave open closed behind them. */
function isParsed(head: readonly string[]): boolean {
  const open: string[] = [];
  for (const text of head) {
    const [, word, name = ''] = /^(BEGIN|END):(.*)$/i.exec(text.trim()) ?? [];
    if (word?.toUpperCase() === 'BEGIN') open.push(name);
    else if (word) open.pop();
  }
  try {
    ICAL.parse([...head, ...open.reverse().map((name) => `END:${name}`)].join('\r\n'));
    return true;
  } catch {
    return false;
  }
}

function within(component: ICAL.Component): readonly ICAL.Component[] {
  return component.getAllSubcomponents().flatMap((each) => [...(each.name === 'vevent' ? [each] : []), ...within(each)]);
}

type Found = { readonly dates: readonly Omit<CalendarDate, 'line'>[] } | { readonly why: Said };

function datesOf(component: ICAL.Component, exceptions: readonly ICAL.Component[], timeZone: string): Found {
  try {
    if (isCancelled(component)) return { why: CANCELLED };
    if (!component.hasProperty('dtstart')) return { why: { zh: '没有开始日期（DTSTART）', en: 'it has no start (DTSTART)' } };
    const event = new ICAL.Event(component, { exceptions: [...exceptions] });
    const zone = zoneOf(component);
    if (zone === 'unknown')
      return { why: { zh: '文件中没有它的时区，也不是已知的时区', en: 'its time zone is neither in the file nor known' } };
    const days = (start: ICAL.Time, end: ICAL.Time | null, name: string) => daysOf(start, end, { name, zone, timeZone });
    const name = nameOf(event);
    if (!event.isRecurring()) {
      const one = days(event.startDate, event.endDate, name);
      return one ? { dates: [one] } : { why: UNREADABLE };
    }
    const refused = repeatFault(component);
    if (refused) return { why: refused };
    const dates: Omit<CalendarDate, 'line'>[] = [];
    const iterator = event.iterator();
    let count = 0;
    for (let next = iterator.next(); next; next = iterator.next()) {
      count += 1;
      if (count > CALENDAR_LIMITS.repeats)
        return { why: { zh: `重复超过 ${CALENDAR_LIMITS.repeats} 次`, en: `it repeats more than ${CALENDAR_LIMITS.repeats} times` } };
      const { startDate, endDate, item } = event.getOccurrenceDetails(next);
      if (isCancelled(item.component)) continue;
      const one = days(startDate, endDate, nameOf(item));
      if (!one) return { why: UNREADABLE };
      dates.push(one);
    }
    return { dates };
  } catch {
    return { why: UNREADABLE };
  }
}

const UNREADABLE: Said = { zh: '日期无法读出', en: 'its dates cannot be read' };
const CANCELLED: Said = { zh: '已取消', en: 'it is cancelled' };
const TOO_OFTEN = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);

/** Why the repeats of an event are not told one by one; null where they are. */
function repeatFault(component: ICAL.Component): Said | null {
  const rules = component.getAllProperties('rrule').map((each) => each.getFirstValue() as ICAL.Recur);
  if (rules.some(({ freq }) => TOO_OFTEN.has(freq))) return { zh: '重复间隔不足一天', en: 'it repeats more often than daily' };
  if (rules.some(({ count, until }) => !count && !until)) return { zh: '无限期重复', en: 'it repeats without end' };
  return null;
}

/** The zone of the start: null where the value or the file tells it, else a name of the IANA list. */
function zoneOf(component: ICAL.Component): string | null | 'unknown' {
  const start = component.getFirstProperty('dtstart');
  const named = start?.getParameter('tzid');
  const time = start?.getFirstValue() as ICAL.Time | undefined;
  if (typeof named !== 'string' || !time || time.isDate || time.zone.tzid !== 'floating') return null;
  return isZone(named) ? named : 'unknown';
}

interface Telling {
  readonly name: string;
  readonly zone: string | null;
  readonly timeZone: string;
}

/** The days of the district that an event touches; null where they cannot be told. The end is the first moment after it. */
function daysOf(start: ICAL.Time, end: ICAL.Time | null, { name, zone, timeZone }: Telling): Omit<CalendarDate, 'line'> | null {
  const first = dayOfTime(start, 0);
  if (first === null) return null;
  const isAfter = end !== null && end.compare(start) > 0;
  const until = isAfter ? dayOfTime(end, 1) : first;
  if (until === null || until < first || until > addDays(first, CALENDAR_LIMITS.daysLong)) return null;
  return { name, first, last: until };

  /** The day of a time, or of the moment before it. */
  function dayOfTime(time: ICAL.Time, before: 0 | 1): DayString | null {
    const text = `${pad(time.year, 4)}-${pad(time.month, 2)}-${pad(time.day, 2)}`;
    if (!isDay(text)) return null;
    if (time.isDate) return addDays(text, -before);
    const seconds = instantOf(time, zone, timeZone);
    return seconds === null ? null : dayInZone(timeZone, new Date((seconds - before) * 1000));
  }
}

/** Seconds since 1970 of a time; what says no zone is of the district. */
function instantOf(time: ICAL.Time, zone: string | null, timeZone: string): number | null {
  if (time.zone.tzid !== 'floating') {
    const { year, month, day, hour, minute, second } = time.convertToZone(ICAL.Timezone.utcTimezone);
    const found = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
    return Number.isFinite(found) ? found : null;
  }
  return instantInZone(zone ?? timeZone, time);
}

function nameOf({ summary }: ICAL.Event): string {
  return cleaned(summary);
}

function isCancelled(component: ICAL.Component): boolean {
  return textOf(component, 'status').toUpperCase() === 'CANCELLED';
}

function uidOf(component: ICAL.Component): string {
  return textOf(component, 'uid');
}

function textOf(component: ICAL.Component, property: string): string {
  const value = component.getFirstPropertyValue(property);
  return typeof value === 'string' ? cleaned(value) : '';
}

/** One line without what cannot be seen. */
function cleaned(text: string | null): string {
  return (text ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function messageOf(error: unknown): string {
  return error instanceof WestgateError || !(error instanceof Error) ? '' : error.message.slice(0, 120);
}
