import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayAmount } from '../../src/results/say.ts';
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
