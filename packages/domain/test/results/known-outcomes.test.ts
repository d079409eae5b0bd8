import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChanges, keyOf } from '@westgate/domain';
import { districtOf, link, outcome, rowOf, stateOn } from '../district.ts';

const THEN = '2024-12-31';
const NOW = '2026-11-25';
const event = (id: string, dates: string) => ({ id, name_en: id, dates });
const held = (id: string, dates: string) => outcome(`event:${id}`, 'held', dates);

/** What was found in public sources of nine promises, as rows; of the side events of the forum nothing was. */
const district = districtOf({
  district: [{ id: 'd', units: { firms: { zh: '家', en: 'firms' } } }],
  project: [
    { id: 'xishan-greenway', name_en: 'Greenway', verb_class: 'continue', due_on: '2024-12-31' },
    { id: 'industrial-internet-park', name_en: 'Park', verb_class: 'promote', due_on: '2026-12-31' },
    { id: 'left-levee-yanshan', name_en: 'Levee', verb_class: 'construct-series', due_on: '2025-12-29' },
    { id: 'shijingshan-academy', name_en: 'Academy', verb_class: 'establish', due_on: '2024-12-31' },
    { id: 'scifi-cluster', name_en: 'Cluster', verb_class: 'promote', due_on: '2025-12-31' },
  ],
  event: [
    event('csfc-2024', '2024-04-27/2024-04-29'),
    event('ciftis-2024', '2024-09-12/2024-09-16'),
    event('culture-forum-2024', '2024-09-19/2024-09-21'),
    event('culture-festival-2024', '2024-09-27/2024-10-31'),
  ],
  indicator: [{ id: 'P06', name_en: 'Firms', unit: 'firms', direction: 'up' }],
  indicator_value: [
    { indicator: 'P06', kind: 'baseline', period: '2023', value: 184, source: 'HILITE24', confidence: 'high' },
    { indicator: 'P06', kind: 'actual', period: '2024-12', value: 200, source: 'SCIFI2501', confidence: 'high' },
    { indicator: 'P06', kind: 'target', period: '2025', value: 260, source: 'SCIFI2501', confidence: 'high' },
  ],
  link: [link('indicator:P06', 'measures', 'project:scifi-cluster')],
  outcome: [
    outcome('project:xishan-greenway', 'opened', '2024-10-01', { source: 'GREENWAY25' }),
    outcome('project:industrial-internet-park', 'progress', '2024-04-16', { source: 'IIP2404' }),
    outcome('project:left-levee-yanshan', 'started', '2024-03-29', { source: 'LEVEE24' }),
    outcome('project:shijingshan-academy', 'announced', '2024-12-06', { source: 'ACADEMY24' }),
    outcome('project:shijingshan-academy', 'in-use', '2025-10-06', { source: 'ACADEMY2510' }),
    outcome('project:shijingshan-academy', 'announced', '2025-10', { source: 'ACADEMY25', known_from: '2025-10-12' }),
    held('csfc-2024', '2024-04-27/2024-04-29'),
    held('ciftis-2024', '2024-09-12/2024-09-16'),
    held('culture-festival-2024', '2024-09-27'),
  ],
});

describe('the nine known outcomes', () => {
  it('the greenway opened early', () => {
    for (const asOf of [THEN, NOW]) {
      const state = stateOn(district, 'project:xishan-greenway', asOf);
      assert.deepEqual([state.name, state.timing, state.since, state.due], ['done', 'early', '2024-10-01', '2024-12-31']);
      assert.match(state.reason.en ?? '', /1 October 2024 \(source GREENWAY25\), before the due date, 31 December 2024/);
    }
    assert.equal(stateOn(district, 'project:xishan-greenway', THEN).tail.zh, '开放 10-01');
  });
  it('the first phase of the internet park leaves it under way until the second is due', () => {
    for (const asOf of [THEN, NOW]) {
      const state = stateOn(district, 'project:industrial-internet-park', asOf);
      assert.deepEqual([state.name, state.due], ['under-way', '2026-12-31']);
    }
  });
  it('the levee began; its completion fell due and is not confirmed', () => {
    const then = stateOn(district, 'project:left-levee-yanshan', THEN);
    assert.deepEqual([then.name, then.tail.en, then.tail.zh], ['under-way', 'began 29 Mar', '开工 03-29']);
    const now = stateOn(district, 'project:left-levee-yanshan', NOW);
    assert.equal(now.name, 'not-known');
    assert.match(now.reason.en ?? '', /29 March 2024 .*fell due on 29 December 2025, and no source says whether it is finished/);
  });
  it('the academy was announced, then used; a formal opening is not confirmed', () => {
    assert.equal(stateOn(district, 'project:shijingshan-academy', THEN).name, 'under-way');
    const now = stateOn(district, 'project:shijingshan-academy', NOW);
    assert.equal(now.name, 'not-known');
    assert.match(now.reason.en ?? '', /6 December 2024.*6 October 2025.*no source confirms the opening/);
    assert.match(now.reason.zh ?? '', /2025 年 10 月 6 日投入使用.*没有来源确认正式开放/);
  });
  it('the cluster is on its way to 260 firms, and unknown once the year is over', () => {
    const then = stateOn(district, 'project:scifi-cluster', THEN);
    assert.deepEqual([then.name, then.tail.zh, then.tail.en], ['under-way', '200 / 260 家', '200 / 260 firms']);
    assert.match(then.reason.en ?? '', /184 firms in 2023/);
    const now = stateOn(district, 'project:scifi-cluster', NOW);
    assert.equal(now.name, 'not-known');
    assert.match(now.reason.en ?? '', /fell due on 31 December 2025/);
  });
  for (const id of ['csfc-2024', 'ciftis-2024', 'culture-festival-2024']) {
    it(`${id} was held`, () => {
      for (const asOf of [THEN, NOW]) assert.equal(stateOn(district, `event:${id}`, asOf).name, 'done');
    });
  }
  it('that the city held its forum says nothing of the side events in the district', () => {
    for (const asOf of [THEN, NOW]) assert.equal(stateOn(district, 'event:culture-forum-2024', asOf).name, 'not-known');
  });
  it('a new count of firms makes the cluster done, a short one late', () => {
    const counted = (value: number, dates: string) => {
      const row = rowOf('outcome', outcome('project:scifi-cluster', 'measured', dates, { value, unit: 'firms' }));
      return stateOn(
        applyChanges(district, [{ table: 'outcome', key: keyOf('outcome', row), before: null, after: row }]),
        'project:scifi-cluster',
        NOW,
      );
    };
    assert.deepEqual([counted(263, '2025-12-20').name, counted(263, '2025-12-20').timing], ['done', 'early']);
    assert.equal(counted(240, '2026-02-01').name, 'late');
  });
});
