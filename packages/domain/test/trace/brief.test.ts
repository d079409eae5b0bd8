import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attentionOf, briefOf, stateOf } from '@westgate/domain';
import { day, districtOf, link, outcome } from '../district.ts';

const sentence = (id: string, position: number) => ({ id, document: 'plan', paragraph: 1, position, kind: 'promise', tags: [] });
const register = districtOf({
  district: [{ id: 'd', axes: [{ id: 'aim', name: { zh: null, en: 'Aim' }, values: [{ id: 'calm', name: { zh: null, en: 'Calm' } }] }] }],
  document: [{ id: 'plan', kind: 'plan', covers: '2024' }],
  department: [{ id: 'water', name_en: 'Water' }],
  sentence: [sentence('s2', 2), sentence('s1', 1), sentence('s3', 3)],
  commitment: [
    { id: 'c3', sentence: 's3', verb_class: 'continue', list_closed: true, owner: 'water', due_on: '2024-12-31', tags: ['aim:calm'] },
    { id: 'c2', sentence: 's2', verb_class: 'continue', due_on: '2024-03-31' },
    { id: 'c1', sentence: 's1', verb_class: 'continue', owner: 'water' },
  ],
  project: [{ id: 'p2' }, { id: 'p3' }],
  link: [link('project:p2', 'serves', 'commitment:c2'), link('project:p3', 'serves', 'commitment:c3')],
  outcome: [outcome('project:p2', 'not-done', '2024-04-30'), outcome('project:p3', 'completed', '2024-05-01')],
});
const on = (text: string) => (id: string) => stateOf(register, { kind: 'commitment', id }, day(text));
const brief = briefOf(register, on('2024-06-30'), on('2024-04-01'));

test('what is late stands first, then what lacks an owner or a due date, promises and projects alike', () => {
  assert.deepEqual(
    attentionOf(register, day('2024-06-30')).records.map(({ id, why }) => [id, why.join(' ')]),
    [
      ['c2', 'late no-owner'],
      ['p2', 'no-owner no-due-date'],
      ['p3', 'no-owner no-due-date'],
      ['c1', 'no-due-date'],
    ],
  );
});

test('what changed between two days is told in the order of the text, with both states', () => {
  assert.deepEqual(brief.changed, [
    { id: 'c2', before: on('2024-04-01')('c2').name, after: 'late' },
    { id: 'c3', before: on('2024-04-01')('c3').name, after: 'done' },
  ]);
});

test('commitments are counted by aim, those without one last; the counts add up', () => {
  assert.deepEqual(
    brief.aims.map(({ id, total }) => [id, total]),
    [
      ['calm', 1],
      [null, 2],
    ],
  );
  for (const { total, states } of brief.aims)
    assert.equal(
      Object.values(states).reduce((sum, count) => sum + count, 0),
      total,
    );
});
