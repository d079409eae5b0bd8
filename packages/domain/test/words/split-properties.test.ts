import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitPlanText, utf8Offsets } from '@westgate/domain';
import fc from 'fast-check';

const BLANK = /^[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$/;
const RUNS = { numRuns: 400, seed: 20240129 } as const;

/** Pieces of which plan texts, and texts that only look like plans, are made. */
const fragment = fc.constantFrom(
  ...['The district ', 'renews ', 'old works', 'e.g. ', 'No. 5', 'U.S. ', 'Co., Ltd. ', '3.5', '1. ', '- ', '· ', '# ', '> ', '|', '---'],
  ...['. ', '.', '! ', '?', '…', '...', '"', '“', '”', '(', ')', '（', '）', '《', '》', "'", '*', '[1]', '; ', ', '],
  ...[
    '推进',
    '更新',
    '。',
    '！',
    '？',
    '；',
    '，',
    '（一）',
    '一、',
    '来源：',
    '(Source: x)',
    '\n',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    '　',
    ' ',
    '\ufeff',
    '😀',
  ],
);
const planLike = fc.array(fragment, { maxLength: 60 }).map((fragments) => fragments.join(''));
const anyText = fc.oneof(planLike, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

test('any text: spans ascend, do not overlap, hold all but white space, and are the text to the letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = text.startsWith('\ufeff') ? 1 : 0;
      for (const sentence of splitPlanText(text).sentences) {
        assert.ok(sentence.start >= at && sentence.end > sentence.start);
        assert.match(text.slice(at, sentence.start), BLANK);
        assert.equal(sentence.text, text.slice(sentence.start, sentence.end));
        assert.ok(!BLANK.test(sentence.text.charAt(0)) && !BLANK.test(sentence.text.slice(-1)));
        at = sentence.end;
      }
      assert.match(text.slice(at), BLANK);
    }),
    RUNS,
  );
});

test('any text: ids are unique and paragraphs count their sentences', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { paragraphs, sentences } = splitPlanText(text);
      assert.equal(new Set(sentences.map((sentence) => sentence.id)).size, sentences.length);
      const counted = sentences.filter((sentence) => /^p\d+s\d+$/.test(sentence.id));
      assert.equal(
        counted.length,
        paragraphs.reduce((sum, count) => sum + count, 0),
      );
    }),
    RUNS,
  );
});

test('any text: byte offsets are those of an encoder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const ends = splitPlanText(text).sentences.flatMap((sentence) => [sentence.start, sentence.end]);
      assert.deepEqual(
        utf8Offsets(text, ends),
        ends.map((end) => Buffer.byteLength(text.slice(0, end))),
      );
    }),
    RUNS,
  );
});

const english = fc.constantFrom(
  'The district renews No. 5 works, e.g. the U.S. one.',
  'It adds 3.5 ha (i.e. more. Much more) by Dec. 5.',
  'He said: "We build. We open."',
  'All aims to build a "district of beauty".',
  'Is it done?',
);
const chinese = fc.constantFrom(
  '推进更新。',
  '举办“向未来！”活动；完成。',
  '他说：“今年完工。”',
  '增长10.5%（含VR。下同）。',
  '完成了吗？',
);
const paragraphsOf = (sentence: fc.Arbitrary<string>) =>
  fc.array(fc.array(sentence, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

test('a text written back from its sentences is cut into the same sentences', () => {
  const writtenBack = (between: string) => (paragraphs: readonly (readonly string[])[]) => {
    const text = paragraphs.map((sentences) => sentences.join(between)).join('\n\n');
    const reading = splitPlanText(text);
    assert.deepEqual(
      reading.sentences.map((sentence) => sentence.text),
      paragraphs.flat(),
    );
    assert.deepEqual(
      reading.paragraphs,
      paragraphs.map((sentences) => sentences.length),
    );
    for (const sentence of reading.sentences) assert.equal(splitPlanText(sentence.text).sentences.length, 1);
  };
  fc.assert(fc.property(paragraphsOf(english), writtenBack(' ')), RUNS);
  fc.assert(fc.property(paragraphsOf(chinese), writtenBack('')), RUNS);
});

test('200 kB of anything is cut in less than a second of processor time', () => {
  const garbage = [
    '(',
    '“',
    '"',
    '.',
    '. ',
    ' ',
    '\n',
    '> ',
    '- a\n',
    '.(',
    '。”',
    'a.',
    '（来源：',
    'Source: (',
    '([“',
    '1.',
    '…"',
    ')',
    '.["',
  ];
  for (const unit of garbage) {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const begun = process.cpuUsage();
    splitPlanText(text);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 1_000_000, `${JSON.stringify(unit)} repeated took too long`);
  }
});
