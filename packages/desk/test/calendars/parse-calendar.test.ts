import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import ICAL from 'ical.js';
import { parseCalendarJob } from '../../src/calendars/parse-calendar-job.ts';

const FIXTURES = new URL('../../../../../../shared/data/ics-fixtures/', import.meta.url);
const skip = existsSync(FIXTURES) ? false : '../shared/data/ics-fixtures not found: skipped';

const read = (text: string | Uint8Array, timeZone = 'Asia/Shanghai') =>
  parseCalendarJob({ bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text, fileName: 'a.ics', timeZone });
const calendar = (...lines: readonly string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): string => calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:a', ...lines, 'END:VEVENT');
const spans = (text: string, timeZone?: string): readonly string[] =>
  read(text, timeZone).dates.map(({ first, last }) => `${first}/${last}`);

test('every file of the fixtures gives events, as many as ical.js finds, or a message with the line', { skip }, () => {
  let [files, refused] = [0, 0];
  for (const folder of readdirSync(FIXTURES, { withFileTypes: true }).filter((each) => each.isDirectory())) {
    for (const name of readdirSync(new URL(`${folder.name}/`, FIXTURES))) {
      files += 1;
      const bytes = readFileSync(new URL(`${folder.name}/${name}`, FIXTURES));
      const expected = countedByIcal(bytes.toString('utf8'));
      try {
        const { count, dates, left } = read(bytes);
        const isMarked = bytes[0] === 0xef;
        if (!isMarked) assert.equal(count, expected, `${name}: VEVENTs`);
        assert.ok(count === 0 || dates.length + left.length > 0, `${name}: every event is told or left out`);
        for (const { line, why } of left) assert.ok(line >= 1 && why.zh !== '' && why.en !== '', name);
      } catch (error) {
        refused += 1;
        assert.ok(error instanceof WestgateError, `${name}: ${String(error)}`);
        assert.match(error.message, /line \d+: expected/, name);
        assert.equal(expected, null, `${name} is refused by ical.js too`);
      }
    }
  }
  assert.equal(files, 82);
  assert.equal(refused, 7);
});

function countedByIcal(text: string): number | null {
  try {
    const parsed = ICAL.parse(text) as readonly unknown[];
    const roots = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return (JSON.stringify(roots).match(/\["vevent",\[/g) ?? []).length;
  } catch {
    return null;
  }
}

test('a broken line is named by its number in the file, folded lines before it counted', () => {
  const broken = calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:long', '  and longer', 'DTSTART:20260301T000000Z', 'X', 'END:VEVENT');
  assert.throws(() => read(broken), /a\.ics, line 8: expected content of iCalendar \(RFC 5545\)/);
  assert.throws(() => read('nothing'), /line 1/);
});

test('times of any zone fall on the days of the district, and an end at midnight is the day before', () => {
  assert.deepEqual(spans(event('DTSTART:20260301T170000Z', 'DTEND:20260301T180000Z')), ['2026-03-02/2026-03-02']);
  assert.deepEqual(spans(event('DTSTART:20260301T170000Z', 'DTEND:20260301T180000Z'), 'America/New_York'), ['2026-03-01/2026-03-01']);
  assert.deepEqual(spans(event('DTSTART;TZID=America/New_York:20260307T200000', 'DURATION:PT2H')), ['2026-03-08/2026-03-08']);
  assert.deepEqual(spans(event('DTSTART:20260301T090000', 'DTEND:20260303T000000')), ['2026-03-01/2026-03-02']);
  assert.deepEqual(spans(event('DTSTART;VALUE=DATE:20260427', 'DTEND;VALUE=DATE:20260430'), 'Pacific/Kiritimati'), [
    '2026-04-27/2026-04-29',
  ]);
  assert.deepEqual(spans(event('DTSTART;VALUE=DATE:20260427')), ['2026-04-27/2026-04-27']);
  assert.deepEqual(
    read(event('DTSTART;TZID=Nowhere/At-all:20260301T090000')).left[0]?.why.en,
    'its time zone is neither in the file nor known',
  );
});

test('what repeats is told each time, up to its end and without its exceptions; what never ends is left out with the reason', () => {
  const repeats = event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;VALUE=DATE:20260115');
  assert.deepEqual(spans(repeats), ['2026-01-01/2026-01-01', '2026-01-08/2026-01-08', '2026-01-22/2026-01-22']);
  const moved = calendar(
    ...['BEGIN:VEVENT', 'UID:1', 'SUMMARY:a', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY;COUNT=2', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:1', 'SUMMARY:moved', 'RECURRENCE-ID;VALUE=DATE:20260102', 'DTSTART;VALUE=DATE:20260110', 'END:VEVENT'],
  );
  assert.deepEqual(
    read(moved).dates.map(({ name, first }) => `${name} ${first}`),
    ['a 2026-01-01', 'moved 2026-01-10'],
  );
  const cancelled = read(moved.replace('SUMMARY:moved', 'SUMMARY:off\r\nSTATUS:CANCELLED'));
  assert.deepEqual(
    [cancelled.dates.map(({ first }) => first), cancelled.left.map(({ name, why }) => `${name}: ${why.en}`)],
    [['2026-01-01'], ['off: it is cancelled']],
  );
  const why = (...rule: readonly string[]): string | undefined => read(event('DTSTART;VALUE=DATE:20260101', ...rule)).left[0]?.why.en;
  assert.equal(why('RRULE:FREQ=YEARLY'), 'it repeats without end');
  assert.equal(why('RRULE:FREQ=DAILY;COUNT=9999'), 'it repeats more than 400 times');
  assert.equal(why('RRULE:FREQ=HOURLY;COUNT=3'), 'it repeats more often than daily');
  assert.equal(why('STATUS:CANCELLED'), 'it is cancelled');
});

test('a file in GB18030, and one with a byte order mark, are read', () => {
  const text = calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:XX', 'DTSTART;VALUE=DATE:20260101', 'END:VEVENT');
  const [head = '', tail = ''] = text.split('XX');
  const gbk = Buffer.concat([Buffer.from(head), Buffer.from([0xd4, 0xaa, 0xb5, 0xa9]), Buffer.from(tail)]);
  assert.equal(read(gbk).dates[0]?.name, '元旦');
  assert.equal(read(`\ufeff${text}`).dates.length, 1);
});
