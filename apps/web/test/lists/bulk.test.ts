import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSchema } from '@westgate/contract';
import { type BulkRow, changesOf, editsOf, MOST_TOGETHER, mayBeEmpty } from '../../src/lists/bulk/bulk-model.ts';

const row = (id: string, lead: string | null, rev = 1): BulkRow => ({
  id,
  name: { zh: null, en: id },
  held: { table: 'project', rev, answers: lead, values: { lead, due_on: null, cadence: null } },
});
const ROWS = [row('wall', 'works', 3), row('pump', null), row('door', 'housing', 7)];

test('only chosen records that hold another value would change, each as it was read', () => {
  const changes = changesOf(ROWS, new Set(['wall', 'pump', 'gone']), 'lead', 'works');
  assert.deepEqual(
    changes.map(({ row: { id }, before, after }) => [id, before, after]),
    [['pump', null, 'works']],
  );
  assert.deepEqual(editsOf('lead', changesOf(ROWS, new Set(['wall', 'door']), 'lead', '')), [
    { action: 'revise', table: 'project', key: 'wall', rev: 3, fields: { lead: null } },
    { action: 'revise', table: 'project', key: 'door', rev: 7, fields: { lead: null } },
  ]);
});

test('records of several kinds change in one deed, each by its own table and key; what is never empty waits for a value', () => {
  const of = (table: 'place' | 'project', visibility: string): BulkRow => ({
    id: `${table}:wall`,
    name: { zh: null, en: 'wall' },
    held: { table, key: 'wall', rev: 2, answers: null, values: { visibility } },
  });
  const rows = [of('place', 'district'), of('project', 'public')];
  const all = new Set(rows.map(({ id }) => id));
  assert.deepEqual(editsOf('visibility', changesOf(rows, all, 'visibility', 'public')), [
    { action: 'revise', table: 'place', key: 'wall', rev: 2, fields: { visibility: 'public' } },
  ]);
  assert.equal(mayBeEmpty('any', 'visibility'), false);
  assert.equal(mayBeEmpty('project', 'lead'), true);
});

test('as many records are changed together as the API takes in one deed', () => {
  const asked = (count: number) => {
    const edit = { action: 'revise', table: 'place', key: 'p', rev: 1, fields: { visibility: 'public' } };
    return editSchema.editsRequest.safeParse({ who: 'Ada', reason: '', edits: Array.from({ length: count }, () => edit) }).success;
  };
  assert.deepEqual([asked(MOST_TOGETHER), asked(MOST_TOGETHER + 1)], [true, false]);
});
