import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addDays, type DayString, dayNumber, weekdayOf } from '@westgate/base';
import {
  latestDay,
  type Readiness,
  type Row,
  readiness,
  readinessOf,
  registerFor,
  workingCalendar,
  worksFinish,
  yearsWithoutNotice,
} from '@westgate/domain';
import fc from 'fast-check';
import { day, districtOf, outcome } from '../district.ts';

const FILE = new URL('../../../../../data/calendars/china.json', import.meta.url);
const { days: china } = JSON.parse(readFileSync(FILE, 'utf8')) as { days: readonly Pick<Row<'calendar_day'>, 'day' | 'kind'>[] };

/** Days of 2025 to 2027, and calendars of which some days are off or made up. */
const someDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(day('2025-01-01'), days));
const someCalendar = fc.uniqueArray(
  fc.record({ day: someDay, kind: fc.constantFrom<'day-off' | 'make-up-day'>('day-off', 'make-up-day') }),
  {
    maxLength: 120,
    selector: (row) => row.day,
  },
);

/** What a day is, looked up row by row. */
function isWorked(rows: readonly Pick<Row<'calendar_day'>, 'day' | 'kind'>[], on: DayString): boolean {
  const row = rows.find((each) => each.day === on);
  if (row) return row.kind === 'make-up-day';
  return weekdayOf(dayNumber(on)) < 5;
}

/** Working days after `from` up to `to`, walked day by day. */
function walked(rows: readonly Pick<Row<'calendar_day'>, 'day' | 'kind'>[], from: DayString, to: DayString): number {
  let count = 0;
  if (from <= to) for (let on = from; on < to; on = addDays(on, 1)) count += isWorked(rows, addDays(on, 1)) ? 1 : 0;
  else for (let on = to; on < from; on = addDays(on, 1)) count -= isWorked(rows, addDays(on, 1)) ? 1 : 0;
  return count;
}

test('the latest day is the working day found by walking back from the opening, and slack is counted by walking too', () => {
  fc.assert(
    fc.property(someCalendar, someDay, fc.nat(60), someDay, fc.option(someDay), (rows, opening, daysBefore, asOf, expectedOn) => {
      const calendar = workingCalendar(rows);
      let [latest, left] = [opening, daysBefore];
      if (daysBefore === 0) while (!isWorked(rows, latest)) latest = addDays(latest, -1);
      while (left > 0) {
        latest = addDays(latest, -1);
        if (isWorked(rows, latest)) left -= 1;
      }
      assert.equal(latestDay(calendar, opening, daysBefore), latest);
      const found = readiness(calendar, { opening, daysBefore, doneOn: null, expectedOn }, asOf);
      const finish = expectedOn === null || expectedOn < asOf ? null : expectedOn;
      assert.equal(found.slack, finish === null ? null : walked(rows, finish, latest));
      const name = latest < asOf ? 'overdue' : finish === null ? 'not-known' : finish > latest ? 'at-risk' : 'on-time';
      assert.equal(found.name, name);
    }),
    { seed: 135, numRuns: 300 },
  );
});

test('counted back over the Spring Festival of 2026 and its make-up Saturday, a day is what the notice makes of it', () => {
  const calendar = workingCalendar(china);
  assert.equal(latestDay(calendar, day('2026-03-02'), 1), '2026-02-28', 'a Saturday that is worked');
  assert.equal(latestDay(calendar, day('2026-03-02'), 4), '2026-02-25');
  assert.equal(latestDay(calendar, day('2026-03-02'), 5), '2026-02-24', 'the first day after the festival');
  assert.equal(latestDay(calendar, day('2026-03-02'), 6), '2026-02-14', 'the Saturday before it, which is worked');
  assert.equal(
    latestDay(workingCalendar([]), day('2026-03-02'), 6),
    '2026-02-20',
    'without the notice only the days of the week are known',
  );
});

const EVENT = { id: 'fair', name_en: 'Fair', dates: '2026-06-15/2026-06-17', confidence: 'high' };
const PROJECT = { id: 'gate', name_en: 'North gate', kind: 'road' };
const ITEM = { id: 'a', event: 'fair', name_en: 'The gate', kind: 'works', days_before: 10, project: 'gate' };
const milestone = (id: string, forecast: string | null, actual: string | null = null) => ({
  id,
  project: 'gate',
  position: 1,
  name_en: id,
  forecast,
  actual,
});

function standing(
  item: object,
  milestones: readonly ReturnType<typeof milestone>[],
  asOf = '2026-04-01',
  event: object = {},
  others: Parameters<typeof districtOf>[0] = {},
): Readiness & { basis: string } {
  const register = districtOf({
    event: [{ ...EVENT, ...event }],
    project: [PROJECT],
    milestone: [...milestones],
    readiness_item: [{ ...ITEM, ...item }],
    ...others,
  });
  const [row] = register.readiness_item.values();
  assert.ok(row);
  return readinessOf(register, row, day(asOf));
}

test('works are expected with the last of their milestones, and not done once all recorded ones are reached; one that nobody expects leaves it not known', () => {
  const late = standing({}, [milestone('a', '2026-05-01'), milestone('b', '2026-06-03')]);
  assert.deepEqual([late.name, late.latest, late.finish, late.slack, late.basis], ['at-risk', '2026-06-01', '2026-06-03', -2, 'works']);
  assert.equal(standing({}, [milestone('a', '2026-05-01')]).name, 'on-time');
  const silent = standing({}, [milestone('a', '2026-05-01'), milestone('b', null)]);
  assert.deepEqual([silent.name, silent.slack, silent.basis], ['not-known', null, 'works-silent']);
  const reached = standing({}, [milestone('a', null, '2026-03-01'), milestone('b', null, '2026-03-20')]);
  assert.deepEqual([reached.name, reached.finish, reached.basis], ['not-known', null, 'works-silent'], 'others may not be recorded yet');
  assert.equal(standing({}, [milestone('a', null, '2026-04-20')]).name, 'not-known', 'what was reached later is not known yet');
  assert.deepEqual(worksFinish(districtOf({ project: [PROJECT] }), 'gate', day('2026-04-01')), { on: null, isDone: false });
});

test('works are done on the day that evidence shows them finished, and not where a later row denies it', () => {
  const seen = (...rows: readonly (readonly [string, string])[]) => {
    const outcomes = rows.map(([what, on]) => outcome('project:gate', what, on));
    const { name, finish, basis } = standing({}, [milestone('a', null, '2026-01-10')], '2026-04-01', {}, { outcome: outcomes });
    return [name, finish, basis];
  };
  assert.deepEqual(seen(['completed', '2026-03-20'], ['accepted', '2026-03-25']), ['done', '2026-03-20', 'works-done']);
  assert.deepEqual(seen(['completed', '2026-03-01'], ['not-done', '2026-03-10'], ['accepted', '2026-03-25']), [
    'done',
    '2026-03-25',
    'works-done',
  ]);
  assert.deepEqual(seen(['completed', '2026-03-01'], ['not-done', '2026-03-10']), ['not-known', null, 'works-silent']);
});

test('who may not know of the works does not read what was expected before they were named', () => {
  const register = districtOf({
    event: [{ ...EVENT, visibility: 'public' }],
    project: [{ ...PROJECT, visibility: 'confidential' }],
    milestone: [milestone('a', '2026-06-10')],
    readiness_item: [{ ...ITEM, expected_on: '2026-05-01', visibility: 'public' }],
  });
  const seenIn = (from: typeof register) => {
    const [row] = from.readiness_item.values();
    assert.ok(row);
    const { name, finish, basis } = readinessOf(from, row, day('2026-04-01'));
    return [row.project, name, finish, basis];
  };
  assert.deepEqual(seenIn(register), ['gate', 'at-risk', '2026-06-10', 'works']);
  assert.deepEqual(seenIn(registerFor(register, { roles: [], department: null })), [null, 'not-known', null, 'works-silent']);
});

test('an expected day that has gone by says nothing any more, and an item past its latest day is overdue whatever was expected', () => {
  const passed = standing({ project: null, expected_on: '2026-03-20' }, []);
  assert.deepEqual([passed.name, passed.finish, passed.basis], ['not-known', null, 'passed']);
  assert.equal(standing({ project: null, expected_on: '2026-06-09' }, [], '2026-06-02').name, 'overdue');
  assert.equal(
    standing({ project: null, done_on: '2026-06-05' }, [], '2026-06-08').name,
    'done',
    'done too late is done, with slack below 0',
  );
  assert.equal(standing({ project: null, done_on: '2026-06-05' }, [], '2026-06-08').slack, -4);
  assert.equal(
    standing({ project: null, expected_on: '2026-05-01' }, [], '2026-04-01', { dates: '2026-06' }).name,
    'not-known',
    'a month is no opening',
  );
});

test('years of which no notice is held are named', () => {
  const register = districtOf({ calendar_day: [{ day: '2026-01-01', kind: 'day-off' }] });
  assert.deepEqual(yearsWithoutNotice(register, day('2025-11-01'), day('2027-02-01')), ['2025', '2027']);
});
