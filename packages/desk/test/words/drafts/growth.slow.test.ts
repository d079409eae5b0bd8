import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftPlan } from '@westgate/desk';
import { emptyRegister } from '@westgate/domain';
import { garbage } from './garbage.ts';

const PATTERNS = [
  garbage(7, 4000),
  '将推进、',
  'will build a pier, and ',
  'will be juggled and ',
  '2026年6月',
  '积极',
  '优化',
  'Town Hall and ',
  'to repair ',
  '区住建局、',
  '3.5万',
  '（“',
  'is built, ',
  'be built ',
  '由',
  'as ',
  'A',
  '1,',
];

test('the processor time grows with the text and not with its square, whatever the text', () => {
  for (const pattern of PATTERNS) {
    const times = [50_000, 200_000].map((length) => {
      const text = pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
      const before = process.cpuUsage();
      draftPlan(emptyRegister(), text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    });
    const [small = 0, large = 0] = times;
    const name = JSON.stringify(pattern.slice(0, 20));
    assert.ok(large < 10 * small + 400, `${name}: ${small.toFixed(0)} ms, four times as long: ${large.toFixed(0)} ms`);
  }
});
