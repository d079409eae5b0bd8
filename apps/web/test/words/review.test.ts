import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import type { Draft, PlanDrafts, Sentence } from '@westgate/contract';
import {
  acceptEdits,
  cutOf,
  isSure,
  itemAfter,
  itemsOf,
  mergeDrafts,
  NOTHING_DONE,
  nextLeft,
  ownDraft,
  piecesOf,
  type ReviewDraft,
  recutDraft,
  splitDraft,
  wholeOf,
} from '../../src/screens/words/review/review-model.ts';

const TEXT = 'Works will mend 12 blocks by 2027 and open a hall.';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const draftOf = (words: string, more: Partial<Draft> = {}): Draft => ({
  sentence: 's1',
  ...at(words),
  verbClass: 'continue',
  department: null,
  place: null,
  date: null,
  number: null,
  unit: null,
  doubts: [],
  seams: [],
  rules: [
    { ...at(words), rule: 'clause.verb' },
    { ...at(words.split(' ')[0] ?? ''), rule: 'class.verb' },
  ],
  ...more,
});
const mend = draftOf('mend 12 blocks by 2027', {
  department: { ...at('Works'), rule: 'department.ending', value: 'Works', id: null },
  date: { ...at('by 2027'), rule: 'date.absolute', value: dayOf('2027-12-31'), period: null },
});
const hall = draftOf('open a hall');
const sentence = { id: 's1', text: { zh: null, en: TEXT }, mentions: [], kind: 'promise', commitmentIds: [] } as unknown as Sentence;
const drafts: PlanDrafts = { sentences: [], drafts: [hall, mend], narrative: [{ sentence: 's2', rule: 'narrative.past' }] };
const sentences = [sentence, { ...sentence, id: 's2' }];
const keyed = (draft: Draft): ReviewDraft => ({ ...draft, key: `${draft.sentence} ${draft.start}-${draft.end}`, isMade: false });

test('what is left stands in the order of the text; what is settled is gone, and the next one is shown', () => {
  const items = itemsOf(drafts, sentences, NOTHING_DONE);
  assert.deepEqual(
    items.map(({ kind, sentence: id }) => [kind, id]),
    [
      ['draft', 's1'],
      ['draft', 's1'],
      ['narrative', 's2'],
    ],
  );
  const [first, second, third] = items.map(({ key }) => key);
  assert.equal(nextLeft(items, first ?? '', new Set([first ?? ''])), second);
  assert.equal(nextLeft(items, third ?? '', new Set([third ?? ''])), second);
  assert.equal(itemAfter(items, null, 1)?.key, first);
  assert.equal(itemAfter(items, third ?? null, 1)?.key, third);
  assert.equal(itemsOf(drafts, sentences, { ...NOTHING_DONE, settled: new Set([first ?? '']) }).length, 2);
});

test('a sentence of which all drafts were refused is left to be decided; one that is decided, here or before, is not', () => {
  const refused = itemsOf(drafts, sentences, NOTHING_DONE).map(({ key }) => key);
  const left = itemsOf(drafts, sentences, { ...NOTHING_DONE, settled: new Set(refused) });
  assert.deepEqual(
    left.map(({ kind, sentence: id }) => [kind, id]),
    [
      ['open', 's1'],
      ['open', 's2'],
    ],
  );
  assert.deepEqual(itemsOf(drafts, sentences, { ...NOTHING_DONE, settled: new Set(refused), closed: new Set(['s1', 's2']) }), []);
  const decided: readonly Sentence[] = [
    { ...sentence, commitmentIds: ['c1'] },
    { ...sentence, id: 's2', kind: 'narrative' },
  ];
  assert.deepEqual(itemsOf({ sentences: [], drafts: [], narrative: [] }, decided, NOTHING_DONE), []);
});

test('a draft is split where the second begins, each part keeps what its own words say, and both are merged again', () => {
  const whole = mergeDrafts(keyed(mend), keyed(hall));
  assert.equal(TEXT.slice(whole.start, whole.end), 'mend 12 blocks by 2027 and open a hall');
  const parts = splitDraft(whole, TEXT, TEXT.indexOf('open'));
  assert.deepEqual(
    parts?.map(({ start, end }) => TEXT.slice(start, end)),
    ['mend 12 blocks by 2027 and', 'open a hall'],
  );
  assert.deepEqual([parts?.[0].date?.value, parts?.[1].date], ['2027-12-31', null]);
  assert.equal(splitDraft(whole, TEXT, whole.start), null);
  const made = new Map([[keyed(mend).key, parts ?? []]]);
  assert.equal(
    itemsOf({ ...drafts, drafts: [] }, sentences, { ...NOTHING_DONE, made }).length,
    3,
    'parts outlive the draft they come from',
  );
});

test('accepting cuts the clause with its day and, where that is wanted, makes the department, once in a deed', () => {
  const cut = cutOf(keyed(mend), TEXT, 'en', true);
  assert.deepEqual([cut.clause.en, cut.dueOn, cut.dueBasis, cut.newOwner], ['mend 12 blocks by 2027', '2027-12-31', 'by 2027', 'Works']);
  assert.equal(cutOf(keyed(mend), TEXT, 'en', false).newOwner, '');
  const both = [keyed(mend), keyed({ ...hall, department: mend.department })];
  const how = { sentences: new Map([['s1', sentence]]), language: 'en', makesOwner: new Set(both.map(({ key }) => key)) } as const;
  const edits = acceptEdits(both, { ...how, made: { owners: new Map(), mentions: new Set() } });
  assert.deepEqual(
    edits.map((edit) => edit.table),
    ['department', 'commitment', 'commitment'],
  );
  assert.deepEqual(
    edits.slice(1).map((edit) => (edit.action === 'create' ? edit.fields.owner : null)),
    ['$0', '$0'],
  );
  const later = acceptEdits(both, { ...how, made: { owners: new Map([['Works', 'works']]), mentions: new Set() } });
  assert.deepEqual(
    later.map((edit) => (edit.action === 'create' ? edit.fields.owner : null)),
    ['works', 'works'],
  );
});

test('sure is a draft that leaves nothing open; its words are cut where a field begins and ends', () => {
  assert.equal(isSure(keyed(hall)), true);
  assert.equal(isSure(keyed(mend)), false);
  assert.equal(isSure(keyed({ ...hall, verbClass: null })), false);
  const pieces = piecesOf(TEXT, keyed(mend));
  assert.equal(pieces.map(({ text }) => text).join(''), TEXT);
  assert.deepEqual(
    pieces.filter(({ field }) => field !== null).map(({ field, text }) => [field, text]),
    [
      ['department', 'Works'],
      ['verb', 'mend'],
      ['date', 'by 2027'],
    ],
  );
});

test('the whole of a sentence is without its label and full stop, and no number is cut', () => {
  const whole = (text: string): string => {
    const { start, end } = wholeOf(text);
    return text.slice(start, end);
  };
  for (const [text, words] of [
    ['修缮灯塔。', '修缮灯塔'],
    ['（二）修缮灯塔。', '修缮灯塔'],
    ['3. 修缮灯塔；', '修缮灯塔'],
    ['一、修缮灯塔。', '修缮灯塔'],
    ['3.5公里绿道年内贯通。', '3.5公里绿道年内贯通'],
    ['1.2万套保障房交付。', '1.2万套保障房交付'],
    ['12、15号线年底通车。', '12、15号线年底通车'],
    ['一、二期工程完工。', '一、二期工程完工'],
    ['2.5 million trees are planted.', '2.5 million trees are planted'],
    ['| Open the ferry |', 'Open the ferry'],
  ] as const)
    assert.equal(whole(text), words);
  assert.deepEqual(wholeOf('。'), { start: 0, end: 1 });
});

test('a draft of other words keeps what stands around them and loses what it no longer holds', () => {
  const dated = draftOf('mend 12 blocks', {
    department: { ...at('Works'), rule: 'department.ending', value: 'Works', id: null },
    number: { ...at('12'), rule: 'number.figures', value: 12, qualifier: null },
  });
  const { number, department, verbClass, isMade } = recutDraft(keyed(dated), at('mend'));
  assert.deepEqual([number, department?.value, verbClass, isMade], [null, 'Works', 'continue', true]);
  assert.equal(recutDraft(keyed(dated), at('mend 12 blocks')).isMade, false, 'the same words are the same draft');
  const own = ownDraft('s1', at('open a hall'), 'establish');
  assert.deepEqual([own.verbClass, own.department, own.rules, isSure(own)], ['establish', null, [], false]);
});
