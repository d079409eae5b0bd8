import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { projectStage } from '@westgate/domain';
import { districtOf, outcome } from '../district.ts';

type Rows = Parameters<typeof districtOf>[0];

const GATES = [1, 2].map((position) => ({ id: `g${position}`, project_kind: 'park', position, effective_from: '2023-03-01' }));

function stageOn(asOf: string, rows: Rows) {
  const register = districtOf({ gate: GATES, project: [{ id: 'p', name_en: 'Park', kind: 'park' }], ...rows });
  const project = [...register.project.values()][0];
  assert.ok(project);
  return projectStage(register, project, dayOf(asOf));
}

test('a project that outcomes prove finished is not taken for one before its first gate', () => {
  const opened = stageOn('2024-12-31', {
    outcome: [outcome('project:p', 'started', '2022-03'), outcome('project:p', 'opened', '2024-10-01')],
  });
  assert.deepEqual([opened.passed, opened.shown?.reached, opened.shown?.on, opened.unrecorded], [null, 'in-use', '2024-10-01', 'all']);
  const before = stageOn('2024-09-30', {
    outcome: [outcome('project:p', 'started', '2022-03'), outcome('project:p', 'opened', '2024-10-01')],
  });
  assert.deepEqual([before.shown?.reached, before.unrecorded], ['begun', 'all']);
  const silent = stageOn('2024-12-31', {});
  assert.deepEqual([silent.shown, silent.unrecorded], [null, 'none'], 'where nothing is shown, no pass is missed');
});

test('passes that lag behind the evidence are told as not recorded', () => {
  const gate_pass = [{ project: 'p', gate: 'g1', on: '2024-01-10', became: 'stands' }];
  const begun = stageOn('2024-12-31', { gate_pass, outcome: [outcome('project:p', 'started', '2024-03')] });
  assert.deepEqual([begun.passed?.id, begun.unrecorded], ['g1', 'none']);
  const finished = stageOn('2024-12-31', { gate_pass, outcome: [outcome('project:p', 'completed', '2024-06')] });
  assert.deepEqual([finished.passed?.id, finished.shown?.reached, finished.unrecorded], ['g1', 'finished', 'some']);
});

test('a part that is not done, or a later row that says so, holds a project at begun', () => {
  const completed = outcome('project:p', 'completed', '2024-06');
  const part = (id: string, stage: string, cells = {}) => ({ id, project: 'p', position: 1, name_en: id, stage, ...cells });
  for (const component of [
    [part('a', 'done'), part('b', 'not-started')],
    [part('a', 'done'), part('b', 'not-known')],
    [part('a', 'done', { stage_on: '2025-02-01' })],
  ]) {
    assert.equal(stageOn('2024-12-31', { outcome: [completed], component }).shown?.reached, 'begun');
  }
  assert.equal(stageOn('2024-12-31', { component: [part('a', 'done'), part('b', 'done')] }).shown?.reached, 'finished');
  assert.equal(stageOn('2024-12-31', { outcome: [completed, outcome('project:p', 'not-done', '2024-08')] }).shown?.reached, 'begun');
});

test('a month that was reported shows work', () => {
  const monthly_progress = [{ project: 'p', month: '2024-05', completed_fen: 100, reported_on: '2024-06-03' }];
  assert.equal(stageOn('2024-12-31', { monthly_progress }).shown?.kind, 'monthly_progress');
  assert.equal(stageOn('2024-05-30', { monthly_progress }).shown, null, 'before the month ended it tells nothing');
});
