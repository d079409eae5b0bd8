import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled, readLines } from '../../src/meetings/read-lines.ts';

const DEPARTMENTS = [
  { id: 'housing', name: { zh: '住建委', en: 'Housing' } },
  { id: 'water', name: { zh: '水务局', en: null } },
];

test('decisions are read line by line: number, words, department and day in either order; what is neither is told', () => {
  const text =
    '1. 完成管线迁改｜住建委｜2026年12月31日前\n\n（二）公示方案\t2026-11-30\t水务局\r\n3）补齐材料\nCheck the levee | nobody | 2026-02-30';
  assert.deepEqual(readLines(text, DEPARTMENTS), [
    { words: '完成管线迁改', owner: 'housing', dueOn: '2026-12-31', unread: [] },
    { words: '公示方案', owner: 'water', dueOn: '2026-11-30', unread: [] },
    { words: '补齐材料', owner: '', dueOn: '', unread: [] },
    { words: 'Check the levee', owner: '', dueOn: '', unread: ['nobody', '2026-02-30'] },
  ]);
  const [, , open] = filled(readLines(text, DEPARTMENTS), { owner: 'housing', dueOn: '2027-01-31' });
  assert.deepEqual([open?.owner, open?.dueOn], ['housing', '2027-01-31']);
  // A name that no department has is asked once, and counts in every line.
  const [short] = readLines('公示方案｜城管局｜2026-11-30', DEPARTMENTS, { 城管局: 'water' });
  assert.deepEqual([short?.owner, short?.unread], ['water', []]);
});
