import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, type ListAsk } from '../../src/lists/arrange.ts';

interface Job {
  readonly id: string;
  readonly lead: string;
  readonly days: number | null;
}
const LEAD = {
  id: 'lead',
  head: 'Lead',
  say: (key: string) => key,
  keysOf: ({ lead }: Job) => [lead],
  rankOf: (key: string) => ['works', 'parks', 'water'].indexOf(key),
};
const DAYS = { id: 'days', orderOf: ({ days }: Job) => days };
const JOBS: readonly Job[] = Array.from({ length: 12 }, (_, index) => ({
  id: `j${index}`,
  lead: ['works', 'parks', 'water'][index % 3] ?? '',
  days: index === 4 ? null : 12 - index,
}));
const shown = (ask: ListAsk) =>
  arrange(JOBS, ask, { attributes: [LEAD], sorts: [DAYS] }, { hayOf: ({ id }) => id, language: 'en', pageSize: 5 });
const linesOf = (ask: ListAsk): readonly string[] =>
  shown(ask).sections.map(({ group, rows }) =>
    `${group?.key ?? ''}${group?.rows.length ?? ''} ${rows.map(({ id }) => id).join(' ')}`.trim(),
  );

test('a group that goes over a page is told on both, with how many it has in all', () => {
  assert.deepEqual(linesOf({ group: 'lead' }), ['works4 j0 j3 j6 j9', 'parks4 j1']);
  assert.deepEqual(linesOf({ group: 'lead', page: '2' }), ['parks4 j4 j7 j10', 'water4 j2 j5']);
});

test('a shut group shows its head alone, and takes no room on a page', () => {
  assert.deepEqual(linesOf({ group: 'lead', shut: 'parks' }), ['works4 j0 j3 j6 j9', 'parks4', 'water4 j2']);
  assert.deepEqual(linesOf({ group: 'lead', shut: '*' }), ['works4', 'parks4', 'water4']);
  assert.deepEqual(linesOf({ group: 'lead', shut: 'water', page: '2' }), ['parks4 j4 j7 j10', 'water4']);
  assert.equal(shown({ group: 'lead', shut: '*' }).all.length, 12);
});

test('within a group rows follow the sort, what is not known last; words and conditions narrow first', () => {
  assert.deepEqual(linesOf({ group: 'lead', sort: 'days', where: 'lead:parks' }), ['parks4 j10 j7 j1 j4']);
  assert.deepEqual(linesOf({ q: 'J1', sort: '-days' }), ['j1 j10 j11']);
  assert.deepEqual(linesOf({ group: 'colour', q: 'j11' }), ['j11']);
});
