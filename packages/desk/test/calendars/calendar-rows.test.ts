import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { registerOf } from '@westgate/domain';
import { calendarRows } from '../../src/calendars/calendar-rows.ts';

const rows = (given: Readonly<Record<string, readonly object[]>>) => registerOf(given as unknown as Parameters<typeof registerOf>[0]);
const date = (name: string, first: string, last = first, line = 1) => ({ line, name, first: dayOf(first), last: dayOf(last) });
const held = (id: string, dates: string, name = 'Board meeting') => ({ id, rev: 3, name_zh: null, name_en: name, dates, tags: [] });
const asEvents = (events: readonly object[], dates: readonly ReturnType<typeof date>[]): readonly string[] => {
  const found = calendarRows(rows({ event: events }), dates, { use: 'events', fileName: 'a.ics' });
  return [
    ...found.rows.map((row) => `${row.state} ${row.fields.dates}${row.held ? ` for ${row.held.key}` : ''}`),
    ...found.left.map(({ why }) => why.en),
  ];
};
const HELD = 'it is held already, and says the same';

test('a held event is moved only by the one date of its name and year', () => {
  const march = held('march', '2026-03-01');
  assert.deepEqual(asEvents([march], [date('Board meeting', '2026-03-08')]), ['changed 2026-03-08 for march']);
  assert.deepEqual(asEvents([march], [date('Board meeting', '2026-03-01'), date('Board meeting', '2026-09-01')]), ['new 2026-09-01', HELD]);
  assert.deepEqual(asEvents([march], [date('Board meeting', '2026-03-08'), date('Board meeting', '2026-03-15')]), [
    'new 2026-03-08',
    'new 2026-03-15',
  ]);
  assert.deepEqual(asEvents([march], [date('Board meeting', '2027-03-07')]), ['new 2027-03-07'], 'another year is another edition');
  assert.deepEqual(
    asEvents([march, held('september', '2026-09-01')], [date('Board meeting', '2026-03-08')]),
    ['new 2026-03-08'],
    'of two held events it is not known which was moved',
  );
  assert.deepEqual(
    asEvents([{ ...march, name_zh: '理事会' }], [date('Board meeting', '2026-03-08'), date('理事会', '2026-03-09')]),
    ['changed 2026-03-08 for march', 'new 2026-03-09'],
    'a held event is claimed once',
  );
});

const asDays = (dates: readonly ReturnType<typeof date>[], days: readonly object[] = []) => {
  const found = calendarRows(rows({ calendar_day: days }), dates, { use: 'working-days', fileName: 'a.ics' });
  return {
    rows: found.rows.map(({ first, fields, isSaid }) => `${first} ${fields.kind}${isSaid ? '' : ', not said'}`),
    left: found.left.map(({ why }) => why.en),
  };
};

test('an observance on the same day takes nothing from what a calendar says of it', () => {
  const weekend = asDays([date('情人节', '2026-02-14'), date('春节（班）', '2026-02-14')]);
  assert.deepEqual(weekend, { rows: ['2026-02-14 make-up-day'], left: ['2026-02-14 is at a weekend and off anyway'] });
  const weekday = asDays([date('教师节', '2026-09-10'), date('立春', '2026-02-04'), date('调休（休）', '2026-02-04', '2026-02-04', 2)]);
  assert.deepEqual(weekday, {
    rows: ['2026-09-10 day-off, not said', '2026-02-04 day-off'],
    left: ['the file has another of that day'],
  });
});

test('long spans make no days off, and more days than are shown are refused at their line', () => {
  assert.deepEqual(asDays([date('寒假', '2026-01-20', '2026-02-28')]), {
    rows: [],
    left: ['it takes more than 31 days, which is no day off or make-up day'],
  });
  const many = Array.from({ length: 400 }, (_, index) => date('假', '2026-05-01', '2026-05-31', index + 1));
  assert.throws(() => asDays(many), /a\.ics, line 323: expected at most 10000 dates/);
});
