import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, NO_PLAN, previewOf, requestOf, titleIn } from '../../src/screens/words/bring/view-model.ts';

const filled = {
  ...NO_PLAN,
  text: '# The harbour plan\n\nThe quay gets lamps. The yard gets trees.',
  title: 'The harbour plan',
  who: 'Ada',
};

test('a text is shown as the sentences it will be held as, its language found among those the district keeps', () => {
  const preview = previewOf(filled.text, '', ['zh', 'en']);
  assert.equal(preview.language, 'en');
  assert.deepEqual(
    preview.sentences.map(({ number, kind }) => [number, kind]),
    [
      ['1.1', 'heading'],
      ['2.1', 'sentence'],
      ['2.2', 'sentence'],
    ],
  );
  assert.equal(previewOf('The quay gets lamps.', '', ['zh']).language, 'zh');
  assert.equal(titleIn(preview), 'The harbour plan');
  assert.deepEqual(previewOf('', '', ['zh', 'en']).sentences, []);
});

test('two languages are paired sentence by sentence, and where they differ it is said where', () => {
  const aligned = previewOf('码头装灯。院里种树。', 'The quay gets lamps. The yard gets trees.', ['zh', 'en']);
  assert.deepEqual(
    aligned.sentences.map(({ other }) => other),
    ['The quay gets lamps.', 'The yard gets trees.'],
  );
  const differing = previewOf('码头装灯。院里种树。', 'The quay gets lamps.', ['zh', 'en']);
  assert.deepEqual(differing.faults, [{ paragraph: 1, zh: 2, en: 1 }]);
  assert.deepEqual(
    faultsOf({ ...NO_PLAN, text: '码头装灯。院里种树。', title: '规划', who: '李' }, differing).map(({ field, word }) => [field, word]),
    [['other', 'bring.fault.aligned']],
  );
});

test('everything that is missing is told at once, and what is sent names the languages', () => {
  assert.deepEqual(
    faultsOf({ ...NO_PLAN, covers: 'soon' }, previewOf('', '', ['en'])).map(({ field }) => field),
    ['text', 'title', 'covers', 'who'],
  );
  const preview = previewOf(filled.text, '', ['zh', 'en']);
  assert.deepEqual(faultsOf(filled, preview), []);
  const sent = requestOf({ ...filled, covers: ' 2026 ', publisher: 'Ward council', other: '' }, preview);
  assert.deepEqual(
    [sent.title_en, sent.title_zh, sent.covers, sent.publisher_en, sent.zh],
    ['The harbour plan', undefined, '2026', 'Ward council', undefined],
  );
  assert.equal(sent.en, filled.text);
});
