import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { CalendarEntry } from '@westgate/domain';
import ICAL from 'ical.js';
import { writeCalendar } from '../../src/calendars/write-calendar.ts';

const zone = process.env.TZ;
after(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const NAME = '首钢园北区“一高炉·SoReal 科幻乐园”外立面检修、照明；停车\\接驳, 三期'.repeat(3);
const entry = (given: Partial<CalendarEntry>): CalendarEntry => ({
  key: 'event.fair',
  first: dayOf('2026-03-08'),
  last: dayOf('2026-03-08'),
  kind: { zh: '活动', en: 'Event' },
  name: { zh: NAME, en: null },
  of: { zh: '第一行\n第二行', en: null },
  page: { table: 'event', id: 'fair' },
  row: { table: 'event', key: 'fair' },
  revisions: 3,
  isDone: false,
  ...given,
});
const written = (...entries: readonly CalendarEntry[]): string =>
  writeCalendar(entries, {
    name: '练习区 · 灯会',
    label: null,
    language: 'zh',
    host: 'practice.westgate',
    pageOf: ({ page: { id } }) => `https://westgate.example/events/${id}`,
    changedAt: () => new Date('2026-01-02T03:04:05.000Z'),
  });

test('what is written is read back by ical.js without loss: whole days, in whatever zone either runs, days around the change of clocks too', () => {
  const days = ['2026-03-08', '2026-03-29', '2026-11-01', '2024-02-29', '2026-12-31'].map(dayOf);
  const texts = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin'].map((at) => {
    process.env.TZ = at;
    const text = written(
      ...days.map((day, index) => entry({ key: `event.${index}`, first: day, last: day })),
      entry({ last: dayOf('2026-03-10') }),
    );
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    assert.deepEqual(
      events.map(({ startDate, endDate }) => [startDate.isDate, startDate.toString(), endDate.toString()]),
      [
        [true, '2026-03-08', '2026-03-09'],
        [true, '2026-03-29', '2026-03-30'],
        [true, '2026-11-01', '2026-11-02'],
        [true, '2024-02-29', '2024-03-01'],
        [true, '2026-12-31', '2027-01-01'],
        [true, '2026-03-08', '2026-03-11'],
      ],
    );
    return text;
  });
  assert.equal(new Set(texts).size, 1, 'the same bytes in every zone');
});

test('names come back as they were, lines are at most 75 bytes and cut no character', () => {
  const text = written(entry({}));
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') as ICAL.Component);
  assert.equal(event.summary, `活动：${NAME}`);
  assert.equal(event.description, '第一行\n第二行\nhttps://westgate.example/events/fair');
  assert.equal(event.uid, 'event.fair@practice.westgate');
  assert.equal(event.sequence, 2);
  assert.match(text, /LAST-MODIFIED:20260102T030405Z/);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !line.includes('\ufffd'), line);
  assert.ok(!/[^\r]\n/.test(text), 'every line ends as the standard says');
});
