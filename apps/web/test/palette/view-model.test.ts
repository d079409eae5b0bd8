import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINKED_KINDS } from '@westgate/domain';
import { type Hit, markedTitle, rowAfter, scopeAfter, scopeCount } from '../../src/palette/view-model.ts';

function hit(zh: string, en: string, match: Hit['match']): Hit {
  return { thing: { kind: 'place', id: 'p', name: { zh, en } }, match, detail: { zh: null, en: null }, state: null, aim: null };
}

test('the match is marked in the title', () => {
  const found = markedTitle(hit('某书院', 'Some Academy', { kind: 'exact', text: '某书院', language: 'zh', start: 1, end: 3 }), 'zh');
  assert.deepEqual(found, { before: '某', found: '书院', after: '', beside: null });
});

test('a match in the other language stands beside the title', () => {
  const found = markedTitle(
    hit('某书院', 'Some Academy', { kind: 'exact', text: 'Some Academy', language: 'en', start: 5, end: 12 }),
    'zh',
  );
  assert.equal(found.before, '某书院');
  assert.equal(found.beside, 'Some Academy');
});

test('a long text is cut so that the match is seen', () => {
  const long = `${'a'.repeat(90)}match${'b'.repeat(90)}`;
  const found = markedTitle(hit('', '', { kind: 'exact', text: long, language: 'en', start: 90, end: 95 }), 'en');
  assert.equal(found.beside, long);
  const titled = markedTitle({ ...hit(long, long, { kind: 'exact', text: long, language: 'en', start: 90, end: 95 }) }, 'en');
  assert.equal(titled.found, 'match');
  assert.ok(titled.before.startsWith('…') && titled.before.length < 25);
});

test('Tab goes round the scopes, and counts include 0', () => {
  assert.equal(scopeAfter(null, 1), 'sentence');
  assert.equal(scopeAfter(null, -1), LINKED_KINDS.at(-1));
  assert.equal(scopeAfter(LINKED_KINDS.at(-1) ?? null, 1), null);
  assert.equal(scopeCount({ place: 2, project: 3 }, null), 5);
  assert.equal(scopeCount({ place: 2 }, 'event'), 0);
});

test('the chosen row stays inside the hits', () => {
  assert.equal(rowAfter(0, -1, 3), 0);
  assert.equal(rowAfter(2, 8, 3), 2);
  assert.equal(rowAfter(0, 1, 0), 0);
});
