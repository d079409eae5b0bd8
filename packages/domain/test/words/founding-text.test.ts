import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { splitPlanText } from '@westgate/domain';

/** Published plan texts kept beside the project, where they are at hand. */
const FOLDER = new URL('../../../../../../shared/data/plan-texts/', import.meta.url);

interface Anchor {
  readonly id: string;
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

function parseAnchors(json: string): readonly Anchor[] {
  return (JSON.parse(json) as { readonly sentences: readonly Anchor[] }).sentences;
}

const skip = existsSync(FOLDER) ? false : '../shared/data/plan-texts not found: skipped';
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

test('the founding text is cut at its 17 anchors', { skip }, () => {
  const { language, paragraphs, sentences } = splitPlanText(read('shijingshan-2024-plan-summary.en.txt'));
  assert.deepEqual(
    sentences.map(({ id, paragraph, position, start, end }) => ({ id, paragraph, sentence: position, start, end })),
    parseAnchors(read('shijingshan-2024-plan-summary.anchors.json')).map(({ id, paragraph, sentence, start, end }) => ({
      id,
      paragraph,
      sentence,
      start,
      end,
    })),
  );
  assert.equal(sentences.length, 17);
  assert.deepEqual([language, paragraphs], ['en', [1, 5, 5, 5]]);
});

test('the highlights have one sentence for each heading and item', { skip }, () => {
  const text = read('shijingshan-2023-review-highlights.en.txt');
  assert.deepEqual(
    splitPlanText(text).sentences.map((sentence) => sentence.text),
    text.trim().split('\n'),
  );
});

test('the five-year text is cut at its full stops', { skip }, () => {
  const { language, paragraphs, sentences } = splitPlanText(read('shijingshan-five-year-2022.zh.txt'));
  assert.deepEqual([language, paragraphs], ['zh', [5, 4]]);
  for (const sentence of sentences) assert.match(sentence.text, /^[^。]+。$/);
});
