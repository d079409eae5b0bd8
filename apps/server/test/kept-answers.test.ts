import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptAnswers } from '../src/office/kept-answers.ts';

const MEGABYTE = 1024 * 1024;

test('an answer is kept until the next deed, and one made before it is not kept after it', () => {
  const answers = new KeptAnswers();
  const answer = { bytes: Buffer.from('{"total":3}'), tag: '"three"', who: 'all', reads: 'project' };
  answers.keep('projects', 7, answer);
  assert.equal(answers.of('projects', 7), answer);
  assert.equal(answers.of('places', 7), null);
  assert.equal(answers.of('projects', 8), null);
  answers.keep('projects', 7, answer);
  assert.equal(answers.of('projects', 8), null);
  assert.equal(answers.of('projects', 7), null);
});

test('of many answers those asked for last are kept, and none that is large', () => {
  const answers = new KeptAnswers();
  const part = { bytes: Buffer.alloc(MEGABYTE / 2), tag: '"half"', who: 'all', reads: '*' };
  for (let index = 0; index < 16; index += 1) answers.keep(`page ${index}`, 1, part);
  assert.equal(answers.of('page 0', 1), part);
  answers.keep('page 16', 1, part);
  assert.equal(answers.of('page 1', 1), null, 'it was asked for longest ago');
  assert.equal(answers.of('page 0', 1), part);
  answers.keep('all', 1, { ...part, bytes: Buffer.alloc(MEGABYTE) });
  assert.equal(answers.of('all', 1), null);
  assert.equal(answers.readsOf('all', 1), '*', 'what it rests on is known all the same');
  assert.equal(answers.of('page 16', 1), part);
  assert.equal(answers.readsOf('all', 2), null);
});
