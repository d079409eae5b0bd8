import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDay } from '@westgate/base';
import { dayPasted, typedDay } from '../../src/parts/typed-day.ts';

const parts = (year: string, month: string, day: string) =>
  [
    ['year', year],
    ['literal', '/'],
    ['month', month],
    ['literal', '/'],
    ['day', day],
  ].map(([type = '', text = '']) => ({ type, text: text || 'dd', isPlaceholder: text === '' && type !== 'literal' }));

test('every day of a month that the calendar lacks is told as none, every other is taken', () => {
  let impossible = 0;
  for (const year of ['1900', '2000', '2023', '2024']) {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 31; day += 1) {
        const [m, d] = [`${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')];
        const { is, text } = typedDay(parts(year, m, d));
        assert.equal(is, isDay(`${year}-${m}-${d}`) ? 'day' : 'impossible', text);
        assert.equal(text, `${year}/${m}/${d}`);
        assert.equal(dayPasted(`${year}年${month}月${day}日`), is === 'day' ? `${year}-${m}-${d}` : null);
        if (is === 'impossible') impossible += 1;
      }
    }
  }
  assert.equal(impossible, 4 * 6 + 2, 'the ends of the short months, and 29 February of 1900 and 2023');
});

test('what is not whole is told from what is empty; a short year is not whole', () => {
  assert.equal(typedDay(parts('', '', '')).is, 'empty');
  assert.equal(typedDay(parts('2024', '02', '')).is, 'unfinished');
  assert.equal(typedDay(parts('0024', '02', '03')).is, 'unfinished');
});

test('a day is pasted as it is written, and nothing else', () => {
  for (const text of ['2024-03-31', ' 2024/3/31 ', '2024.3.31', '2024 年 3 月 31 日', '２０２４－０３－３１'])
    assert.equal(dayPasted(text), '2024-03-31', text);
  for (const text of ['2024-02-30', '31/3/2024', 'tomorrow', '', '2024-03', '2024-03-31 and more'])
    assert.equal(dayPasted(text), null, text);
});
