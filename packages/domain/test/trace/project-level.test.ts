import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayString, dayOf } from '@westgate/base';
import { gateStanding, projectLevel, projectStage, vocabulary } from '@westgate/domain';
import { districtOf, outcome } from '../district.ts';
import { randomOf } from '../random.ts';

const { GATE_LEVELS } = vocabulary;
const DAYS = ['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10', '2024-05-10', '2024-06-10', '2024-07-10'] as const;
const WORKS = [null, 'started', 'completed', 'opened'] as const;

test('over 500 seeded projects and days the level is that of the first gate not passed by then, or of the evidence that passes lag behind', () => {
  const random = randomOf(13);
  const any = (of: number): number => Math.floor(random() * of);
  const seen = new Set<string>();
  for (let round = 0; round < 500; round += 1) {
    const count = any(6);
    const levels = Array.from({ length: count }, () => GATE_LEVELS[any(GATE_LEVELS.length)] ?? null).sort(
      (a, b) => GATE_LEVELS.indexOf(a ?? 'planning') - GATE_LEVELS.indexOf(b ?? 'planning'),
    );
    const work = WORKS[any(WORKS.length)] ?? null;
    const passed = any(count + 1);
    const asOf: DayString = dayOf(DAYS[any(DAYS.length)] ?? '2024-07-10');
    const register = districtOf({
      project: [{ id: 'p', name_en: 'P', kind: 'park' }],
      gate: levels.map((level, index) => ({ id: `g${index}`, project_kind: 'park', position: index, level, effective_from: '2023-03-01' })),
      gate_pass: levels.slice(0, passed).map((_, index) => ({ project: 'p', gate: `g${index}`, on: DAYS[index], became: 'stands' })),
      outcome: work ? [outcome('project:p', work, '2024-03-01')] : [],
    });
    const project = [...register.project.values()][0];
    assert.ok(project);
    const standing = gateStanding(register, project, dayOf('2024-12-31'));
    const found = projectLevel(standing, projectStage(register, project, asOf, standing), asOf);

    // Written another way: from the days alone.
    const shown = work !== null && asOf >= '2024-03-01' ? work : null;
    const by = DAYS.slice(0, passed).filter((on) => on <= asOf).length;
    const first = levels[by] ?? null;
    const below = {
      started: [],
      completed: ['planning', 'reserve', 'delivery', null],
      opened: ['planning', 'reserve', 'delivery', 'acceptance', null],
    };
    const lags = shown !== null && (by === 0 || (by < count && below[shown].some((level) => level === first)));
    const evidence = { started: 'delivery', completed: 'acceptance', opened: 'operation' } as const;
    const expected = lags ? evidence[shown] : by === count && count > 0 ? 'operation' : first;
    assert.equal(found.level, expected, JSON.stringify({ levels, work, passed, asOf }));
    assert.equal(found.by, lags ? 'evidence' : by > 0 ? 'passes' : 'nothing');
    assert.equal(found.open?.gate.id ?? null, lags || by === count ? null : `g${by}`);
    assert.ok(found.since === null || found.since <= asOf, 'no day after the one shown');
    seen.add(`${found.by} ${found.level}`);
  }
  assert.ok(seen.size >= 9, [...seen].join());
});

test('a project that is accepted and waits for its hand-over by right stands at the gate that is open', () => {
  const register = districtOf({
    project: [{ id: 'p', name_en: 'P', kind: 'park' }],
    gate: GATE_LEVELS.map((level, position) => ({ id: level, project_kind: 'park', position, level, effective_from: '2023-03-01' })),
    gate_pass: GATE_LEVELS.slice(0, -1).map((gate, index) => ({ project: 'p', gate, on: DAYS[index], became: 'stands' })),
    outcome: [outcome('project:p', 'accepted', '2024-03-01')],
  });
  const [project] = [...register.project.values()];
  assert.ok(project);
  const on = (asOf: DayString) => {
    const standing = gateStanding(register, project, asOf);
    const stage = projectStage(register, project, asOf, standing);
    const { level, by, open } = projectLevel(standing, stage, asOf);
    return [stage.unrecorded, level, by, open?.gate.id ?? null];
  };
  assert.deepEqual(on(dayOf('2024-12-31')), ['none', 'operation', 'passes', 'operation']);
  assert.deepEqual(
    on(dayOf('2024-03-20')),
    ['none', 'acceptance', 'passes', 'acceptance'],
    'accepted, the gate of acceptance not yet passed',
  );
  assert.deepEqual(on(dayOf('2024-03-05')), ['some', 'acceptance', 'evidence', null], 'the gate of delivery is below what is shown');
});

test('passes that were recorded for later days leave the work of an earlier day without any', () => {
  const register = districtOf({
    project: [{ id: 'p', name_en: 'P', kind: 'park' }],
    gate: GATE_LEVELS.map((level, position) => ({ id: level, project_kind: 'park', position, level, effective_from: '2023-03-01' })),
    gate_pass: [{ project: 'p', gate: 'planning', on: '2025-02-01', became: 'stands' }],
    outcome: [outcome('project:p', 'started', '2024-03-01')],
  });
  const [project] = [...register.project.values()];
  assert.ok(project);
  const asOf = dayOf('2024-12-31');
  const standing = gateStanding(register, project, asOf);
  const stage = projectStage(register, project, asOf, standing);
  assert.equal(stage.unrecorded, 'all');
  assert.deepEqual(projectLevel(standing, stage, asOf).level, 'delivery');
});
