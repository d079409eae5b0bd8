import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths, type DayString, dayOf, type Period, periodSpan } from '@westgate/base';
import { ageOf, sayAge } from '@westgate/domain';

const age = (period: string, asOf: string): string => {
  const { count, unit } = ageOf(period as Period, dayOf(asOf));
  return `${count} ${unit}`;
};

test('a value is as old as whole further stretches of its own length have ended since', () => {
  assert.equal(age('2024', '2025-12-30'), '0 year');
  assert.equal(age('2024', '2025-12-31'), '1 year');
  assert.equal(age('2024', '2026-11-28'), '1 year');
  assert.equal(age('2024-12', '2025-01-30'), '0 month');
  assert.equal(age('2024-12', '2025-02-28'), '2 month');
  assert.equal(age('2024-Q4', '2025-06-30'), '2 quarter');
  assert.equal(age('2024-H2', '2025-06-30'), '1 half-year');
  assert.equal(age('2024-02-29', '2026-02-28'), '2 year', 'a value of one date is taken for one of a year');
  assert.equal(age('2021/2024', '2028-12-31'), '1 period');
  assert.equal(age('2024', '2023-06-30'), '0 year', 'a value of later than the day is not old');
});

test('the age is said in both languages, and not at all while the value is the last there can be', () => {
  assert.deepEqual(sayAge('2022', dayOf('2024-12-31')), { zh: '已 2 年无新值', en: 'no new value for 2 years' });
  assert.deepEqual(sayAge('2024-11', dayOf('2024-12-31')), { zh: '已 1 个月无新值', en: 'no new value for 1 month' });
  assert.equal(sayAge('2024', dayOf('2024-12-31')), null);
  assert.equal(sayAge(null, dayOf('2024-12-31')), null);
  assert.equal(sayAge('2024', dayOf('2024-12-31'), 'target'), null);
  assert.equal(sayAge('2024', dayOf('2025-01-01'), 'target')?.zh, '目标期已过，其后没有目标');
  assert.equal(sayAge('2020-11', dayOf('2026-11-28'))?.en, 'no new value for 5 years', 'many months are told in years');
  assert.equal(sayAge('2022-03-01', dayOf('2024-12-31'), 'evidence')?.zh, '已 2 年无新依据');
});

test('over twelve years of days the count is that of stretches laid end to end', () => {
  const lengths: readonly (readonly [string, number])[] = [
    ['2020', 12],
    ['2020-Q1', 3],
    ['2020-H1', 6],
    ['2020-02', 1],
    ['2019/2020', 24],
    ['2020-01-31', 12],
    ['2020-05-01/2020-05-09', 12],
  ];
  for (const [period, months] of lengths) {
    const next = addDays(periodSpan(period as Period)[1], 1);
    for (let day: DayString = dayOf('2020-01-01'); day < '2032-01-01'; day = addDays(day, 17)) {
      let laid = 0;
      while (addMonths(next, (laid + 1) * months) <= addDays(day, 1)) laid += 1;
      assert.equal(ageOf(period as Period, day).count, laid, `${period} on ${day}`);
    }
  }
});
