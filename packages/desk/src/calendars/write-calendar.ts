import type { Bilingual, DayString, Language, Said } from '@westgate/base';
import { addDays, dayNumber } from '@westgate/base';
import type { CalendarEntry } from '@westgate/domain';
import ical, { ICalEventTransparency } from 'ical-generator';

/** A calendar to be written. */
export interface CalendarDraft {
  readonly name: string;
  /** What stands beside the data of an invented district; null for a real one. */
  readonly label: string | null;
  readonly language: Language;
  /** What follows the key of an entry in its UID: a name that no other calendar has. */
  readonly host: string;
  /** The address of the page of an entry. */
  readonly pageOf: (entry: CalendarEntry) => string;
  /** When an entry last changed; it was made before that. */
  readonly changedAt: (entry: CalendarEntry) => Date;
}

const DONE: Said = { zh: '（已完成）', en: ' (done)' };
const DAY_MS = 24 * 60 * 60_000;

/**
 * Dates as an iCalendar file (RFC 5545): each takes whole days, so that every program shows it on the same day in every time zone; the day behind the last stands in
 * DTEND. The same dates give the same bytes.
 */
export function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, label, language, host, pageOf, changedAt }: CalendarDraft,
): string {
  const say = (text: Bilingual | Said): string => text[language] ?? text.zh ?? text.en ?? '';
  const calendar = ical({
    name: label === null ? name : `${name} · ${label}`,
    prodId: { company: 'Westgate', product: 'calendar', language: language.toUpperCase() },
  });
  for (const entry of entries) {
    const page = pageOf(entry);
    const of = entry.of === null ? '' : say(entry.of);
    const changed = changedAt(entry);
    calendar.createEvent({
      id: `${entry.key}@${host}`,
      sequence: Math.max(0, entry.revisions - 1),
      stamp: changed,
      lastModified: changed,
      start: startOf(entry.first),
      end: startOf(addDays(entry.last, 1)),
      allDay: true,
      summary: `${say(entry.kind)}${language === 'zh' ? '：' : ': '}${say(entry.name)}${entry.isDone ? say(DONE) : ''}`,
      description: { plain: [label ?? '', of, page].filter((line) => line !== '').join('\n') },
      url: page,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** The beginning of a day as the writer takes it: in UTC, whatever zone this process runs in. */
function startOf(day: DayString): Date {
  return new Date(dayNumber(day) * DAY_MS);
}
