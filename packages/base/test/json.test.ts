import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, ERRORS, idOf, inLanguage, isSlug, sameJson, WestgateError } from '@westgate/base';

test('canonical JSON does not depend on the order of keys, at any depth', () => {
  assert.equal(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true }), '{"a":true,"b":[1,{"c":"x","d":null}]}');
  assert.ok(sameJson({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }));
  assert.ok(!sameJson([1, 2], [2, 1]));
});

test('an error carries the status of its code', () => {
  const error = new WestgateError('WG_STALE_RECORD', 'expected revision 3, found 4', { table: 'project' });
  assert.equal(error.status, ERRORS.WG_STALE_RECORD.status);
  assert.equal(error.details['table'], 'project');
});

test('an id is a readable slug', () => {
  for (const good of ['p2s4', 'left-levee-yanshan', 'P01', 'a.b_c-9']) assert.ok(isSlug(good), good);
  for (const bad of ['', '-a', 'a-', 'a b', '../x', 'ä', 'x'.repeat(81), 'a/b']) assert.ok(!isSlug(bad), bad);
  assert.equal(idOf<'place'>('moshikou'), 'moshikou');
});

test('a text falls back to the other language and to nothing', () => {
  assert.equal(inLanguage({ zh: null, en: 'river' }, 'zh'), 'river');
  assert.equal(inLanguage({ zh: null, en: null }, 'en'), null);
});
