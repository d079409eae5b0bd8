import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSchema, type PublicityRow } from '@westgate/contract';
import { MOST_TOGETHER } from '../../src/list/changes.ts';
import { idOf } from '../../src/screens/publish/standings.ts';
import { visibilityEdits } from '../../src/screens/publish/visibility-bar.tsx';

const row = (kind: PublicityRow['kind'], visibility: PublicityRow['visibility'], rev = 2): PublicityRow => ({
  kind,
  id: 'wall',
  name: { zh: null, en: 'wall' },
  rev,
  standing: 'public',
  visibility,
  department: null,
  under: null,
  of: null,
  without: [],
});

test('records of several kinds are given one visibility, each by its own table and key; those that hold it are left out', () => {
  const rows = [row('place', 'district'), row('project', 'public'), row('event', 'district', 7)];
  const may = new Map(rows.map((each) => [idOf(each), each]));
  assert.deepEqual(visibilityEdits({ may, chosen: new Set(['place:wall', 'project:wall', 'gone']) }, 'public'), [
    { action: 'revise', table: 'place', key: 'wall', rev: 2, fields: { visibility: 'public' } },
  ]);
  assert.deepEqual(visibilityEdits({ may, chosen: new Set(may.keys()) }, ''), [], 'what is never empty waits for a value');
});

test('as many records are changed together as the API takes in one deed', () => {
  const asked = (count: number) => {
    const edit = { action: 'revise', table: 'place', key: 'p', rev: 1, fields: { visibility: 'public' } };
    return editSchema.editsRequest.safeParse({ who: 'Ada', reason: '', edits: Array.from({ length: count }, () => edit) }).success;
  };
  assert.deepEqual([asked(MOST_TOGETHER), asked(MOST_TOGETHER + 1)], [true, false]);
});
