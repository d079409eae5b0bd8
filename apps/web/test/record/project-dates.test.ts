import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Component, Milestone } from '@westgate/contract';
import { drawingOf } from '../../src/screens/programme/components/view-model.ts';
import { axisOfMilestones, marksOf, slipSaid, spareSaid, tieEdit } from '../../src/screens/programme/dates/view-model.ts';

const none = { zh: null, en: null };
const milestone = (days: Partial<Milestone>): Milestone => ({
  id: 'm',
  position: 1,
  name: none,
  baseline: null,
  frozenOn: null,
  forecast: null,
  actual: null,
  slip: null,
  note: none,
  rev: 1,
  ...days,
});

test('a slip is late, early or as promised; without a baseline nothing is said', () => {
  assert.equal(slipSaid(milestone({})), null);
  assert.deepEqual(slipSaid(milestone({ slip: { days: 32, by: 'forecast' } })), { word: 'dates.late', days: 32 });
  assert.deepEqual(slipSaid(milestone({ slip: { days: -3, by: 'actual' } })), { word: 'dates.early', days: 3 });
  assert.deepEqual(slipSaid(milestone({ slip: { days: 0, by: 'actual' } })), { word: 'dates.onDay', days: 0 });
});

test('what cannot hold is said as broken, what is not known as that', () => {
  assert.deepEqual(spareSaid({ spare: -4 }), { word: 'dates.broken', days: 4, isBroken: true });
  assert.deepEqual(spareSaid({ spare: 6 }), { word: 'dates.spare', days: 6, isBroken: false });
  assert.equal(spareSaid({ spare: null }).word, 'dates.spareUnknown');
});

test('marks lie between 0 and 1, and a reached milestone has no expected day any more', () => {
  const reached = milestone({ baseline: '2024-01-01', forecast: '2024-06-01', actual: '2025-12-31' });
  const axis = axisOfMilestones([reached], '2025-05-01');
  assert.deepEqual(axis, { from: '2024-01-01', to: '2025-12-31' });
  assert.deepEqual(marksOf(axis, reached), { baseline: 0, forecast: null, actual: 1 });
});

test('a dependency goes from what is waited for to what waits', () => {
  const draft = { waits: true, own: 'milestone:m', other: 'project:p', kind: 'FS', lag: '-3' };
  assert.deepEqual(tieEdit(draft), {
    action: 'create',
    table: 'dependency',
    fields: { from_kind: 'project', from_id: 'p', to_kind: 'milestone', to_id: 'm', kind: 'FS', lag_days: -3 },
  });
  const turned = tieEdit({ ...draft, waits: false });
  assert.ok(turned && 'fields' in turned && turned.fields.from_id === 'm');
  assert.equal(tieEdit({ ...draft, lag: 'two' }), null);
  assert.equal(tieEdit({ ...draft, other: '' }), null);
});

test('components are drawn north up within the sheet; without a shape there is no sheet', () => {
  const component = (id: string, geometry: Component['geometry']): Component => ({
    id,
    position: 1,
    name: none,
    stage: 'done',
    stageOn: null,
    source: null,
    note: none,
    geometry,
    rev: 1,
  });
  assert.equal(drawingOf([component('a', null)]), null);
  const drawing = drawingOf([
    component('north', { type: 'Point', coordinates: [116, 39.91] }),
    component('line', {
      type: 'LineString',
      coordinates: [
        [116, 39.9],
        [116.01, 39.9],
      ],
    }),
  ]);
  assert.ok(drawing);
  const [north, line] = drawing.drawn;
  assert.ok((north?.dots[0]?.[1] ?? 0) < Number(/^M\S+ (\S+)L/.exec(line?.path ?? '')?.[1]));
  const numbers = (line?.path.match(/[\d.]+/g) ?? []).map(Number);
  assert.ok(numbers.every((number) => number >= 0 && number <= 320));
});
