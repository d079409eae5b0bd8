import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextQuestion } from '@westgate/contract';
import { partOf, selectionOf, wordAfter, wordsIn } from '../../src/parts/word-strip-model.ts';
import { cutEdits, cutFaults, NO_CUT, tieOf, titleFrom } from '../../src/screens/words/cut/cut-model.ts';
import { answersByKey } from '../../src/screens/words/questions/question-answers.ts';

const place = { sentence: { id: 's1', kind: 'promise', rev: 1 }, language: 'en', before: 0, mentioned: new Set<string>() } as const;

test('words are selected over blanks and marks, forwards and back, in Chinese as well', () => {
  for (const text of ['The quay gets lamps, and trees.', '码头年内装灯，院里种树。']) {
    const words = wordsIn(text);
    assert.equal(words.map((word) => word.text).join(''), text);
    const first = wordAfter(words, -1, 1);
    const last = wordAfter(words, words.length, -1);
    const part = partOf(words, { anchor: last, focus: first });
    assert.deepEqual(part, { start: 0, end: text.length - 1 });
    assert.deepEqual(selectionOf(words, part), { anchor: first, focus: last });
    assert.equal(wordAfter(words, first, -1), first);
  }
  assert.equal(partOf(wordsIn('a'), null), null);
  assert.equal(selectionOf(wordsIn('a b'), { start: 1, end: 1 }), null);
});

test('a short title is the clause, or its beginning up to a comma or a blank', () => {
  assert.equal(titleFrom('open the yard as a market.'), 'open the yard as a market');
  const long = titleFrom('complete the repair of every old block in the northern court, the southern court and the riverside');
  assert.ok(long.endsWith('…') && long.length <= 58);
  assert.ok(titleFrom('完成北坊十二栋旧楼改造，并同步更新院内管线和照明设施，补齐停车和充电').endsWith('…'));
});

test('one deed makes the department, the commitment that names it, its links and the mention of what the sentence names', () => {
  const fields = {
    ...NO_CUT,
    title: { zh: '', en: 'Lamps' },
    clause: { zh: '', en: 'The quay gets lamps' },
    newOwner: 'Works',
    things: [
      { kind: 'place', id: 'quay', words: 'The quay' },
      { kind: 'project', id: 'lamps' },
    ],
  } as const;
  const edits = cutEdits(fields, place);
  assert.deepEqual(
    edits.map((edit) => edit.table),
    ['department', 'commitment', 'link', 'link', 'mention'],
  );
  const [, commitment, first, second] = edits.map((edit) => (edit.action === 'create' ? edit.fields : {}));
  assert.deepEqual([commitment?.owner, commitment?.title_zh, commitment?.clause_en], ['$0', null, 'The quay gets lamps']);
  assert.deepEqual([first?.from_id, first?.relation, first?.to_id], ['$1', 'names', 'quay']);
  assert.deepEqual([second?.from_id, second?.relation, second?.to_id], ['lamps', 'serves', '$1']);
  assert.equal(cutEdits(fields, { ...place, mentioned: new Set(['place:quay']) }).length, 4);
  const ofContext = cutEdits(fields, { ...place, sentence: { id: 's1', kind: 'narrative', rev: 3 } }).at(-1);
  assert.deepEqual(ofContext, {
    action: 'revise',
    table: 'sentence',
    key: 's1',
    rev: 3,
    fields: { kind: 'promise', reason_zh: null, reason_en: null },
  });
  assert.equal(tieOf({ kind: 'document', id: 'coast' }, 'c1').relation, 'implements');
});

test('what keeps a commitment from being cut is told', () => {
  assert.deepEqual(
    cutFaults({ ...NO_CUT, dueOn: '2027' }, ' ').map(({ field }) => field),
    ['clause', 'title', 'dueOn', 'who'],
  );
});

test('every question has one key for each of its answers', () => {
  const none = { zh: null, en: null };
  const question: TextQuestion = {
    id: 'q1',
    rev: 1,
    document: 'd',
    isOfEarlier: false,
    kind: 'reworded',
    sentence: { id: 's1', number: '1.1', text: { zh: null, en: 'whole' }, inText: false },
    candidates: [
      { id: 's2', number: '1.2', text: none },
      { id: 's3', number: '1.3', text: none },
    ],
    subject: null,
    sought: none,
    words: none,
    links: 1,
  };
  assert.deepEqual(
    [...answersByKey(question)],
    [
      ['a', { decision: 'follow', sentence: 's2' }],
      ['1', { decision: 'follow', sentence: 's2' }],
      ['2', { decision: 'follow', sentence: 's3' }],
      ['r', { decision: 'withdraw' }],
    ],
  );
  assert.deepEqual([...answersByKey({ ...question, kind: 'split' }).keys()], ['a', 'r']);
  assert.deepEqual([...answersByKey({ ...question, kind: 'removed', candidates: [] }).keys()], ['r']);
  const clause = { ...question, kind: 'clause', sought: { zh: null, en: 'x' }, words: { zh: null, en: 'w' } } as const;
  assert.deepEqual(
    [...answersByKey(clause)],
    [
      ['a', { decision: 'words' }],
      ['w', { decision: 'words', en: 'whole' }],
    ],
  );
});
