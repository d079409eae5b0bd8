import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addDays, type DayString, dayOf } from '@westgate/base';
import {
  lastReport,
  type Notice,
  noticesBetween,
  type ReportTerms,
  type Row,
  reportStanding,
  standingOf,
  workingCalendar,
} from '@westgate/domain';
import { districtOf } from '../district.ts';

const FILE = new URL('../../../../../data/calendars/china.json', import.meta.url);
const calendar = workingCalendar((JSON.parse(readFileSync(FILE, 'utf8')) as { days: Pick<Row<'calendar_day'>, 'day' | 'kind'>[] }).days);
const YEAR = { after: dayOf('2023-12-31'), upTo: dayOf('2024-12-31') };
const WEEKLY: ReportTerms = { cadence: 'weekly', askedFrom: dayOf('2024-01-01'), nearDays: 2, windowDays: 1, escalateDays: 3 };
const MONTHLY: ReportTerms = { ...WEEKLY, cadence: 'monthly', nearDays: 3, escalateDays: 5 };

test('a year of a clock that is moved day by day: each notice once for each period, on working days, as asking for the year at once', () => {
  for (const terms of [WEEKLY, MONTHLY, { ...MONTHLY, cadence: 'quarterly' } as const]) {
    const byDay: Notice[] = [];
    for (let day = YEAR.after; day < YEAR.upTo; day = addDays(day, 1)) {
      byDay.push(...noticesBetween(terms, [], calendar, { after: day, upTo: addDays(day, 1) }));
    }
    assert.deepEqual(byDay, noticesBetween(terms, [], calendar, YEAR));
    const marks = byDay.map(({ name, period }) => `${name} ${period.first}`);
    assert.equal(new Set(marks).size, marks.length, 'none is told twice');
    assert.deepEqual(
      byDay.filter(({ on, name }) => !calendar.isWorkingDay(on) && name !== 'due'),
      [],
    );
    const count = (name: string) => byDay.filter((notice) => notice.name === name).length;
    const periods = { weekly: 53, monthly: 12, quarterly: 4, 'half-yearly': 2 }[terms.cadence];
    assert.ok(count('due') >= periods - 1 && count('due') <= periods, `${terms.cadence}: ${count('due')}`);
  }
});

test('the days fall as the notices of the State Council say', () => {
  const on = (name: string, first: string) =>
    noticesBetween(WEEKLY, [], calendar, YEAR).find((notice) => notice.name === name && notice.period.first === first)?.on;
  // The week before the Spring Festival is worked from its make-up Sunday on; the festival week has its Sunday alone.
  assert.equal(on('due', '2024-02-05'), '2024-02-09');
  assert.equal(on('window', '2024-02-05'), '2024-02-19');
  assert.equal(on('due', '2024-02-12'), '2024-02-18');
  assert.equal(on('due', '2024-10-07'), '2024-10-12');
  assert.equal(on('near', '2024-10-07'), '2024-10-10');
  // The week of National Day has its Monday alone.
  assert.equal(on('due', '2024-09-30'), '2024-09-30');
});

test('a report answers its period: what has not fallen yet does not fall, the next period asks again', () => {
  const names = (reports: readonly string[]) =>
    noticesBetween(MONTHLY, reports.map(dayOf), calendar, { after: dayOf('2024-02-29'), upTo: dayOf('2024-05-15') }).map(
      ({ name, on }) => `${on} ${name}`,
    );
  assert.deepEqual(names(['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10', '2024-05-10']), []);
  assert.deepEqual(names(['2024-01-10', '2024-02-10', '2024-04-02', '2024-05-06']), ['2024-03-26 near', '2024-03-29 due']);
});

test('where a record stands, day by day: given, not due yet, near, due, late within the window, overdue, stale', () => {
  const at = (day: string, lastOn: string | null) => {
    const standing = reportStanding(MONTHLY, lastOn === null ? [] : [dayOf(lastOn)], calendar, dayOf(day));
    return standing && `${standing.name} ${standing.owed.dueOn} ${standing.lateBy}${standing.isEscalated ? ' up' : ''}`;
  };
  assert.equal(at('2023-12-31', null), null);
  assert.equal(at('2024-02-26', '2024-02-20'), 'given 2024-03-29 0');
  assert.equal(at('2024-03-05', '2024-02-20'), 'ahead 2024-03-29 0');
  assert.equal(at('2024-03-26', '2024-02-20'), 'near 2024-03-29 0');
  assert.equal(at('2024-03-29', '2024-02-20'), 'due 2024-03-29 0');
  assert.equal(at('2024-04-01', '2024-02-20'), 'late 2024-03-29 1');
  assert.equal(at('2024-04-02', '2024-02-20'), 'overdue 2024-03-29 2');
  assert.equal(at('2024-04-08', '2024-02-20'), 'overdue 2024-03-29 5 up');
  assert.equal(at('2024-05-06', '2024-02-20'), 'stale 2024-03-29 23 up');
  assert.equal(at('2024-03-30', '2024-03-02'), 'given 2024-04-30 0');
});

test('a report within the reply window counts for the period before: who is a day late each month is still asked each month', () => {
  const terms: ReportTerms = { ...MONTHLY, askedFrom: dayOf('2024-01-01') };
  const owed = (on: string) => reportStanding(terms, [dayOf(on)], calendar, dayOf(on))?.owed.dueOn;
  assert.equal(owed('2024-04-01'), '2024-04-30', 'March was due on the 29th and may be answered until the 1st');
  assert.equal(owed('2024-04-02'), '2024-05-31', 'past the window it is April’s');
  assert.equal(owed('2024-01-02'), '2024-02-29', 'December was never asked for');
  const weekly: ReportTerms = { ...WEEKLY, askedFrom: dayOf('2024-01-01') };
  const after = (days: readonly string[]) => {
    const last = dayOf(days.at(-1) ?? '');
    return reportStanding(weekly, days.map(dayOf), calendar, last)?.owed.dueOn;
  };
  assert.equal(after(['2024-03-11']), '2024-03-15', 'on Monday for the week before');
  assert.equal(after(['2024-03-08', '2024-03-11']), '2024-03-22', 'that week was reported on Friday: this is the next one’s');
  assert.equal(after(['2024-03-04', '2024-03-11']), '2024-03-15', 'each Monday for the week before');
  const wide: ReportTerms = { ...weekly, windowDays: 5 };
  assert.equal(
    reportStanding(wide, [dayOf('2024-03-15')], calendar, dayOf('2024-03-15'))?.owed.dueOn,
    '2024-03-22',
    'on its due day it is of its own week',
  );
  const told = noticesBetween(terms, [dayOf('2024-04-01')], calendar, { after: dayOf('2024-04-01'), upTo: dayOf('2024-04-30') });
  assert.deepEqual(
    told.map(({ name, period }) => `${name} ${period.dueOn}`),
    ['near 2024-04-30', 'due 2024-04-30'],
  );
});

test('a report is never due before it was first asked for', () => {
  const saturday: ReportTerms = { ...WEEKLY, askedFrom: dayOf('2024-03-02') };
  const standing = reportStanding(saturday, [], calendar, dayOf('2024-03-04'));
  assert.deepEqual([standing?.name, standing?.owed.dueOn], ['ahead', '2024-03-08']);
  const [first] = noticesBetween(saturday, [], calendar, { after: dayOf('2024-03-01'), upTo: dayOf('2024-03-31') });
  assert.deepEqual([first?.name, first?.on], ['near', '2024-03-06']);
});

test('"no change" confirms what was said before; a record may be asked at its own cadence, or not at all', () => {
  const update = (id: string, on: string, cells: object) => ({
    id,
    subject_kind: 'project',
    subject_id: 'p',
    reported_on: on,
    unchanged: false,
    ...cells,
  });
  const register = districtOf({
    update_rule: [
      { subject_kind: 'project', cadence: 'monthly', asked_from: '2024-01-01', near_days: 3, window_days: 1, escalate_days: 5 },
    ],
    project: [
      { id: 'p', name_en: 'P', kind: 'park' },
      { id: 'q', name_en: 'Q', kind: 'park', cadence: 'none' },
    ],
    status_update: [
      update('u2', '2024-02-10', { unchanged: true, step: null }),
      update('u1', '2024-01-10', { step: 'blocked', forecast_on: '2025-06-30', waits_for: null, words_en: 'frost' }),
    ],
  });
  const day = dayOf('2024-03-01');
  const last = lastReport(register, 'project', 'p', day);
  assert.deepEqual([last?.on, last?.step, last?.forecastOn, last?.said?.words_en], ['2024-02-10', 'blocked', '2025-06-30', 'frost']);
  assert.equal(lastReport(register, 'project', 'p', dayOf('2024-01-09') as DayString), null);
  assert.equal(standingOf(register, 'project', 'p', day)?.owed.dueOn, '2024-03-29');
  assert.equal(standingOf(register, 'project', 'q', day), null);
});
