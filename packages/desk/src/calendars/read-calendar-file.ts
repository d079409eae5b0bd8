import { addDays, type Bilingual, type DayString, dayNumber, type Said, WestgateError, weekdayOf } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import { saidIn } from '../deeds/ask.ts';
import { jobRunner } from '../jobs/job-runner.ts';
import { ofFile } from '../jobs/of-file.ts';
import { CALENDAR_LIMITS, type CalendarDate, type jobs } from './parse-calendar-job.ts';

/** What a calendar file is read as. */
export type CalendarUse = 'events' | 'working-days';

/** A record that a calendar file would make or change. */
interface CalendarRow {
  readonly line: number;
  readonly name: Bilingual;
  readonly first: DayString;
  readonly last: DayString;
  readonly state: 'new' | 'changed';
  readonly before: string | null;
  readonly table: 'event' | 'calendar_day';
  readonly held: { readonly key: string; readonly rev: number } | null;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** What stands in a calendar file, as records. */
export interface CalendarReading {
  readonly name: string | null;
  readonly count: number;
  readonly rows: readonly CalendarRow[];
  readonly left: readonly { readonly line: number; readonly name: string; readonly why: Said }[];
}

type Left = CalendarReading['left'][number];
type Made = { readonly row: CalendarRow } | { readonly why: Said };

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
  const rows: CalendarRow[] = [];
  const left: Left[] = [...parsed.left];
  const make = use === 'events' ? eventMaker(register) : dayMaker(register);
  for (const date of parsed.dates) {
    for (const made of make(date)) {
      if ('row' in made) rows.push(made.row);
      else left.push({ line: date.line, name: date.name, why: made.why });
    }
  }
  return { name: parsed.name, count: parsed.count, rows, left: left.sort((a, b) => a.line - b.line) };
}

const HELD: Said = { zh: '已有，内容相同', en: 'it is held already, and says the same' };
const TWICE: Said = { zh: '文件中同名同日的已有一个', en: 'the file has one of that name and day before it' };
const NO_NAME: Said = { zh: '没有名称（SUMMARY）', en: 'it has no name (SUMMARY)' };

/** What makes events of dates: one of the same name that is held is changed, where there is one alone. */
function eventMaker(register: Register): (date: CalendarDate) => readonly Made[] {
  const byName = eventsByName(register);
  const taken = new Set<string>();
  return ({ line, name, first, last }) => {
    if (name === '') return [{ why: NO_NAME }];
    const dates = first === last ? first : `${first}/${last}`;
    if (taken.has(`${name} ${dates}`)) return [{ why: TWICE }];
    taken.add(`${name} ${dates}`);
    const held = byName.get(name) ?? [];
    if (held.some((row) => row.dates === dates)) return [{ why: HELD }];
    const said = saidIn(register, name);
    const told = { line, name: said, first, last, table: 'event' } as const;
    const [one] = held;
    if (one && held.length === 1 && isSameEdition(one, first))
      return [{ row: { ...told, state: 'changed', before: one.dates, held: { key: one.id, rev: one.rev }, fields: { dates } } }];
    const fields = { name_zh: said.zh, name_en: said.en, dates, confidence: 'medium' };
    return [{ row: { ...told, state: 'new', before: null, held: null, fields } }];
  };
}

function eventsByName(register: Register): ReadonlyMap<string, readonly Row<'event'>[]> {
  const byName = new Map<string, Row<'event'>[]>();
  for (const row of register.event.values()) {
    for (const name of new Set([row.name_zh, row.name_en])) if (name !== null) byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return byName;
}

/** An event of the same name in another year is another edition. */
function isSameEdition({ dates }: Row<'event'>, first: DayString): boolean {
  return dates.slice(0, 4) === first.slice(0, 4);
}

/** Words by which a calendar says that a day is worked. */
const WORKED = /班|上课|make-?up|work(?:ing)?[ -]?day|workday/i;

/** What makes days of the working calendar: a weekday off, or a day of the weekend that is worked; other days are as they are anyway. */
function dayMaker(register: Register): (date: CalendarDate) => readonly Made[] {
  const held: ReadonlyMap<string, Row<'calendar_day'>> = register.calendar_day;
  const taken = new Set<string>();
  return ({ line, name, first, last }) => {
    if (name === '') return [{ why: NO_NAME }];
    const kind = WORKED.test(name) ? 'make-up-day' : 'day-off';
    const said = saidIn(register, name);
    const made: Made[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const isWeekday = weekdayOf(dayNumber(day)) < 5;
      const row = held.get(day);
      const told = { line, name: said, first: day, last: day, table: 'calendar_day' } as const;
      if (isWeekday === (kind === 'make-up-day')) made.push({ why: usual(day, isWeekday) });
      else if (taken.has(day)) made.push({ why: TWICE });
      else if (row?.kind === kind) made.push({ why: HELD });
      else if (row) made.push({ row: { ...told, state: 'changed', before: row.kind, held: { key: day, rev: row.rev }, fields: { kind } } });
      else
        made.push({ row: { ...told, state: 'new', before: null, held: null, fields: { day, kind, name_zh: said.zh, name_en: said.en } } });
      taken.add(day);
    }
    return made;
  };
}

function usual(day: DayString, isWeekday: boolean): Said {
  return isWeekday
    ? { zh: `${day} 是平日，本来上班`, en: `${day} is a weekday and worked anyway` }
    : { zh: `${day} 是周末，本来不上班`, en: `${day} is at a weekend and off anyway` };
}
