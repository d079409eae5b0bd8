import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarEntries } from '@westgate/domain';
import { day, districtOf, outcome } from '../district.ts';

const datesOf = (rows: Parameters<typeof districtOf>[0], asOf: string) =>
  calendarEntries(districtOf(rows), { kind: 'department', id: 'works' }, day(asOf)).map(
    ({ key, first, revisions, isDone }) => `${key} ${first} r${revisions}${isDone ? ' done' : ''}`,
  );

test('a calendar tells the due day that counts after a move, and what is done as done', () => {
  const project = { id: 'p', kind: 'road', lead: 'works', verb_class: 'continue', due_on: '2026-06-30' };
  const rows = {
    project: [project],
    outcome: [
      outcome('project:p', 'rescheduled', '2026-05-10', { new_due_on: '2026-09-30' }),
      outcome('project:p', 'completed', '2026-08-20'),
    ],
  };
  assert.deepEqual(datesOf({ project: [project] }, '2026-06-01'), ['project.p 2026-06-30 r1']);
  assert.deepEqual(datesOf(rows, '2026-06-01'), ['project.p 2026-09-30 r3']);
  assert.deepEqual(datesOf(rows, '2026-09-01'), ['project.p 2026-09-30 r3 done']);
});

test('a supervision matter that was closed is told as done', () => {
  const matter = {
    id: 'm',
    owner: 'works',
    lead: 'works',
    subject_kind: 'project',
    subject_id: 'p',
    registered_on: '2026-01-05',
    due_on: '2026-03-01',
  };
  const step = (position: number, what: string, on: string) => ({ id: `s${position}`, supervision: 'm', position, step: what, on });
  const steps = [
    step(1, 'signed-for', '2026-01-06'),
    step(2, 'reported', '2026-02-01'),
    step(3, 'verified', '2026-02-10'),
    step(4, 'closed', '2026-02-11'),
  ];
  const rows = { supervision: [matter], supervision_step: steps };
  assert.deepEqual(datesOf(rows, '2026-02-05'), ['supervision.m 2026-03-01 r5']);
  assert.deepEqual(datesOf(rows, '2026-02-20'), ['supervision.m 2026-03-01 r5 done']);
});
