import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPeriod } from '@westgate/base';
import { sayAmount, sayWhen } from '../../src/results/say.ts';
import { districtOf, link, stateOn } from '../district.ts';

test('an amount in a multiple is said as people count: 万 in Chinese, multiplied out in English', () => {
  assert.deepEqual(sayAmount(8.8, { zh: '万平方米', en: '10,000 m²' }), { zh: '8.8 万平方米', en: '88,000 m²' });
  assert.deepEqual(sayAmount(2069.5, { zh: '亿元', en: '100 million yuan' }), { zh: '2,069.5 亿元', en: '206,950 million yuan' });
  assert.deepEqual(sayAmount(40.2, { zh: '公里', en: 'km' }), { zh: '40.2 公里', en: '40.2 km' });
});

test('where several numbers are told, each is told by its name', () => {
  const register = districtOf({
    project: [{ id: 'p', name_en: 'Park', verb_class: 'promote' }],
    indicator: [
      { id: 'a', name_zh: '企业数', name_en: 'Firms', unit: 'firms', direction: 'up' },
      { id: 'b', name_zh: '岗位数', name_en: 'Jobs', unit: 'jobs', direction: 'up' },
    ],
    indicator_value: ['a', 'b'].flatMap((id) => [
      { indicator: id, kind: 'actual', period: '2024', value: 5, source: 'S1' },
      { indicator: id, kind: 'target', period: '2025', value: 9, source: 'S1' },
    ]),
    link: [link('indicator:a', 'measures', 'project:p'), link('indicator:b', 'measures', 'project:p')],
  });
  const { reason } = stateOn(register, 'project:p', '2025-03-01');
  assert.match(reason.en ?? '', /Firms: 5 firms in 2024 .*; Jobs: 5 jobs in 2024/);
  assert.match(reason.zh ?? '', /企业数：2024 年为 5 .*；岗位数：2024 年为 5/);
});

test('a period is said with the word English asks for', () => {
  const said = ['2024', '2024-03', '2024-03-29', '2024-09-12/2024-09-16', '2024-09-27/2024-10-31', '2024-03/2024-05', '2024-Q1'].map(
    (text) => isPeriod(text) && sayWhen(text).en,
  );
  assert.deepEqual(said, [
    'in 2024',
    'in March 2024',
    'on 29 March 2024',
    'on 12–16 September 2024',
    'from 27 September to 31 October 2024',
    'from March 2024 to May 2024',
    'in the first quarter of 2024',
  ]);
});

test('on its days an event without evidence is not told as past', () => {
  const register = districtOf({ event: [{ id: 'e', name_en: 'Fair', dates: '2024-09-12/2024-09-16' }] });
  const reason = (asOf: string) => stateOn(register, 'event:e', asOf).reason.en;
  assert.match(reason('2024-09-11') ?? '', /^It is to be held on 12–16 September 2024/);
  assert.match(reason('2024-09-16') ?? '', /^Its days, 12–16 September 2024, have come; no source says yet/);
  assert.match(reason('2024-09-17') ?? '', /^It was to be held on 12–16 September 2024; no source says whether/);
});
