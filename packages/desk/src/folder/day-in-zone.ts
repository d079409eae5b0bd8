import { type DayString, dayOf, type InstantString } from '@westgate/base';
import type { Register } from '@westgate/domain';

/** The day it is in the district; in UTC while there is none. */
export function dayInDistrict(register: Register, now: Date): DayString {
  return dayInZone(zoneOf(register), now);
}

/** The time zone of the district; UTC while there is none. */
export function zoneOf(register: Register): string {
  const [district] = register.district.values();
  return district?.time_zone ?? 'UTC';
}

/** The minute of the day it is there, `08:15`. */
export function minuteInDistrict(register: Register, now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zoneOf(register), timeStyle: 'short' }).format(now);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The last second that was asked for in a zone, and its day: each request asks. */
const lastDays = new Map<string, { readonly second: number; readonly day: DayString }>();

/** The day it is in a time zone of the IANA list. */
export function dayInZone(timeZone: string, now: Date): DayString {
  const second = Math.floor(now.getTime() / 1000);
  const last = lastDays.get(timeZone);
  if (last?.second === second) return last.day;
  const day = formattedDay(timeZone, now);
  lastDays.set(timeZone, { second, day });
  return day;
}

function formattedDay(timeZone: string, now: Date): DayString {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return dayOf(format.format(now));
}

/** Whether it is the same day at two moments in every time zone: all of them lie whole quarters of an hour apart. */
export function isSameDayEverywhere(one: InstantString, other: InstantString): boolean {
  const quarterOf = (at: InstantString): number => Math.floor(Date.parse(at) / 900_000);
  return quarterOf(one) === quarterOf(other);
}
