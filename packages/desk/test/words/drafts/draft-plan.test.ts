import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftByRules } from './by-rules.ts';

/** The drafts of a text as short lines: class, clause, then each field with its value. */
const lines = (text: string, planYear?: number): readonly string[] =>
  draftByRules(text, planYear).drafts.map((draft) => {
    const { department, place, date, number, unit } = draft;
    const fields = [
      department && `department ${department.value}`,
      place && `place ${place.value}`,
      date && `date ${date.value ?? 'not known'}`,
      number && `number ${number.qualifier ?? ''} ${number.value}`,
      unit && `unit ${unit.value}`,
    ].filter((field) => field !== undefined);
    return [`${draft.verbClass}: ${text.slice(draft.start, draft.end)}`, ...fields].join(' | ');
  });

test('numbers keep their bound, their scale and their unit in both languages', () => {
  assert.deepEqual(lines('人口控制在56.8万人以内，产业实现收入3450亿元。'), [
    'promote: 人口控制在56.8万人以内 | number at-most 568000 | unit people',
    'promote: 产业实现收入3450亿元 | number  345000000000 | unit yuan',
  ]);
  assert.deepEqual(lines('新建三所学校，城镇化率提高到百分之四十五。'), [
    'construct-series: 新建三所学校 | number  3 | unit schools',
    'improve: 城镇化率提高到百分之四十五 | number  45 | unit percent',
  ]);
  assert.deepEqual(lines('The town will plant up to 5,000 trees and spend no more than CNY 440 million on the quay.'), [
    'construct-series: plant up to 5,000 trees and spend no more than CNY 440 million on the quay | number at-most 5000 | unit trees',
  ]);
});

test('codes, ordinals and numbers of things named are no amounts', () => {
  assert.deepEqual(lines('建设“1+3+1”产业体系，建成5G示范街，完善第3号码头。'), [
    'aim: 建设“1+3+1”产业体系',
    'establish: 建成5G示范街',
    'improve: 完善第3号码头',
  ]);
  assert.deepEqual(lines('The town will carry the two strategies further.'), ['null: carry the two strategies further']);
});

test('dates in words are resolved by their own year, one said before, or the plan year', () => {
  assert.deepEqual(lines('2026年上半年完成立项，第三季度前开工建设文化馆。'), [
    'continue: 完成立项 | date 2026-06-30',
    'start: 开工建设文化馆 | date 2026-09-30',
  ]);
  assert.deepEqual(lines('年底前建成文化馆。'), ['establish: 建成文化馆 | date not known']);
  assert.deepEqual(lines('年底前建成文化馆。', 2026), ['establish: 建成文化馆 | date 2026-12-31']);
  assert.deepEqual(lines('二〇二七年六月底前建成文化馆。'), ['establish: 建成文化馆 | date 2027-06-30']);
  assert.deepEqual(lines('By the end of June 2026, the town will repair the pier.'), ['improve: repair the pier | date 2026-06-30']);
  assert.deepEqual(lines('The town will repair the pier by year-end.', 2025), ['improve: repair the pier by year-end | date 2025-12-31']);
  assert.deepEqual(lines('The town will restore the 2022 Games Park.'), ['improve: restore the 2022 Games Park | place Games Park']);
});

test('a list of verbs is cut at each verb with its own object, a list of nouns is not', () => {
  assert.deepEqual(lines('The town will build roads, open spaces and parks.'), ['establish: build roads, open spaces and parks']);
  assert.deepEqual(lines('The town will repair the quay, open a library, and start the ferry.'), [
    'improve: repair the quay',
    'establish: open a library',
    'start: start the ferry',
  ]);
  assert.deepEqual(lines('实施园区更新、落实安全责任、推进保护利用。'), [
    'implement: 实施园区更新',
    'implement: 落实安全责任',
    'promote: 推进保护利用',
  ]);
  assert.deepEqual(lines('促进存量优化升级、布局调整。'), ['promote: 促进存量优化升级、布局调整']);
});

test('a department named before a clause or in brackets behind it answers for it', () => {
  assert.deepEqual(lines('由区住建局牵头编制改造方案，推进东街改造（责任单位：区城管局）。'), [
    'plan-ahead: 由区住建局牵头编制改造方案 | department 区住建局',
    'promote: 推进东街改造（责任单位：区城管局） | department 区城管局',
  ]);
  assert.deepEqual(lines('The Housing Bureau will repair the towers.'), ['improve: repair the towers | department Housing Bureau']);
});

test('headings, reviews of the past and aims alone are proposed as narrative', () => {
  const text = '# 工作\n\n## 一、去年回顾\n\n完成道路 12 公里。\n\n## 二、今年任务\n\n修缮灯塔。让岸线更美。\n';
  const { drafts, narrative } = draftByRules(text);
  assert.deepEqual(
    drafts.map(({ sentence }) => sentence),
    ['p5s1'],
  );
  assert.deepEqual(
    narrative.map(({ sentence, rule }) => `${sentence} ${rule}`),
    ['p1s1 narrative.heading', 'p2s1 narrative.heading', 'p3s1 narrative.review', 'p4s1 narrative.heading', 'p5s2 narrative.aim'],
  );
});
