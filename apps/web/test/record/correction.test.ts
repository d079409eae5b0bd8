import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '@westgate/contract';
import { columnsNow, columnsOf, fieldsOf, mergedFields, revisionOf, typedFields } from '../../src/record/correction.ts';
import { draftOf, isFaulty } from '../../src/record/draft.ts';

const none = { zh: null, en: null };
const ROW: Evidence = {
  id: 'o1',
  subject: { kind: 'project', id: 'p1', name: none },
  what: 'rescheduled',
  dates: '2025-09',
  value: 0.5,
  unit: 'km',
  unitName: none,
  newDueOn: '2026-06-30',
  source: { id: 'S1', title: 'A page', kind: 'official', url: null, dated: null, rev: 1 },
  confidence: 'high',
  note: { zh: '石料迟到', en: 'The stone came late' },
  counts: true,
  why: none,
  changed: null,
  rev: 3,
};
const SUBJECT = { kind: 'project', id: 'p1' } as const;
const read = fieldsOf(columnsOf(ROW), 'en');

test('only what was changed is sent, and the note in the other language stays', () => {
  const same = draftOf({ ...read, who: 'Ada' }, SUBJECT, 'en');
  assert.ok(!isFaulty(same));
  assert.deepEqual(revisionOf(same, columnsOf(ROW), 'en'), {});
  const other = draftOf({ ...read, who: 'Ada', what: 'opened', value: '', note: ' ' }, SUBJECT, 'en');
  assert.ok(!isFaulty(other));
  assert.deepEqual(revisionOf(other, columnsOf(ROW), 'en'), {
    what: 'opened',
    value: null,
    unit: null,
    new_due_on: null,
    note_en: null,
    source: 'S1',
    confidence: 'high',
  });
});

test('what another stored meanwhile comes into fields left alone; what both changed is kept as typed and named', () => {
  const conflict = { table: 'outcome', key: 'o1', read: 3, rev: 4, changes: [] };
  const now = columnsNow({ ...conflict, row: { ...columnsOf(ROW), dates: '2025-10', confidence: 'low', note_en: 'Ice', rev: 4 } });
  assert.ok(now);
  const typed = { ...read, dates: '2025-11', note: 'Ice', value: '0.75' };
  const merged = mergedFields(typed, read, fieldsOf(now, 'en'));
  assert.deepEqual(merged.clashes, [{ field: 'dates', theirs: '2025-10' }]);
  assert.deepEqual([merged.fields.dates, merged.fields.confidence, merged.fields.value, merged.isTaken], ['2025-11', 'low', '0.75', true]);
  const draft = draftOf({ ...merged.fields, who: 'Ben' }, SUBJECT, 'en');
  assert.ok(!isFaulty(draft));
  assert.deepEqual(
    revisionOf(draft, now, 'en'),
    { dates: '2025-11', value: 0.75, source: 'S1', confidence: 'low', note_en: 'Ice' },
    'the other’s confidence is not taken back; what the form says of the source holds for the new value',
  );
  assert.equal(columnsNow({ ...conflict, rev: null, row: null }), null);
});

test('what happened otherwise than was read loses its basis in the form, and has it again when the old value is typed back', () => {
  const other = typedFields(read, read, 'dates', '2025-12');
  assert.deepEqual([other.source, other.confidence, other.note], ['', 'low', '']);
  assert.deepEqual(typedFields(other, read, 'dates', read.dates), read);
  const said = typedFields(typedFields(other, read, 'source', 'S2'), read, 'dates', '2025-11');
  assert.equal(said.source, 'S2', 'what was said anew stays');
});
