import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reads, type Rest } from '@westgate/domain';
import { type KeptAnswer, KeptAnswers } from '../src/office/kept-answers.ts';

const MEGABYTE = 1024 * 1024;

function restOn(table: 'project' | 'place'): Rest | null {
  const reads = new Reads();
  reads.note(table);
  return reads.rest();
}

/** An office in which each deed touches one table. */
class Deeds {
  readonly touched: string[] = [];
  readonly answers = new KeptAnswers<number>(() => ({
    seq: this.touched.length,
    mark: () => this.touched.length,
    holds: ({ tables }, since) => ![...tables].some((table) => this.touched.slice(since).includes(table)),
  }));

  keep(key: string, seq: number, answer: KeptAnswer): void {
    this.answers.keep(key, seq, { name: key, answer });
  }
}

test('an answer is kept until a deed touches what it rests on, and one made before a deed is not kept after it', () => {
  const deeds = new Deeds();
  const { answers } = deeds;
  const answer = { bytes: Buffer.from('{"total":3}'), tag: '"three"', who: 'all', reads: 'project', rest: restOn('project') };
  deeds.keep('projects', 0, answer);
  assert.equal(answers.of('projects'), answer);
  assert.equal(answers.of('places'), null);
  deeds.touched.push('place', 'place');
  assert.equal(answers.of('projects'), answer, 'nothing of it was touched');
  deeds.touched.push('project');
  assert.ok(!answers.stands(answer));
  assert.equal(answers.of('projects'), null);
  const late = { ...answer };
  deeds.keep('projects', 2, late);
  assert.equal(answers.of('projects'), null);
});

test('an answer of which it is not known what it rests on is kept until the next deed', () => {
  const deeds = new Deeds();
  const answer = { bytes: Buffer.from('{}'), tag: '"any"', who: 'all', reads: '*', rest: null };
  deeds.keep('today', 0, answer);
  assert.equal(deeds.answers.of('today'), answer);
  deeds.touched.push('place');
  assert.equal(deeds.answers.of('today'), null);
});

test('of many answers those asked for last are kept, and none that is large', () => {
  const deeds = new Deeds();
  const { answers } = deeds;
  const part = { bytes: Buffer.alloc(MEGABYTE / 2), tag: '"half"', who: 'all', reads: '*', rest: null };
  for (let index = 0; index < 16; index += 1) deeds.keep(`page ${index}`, 0, part);
  assert.equal(answers.of('page 0'), part);
  deeds.keep('page 16', 0, part);
  assert.equal(answers.of('page 1'), null, 'it was asked for longest ago');
  assert.equal(answers.of('page 0'), part);
  deeds.keep('all', 0, { ...part, bytes: Buffer.alloc(MEGABYTE) });
  assert.equal(answers.of('all'), null);
  assert.equal(answers.readsOf('all', 0), '*', 'what it rests on is known all the same');
  assert.equal(answers.of('page 16'), part);
  assert.equal(answers.readsOf('all', 1), null);
});
