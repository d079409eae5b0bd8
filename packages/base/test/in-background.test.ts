import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { inBackground } from '@westgate/base';

test('work that nobody waits for tells of its failure by name, whether it throws, rejects, or rejects with something that is no error', async () => {
  const told: string[] = [];
  const tell = (error: Error, name: string): void => {
    told.push(`${name}: ${error.message}`);
  };
  inBackground('throws', () => assert.fail('at once'), tell);
  inBackground('rejects', () => Promise.reject(new Error('later')), tell);
  inBackground('says', () => Promise.reject('a word'), tell);
  inBackground('goes well', async () => 1, tell);
  await setImmediate();
  assert.deepEqual(told, ['throws: at once', 'rejects: later', 'says: a word']);
});
