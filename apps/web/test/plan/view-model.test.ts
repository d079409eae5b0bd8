import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sentence } from '@westgate/contract';
import {
  citationOf,
  documentShown,
  litPlaces,
  litSentences,
  paragraphsOf,
  piecesOf,
  sentenceAfter,
} from '../../src/screens/words/plan/view-model.ts';

const none = { zh: null, en: null };

function sentence(id: string, over: Partial<Sentence> = {}): Sentence {
  return {
    id,
    document: 'd',
    number: id,
    paragraph: 1,
    position: 1,
    revision: 1,
    inText: true,
    kind: 'promise',
    text: { zh: '甲乙丙丁', en: 'abcdef' },
    checked: { zh: false, en: false },
    reason: none,
    aim: 'x',
    tags: [],
    plans: [],
    under: [],
    mentions: [],
    clauses: [],
    commitmentIds: [],
    placeIds: [],
    projectIds: [],
    linked: { sentences: 0, commitments: 0, places: 0, projects: 0, indicators: 0 },
    indicatorIds: [],
    rev: 1,
    ...over,
  };
}

test('a sentence is cut at the words it names, and put together again it is the same text', () => {
  const mentions = [
    { kind: 'place', id: 'p', name: none, aim: 'y', zh: { start: 1, end: 2 }, en: { start: 2, end: 4 } },
    { kind: 'project', id: 'q', name: none, aim: null, zh: { start: 1, end: 3 }, en: null },
  ];
  const zh = piecesOf(sentence('s', { mentions }), 'zh');
  assert.deepEqual(
    zh.map(({ text, aim }) => [text, aim]),
    [
      ['甲', undefined],
      ['乙丙', null],
      ['丁', undefined],
    ],
  );
  const en = piecesOf(sentence('s', { mentions }), 'en');
  assert.equal(en.map(({ text }) => text).join(''), 'abcdef');
  assert.equal(en[1]?.names, 'place:p');
});

test('without named things the promising clause is underlined in the aim of the sentence', () => {
  const pieces = piecesOf(sentence('s', { clauses: [{ commitment: 'c', zh: { start: 0, end: 2 }, en: null }] }), 'zh');
  assert.deepEqual([pieces[0]?.text, pieces[0]?.aim], ['甲乙', 'x']);
});

test('a paragraph has the aim that most of its sentences serve', () => {
  const [paragraph] = paragraphsOf([sentence('1', { aim: 'a' }), sentence('2', { aim: 'b' }), sentence('3', { aim: 'b' })], []);
  assert.equal(paragraph?.aim, 'b');
});

test('a place lights the sentences that lead to it, a sentence its places', () => {
  const sentences = [sentence('1', { placeIds: ['p', 'q'] }), sentence('2'), sentence('3', { placeIds: ['p'] })];
  assert.deepEqual([...litSentences(sentences, { kind: 'place', id: 'p' })], ['1', '3']);
  assert.deepEqual(litPlaces(sentences, [], { kind: 'sentence', id: '1' }), ['p', 'q']);
  assert.deepEqual([...litSentences(sentences, null)], []);
});

test('moving from sentence to sentence stops at both ends', () => {
  const sentences = [sentence('1'), sentence('2')];
  assert.equal(sentenceAfter(sentences, null, 1)?.id, '1');
  assert.equal(sentenceAfter(sentences, '1', 1)?.id, '2');
  assert.equal(sentenceAfter(sentences, '2', 1)?.id, '2');
  assert.equal(sentenceAfter([], null, 1), null);
});

test('without a choice the first plan that has a text is shown', () => {
  const plan = (id: string, sentenceCount: number) => ({
    id,
    title: none,
    kind: 'plan' as const,
    wording: 'none' as const,
    covers: null,
    publisher: none,
    publishedOn: null,
    source: null,
    note: none,
    rev: 1,
    sentenceCount,
    implementedBy: [],
    implementedByCount: 0,
  });
  assert.equal(documentShown([plan('a', 0), plan('b', 3)], undefined)?.id, 'b');
  assert.equal(documentShown([plan('a', 0), plan('b', 3)], 'a')?.id, 'a');
  assert.equal(documentShown([], 'a'), null);
});

test('a citation carries the words, where they stand, whose they are, and the address', () => {
  const citation = citationOf({
    text: 'T',
    number: '2.4',
    title: 'Plan',
    publisher: null,
    publishedOn: '2024-01-29',
    label: 'ours',
    address: 'http://h/s',
  });
  assert.equal(citation, 'T\nPlan, 2.4, 2024-01-29 (ours)\nhttp://h/s');
});
