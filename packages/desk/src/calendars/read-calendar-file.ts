import { WestgateError } from '@westgate/base';
import type { Register } from '@westgate/domain';
import { jobRunner } from '../jobs/job-runner.ts';
import { ofFile } from '../jobs/of-file.ts';
import { type CalendarRow, type CalendarUse, calendarRows } from './calendar-rows.ts';
import { CALENDAR_LIMITS, type jobs, type ParsedCalendar } from './parse-calendar-job.ts';

/** What stands in a calendar file, as records. */
export interface CalendarReading {
  readonly name: string | null;
  readonly count: number;
  readonly rows: readonly CalendarRow[];
  readonly left: ParsedCalendar['left'];
}

const runJob = jobRunner<typeof jobs>(new URL('./parse-calendar-job.js', import.meta.url));
/** A rule that never fits is looked for without end: the process that reads the file is ended then. */
const LIMITS = { wallMs: 10_000, inputBytes: CALENDAR_LIMITS.bytes } as const;

/**
 * Reads a calendar file in a process of its own, as the events or days of the working calendar that it would make; nothing is stored. Throws `WG_INPUT_INVALID` with the
 * number of the line for a broken file, `WG_TOO_HARD` for one that takes too much.
 */
export async function readCalendarFile(
  register: Register,
  { bytes, fileName, use }: { readonly bytes: Uint8Array; readonly fileName: string; readonly use: CalendarUse },
): Promise<CalendarReading> {
  const [district] = register.district.values();
  if (!district) throw new WestgateError('WG_NO_DISTRICT', { zh: '还没有区', en: 'expected a district' });
  const parsed = await ofFile(fileName, runJob('parse-calendar', { bytes, fileName, timeZone: district.time_zone }, LIMITS));
  const { rows, left } = calendarRows(register, parsed.dates, { use, fileName });
  return { name: parsed.name, count: parsed.count, rows, left: [...parsed.left, ...left].sort((a, b) => a.line - b.line) };
}
