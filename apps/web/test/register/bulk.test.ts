import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, editsOf } from '../../src/lists/bulk/bulk-model.ts';
import type { RegisterRow } from '../../src/screens/register/rows.ts';

const row = (id: string, lead: string | null, rev = 1): RegisterRow => ({
  id,
  name: { zh: null, en: id },
  aim: null,
  state: null,
  kind: null,
  cells: [],
  held: { rev, values: { lead, due_on: null, cadence: null } },
});
const ROWS = [row('wall', 'works', 3), row('pump', null), row('door', 'housing', 7)];

test('only chosen records that hold another value would change, each as it was read', () => {
  const changes = changesOf(ROWS, new Set(['wall', 'pump', 'gone']), 'lead', 'works');
  assert.deepEqual(
    changes.map(({ row: { id }, before, after }) => [id, before, after]),
    [['pump', null, 'works']],
  );
  assert.deepEqual(editsOf('project', 'lead', changesOf(ROWS, new Set(['wall', 'door']), 'lead', '')), [
    { action: 'revise', table: 'project', key: 'wall', rev: 3, fields: { lead: null } },
    { action: 'revise', table: 'project', key: 'door', rev: 7, fields: { lead: null } },
  ]);
});
