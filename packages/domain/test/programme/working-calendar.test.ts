import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addDays, type DayString, dayAtNumber, dayNumber, dayOf } from '@westgate/base';
import { type Row, workingCalendar } from '@westgate/domain';
import chineseDays from 'chinese-days';

const FILE = new URL('../../../../../data/calendars/china.json', import.meta.url);
const { days: rows } = JSON.parse(readFileSync(FILE, 'utf8')) as { days: readonly Pick<Row<'calendar_day'>, 'day' | 'kind'>[] };
const calendar = workingCalendar(rows);
const all = Array.from({ length: 1096 }, (_, index) => addDays(dayOf('2024-01-01'), index));

test('every day of 2024 to 2026 is worked or not as an independent calendar says', () => {
  assert.equal(all.at(-1), '2026-12-31');
  const different = all.filter((day) => calendar.isWorkingDay(day) !== chineseDays.isWorkday(day));
  assert.deepEqual(different, []);
});

test('working days are counted and added as by walking day by day', () => {
  for (let index = 0; index < all.length; index += 7) {
    const day = all[index] as DayString;
    for (const count of [-40, -7, -2, -1, 0, 1, 2, 5, 11, 40]) {
      const reached = calendar.addWorkingDays(day, count);
      assert.equal(reached, walked(day, count), `${day} ${count}`);
      if (count > 0) assert.equal(calendar.workingDaysBetween(day, reached), count);
    }
  }
});

test('without a notice only the days of the week are known, and the calendar says so', () => {
  const bare = workingCalendar([]);
  assert.deepEqual([bare.isWorkingDay(dayOf('2024-02-12')), calendar.isWorkingDay(dayOf('2024-02-12'))], [true, false]);
  assert.deepEqual(
    [bare.isKnown(dayOf('2024-02-12')), calendar.isKnown(dayOf('2024-02-12')), calendar.isKnown(dayOf('2027-02-12'))],
    [false, true, false],
  );
  assert.equal(calendar.addWorkingDays(dayOf('2024-02-09'), 1), '2024-02-18', 'the make-up Sunday after the Spring Festival');
  assert.equal(calendar.lastWorkingDay(dayOf('2024-02-10'), dayOf('2024-02-17')), null);
});

test('a day and its number lead to each other', () => {
  for (let number = -30_000; number < 60_000; number += 17) assert.equal(dayNumber(dayAtNumber(number)), number);
  assert.equal(dayAtNumber(dayNumber(dayOf('2024-02-29'))), '2024-02-29');
});

function walked(from: DayString, count: number): DayString {
  let [day, left] = [from, Math.abs(count)];
  while (left > 0) {
    day = addDays(day, Math.sign(count));
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return day;
}
