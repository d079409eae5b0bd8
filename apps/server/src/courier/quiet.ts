import { dayInDistrict } from '@westgate/desk';
import { calendarOf, type Register } from '@westgate/domain';
import type { QuietHours } from './settings.ts';

/** Whether nothing is sent now: outside the hours, and on days that are not worked, both as the district counts them. */
export function isQuiet(register: Register, now: Date, { from, to }: QuietHours): boolean {
  if (!calendarOf(register).isWorkingDay(dayInDistrict(register, now))) return true;
  const minute = minuteIn(register, now);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** The minute of the day it is in the district. */
function minuteIn(register: Register, now: Date): number {
  const [district] = register.district.values();
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: district?.time_zone ?? 'UTC',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour = 0, minute = 0] = clock.format(now).split(':').map(Number);
  return hour * 60 + minute;
}
