import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { draftPlan, readFolder } from '@westgate/desk';
import { emptyRegister, type PlanDrafts, registerOf } from '@westgate/domain';
import { EXAMPLE, rowsOf } from '../../folders.ts';
import { baselineOf } from './baseline.ts';
import { type Counts, cuttingOf, type Key, type Score, type ScoreName, scoreOf } from './score.ts';
import { type JudgedSentence, type SentenceScore, sentenceScore } from './sentence-score.ts';

const HERE = new URL('../../../../test/words/drafts/', import.meta.url);
/** Published plan texts kept beside the project, where they are at hand. */
const SHARED = new URL('../../../../../../../shared/data/plan-texts/', import.meta.url);
const skip = existsSync(SHARED) ? false : '../shared/data/plan-texts not found: skipped';

const keyOf = (name: string): Key => JSON.parse(readFileSync(new URL(`keys/${name}.json`, HERE), 'utf8')) as Key;
const precision = ({ right, proposed }: Counts): number => (proposed === 0 ? 1 : right / proposed);
const recall = ({ right, expected }: Counts): number => (expected === 0 ? 1 : right / expected);
const textOf = (folder: URL, file: string, sha256: string): string => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  assert.equal(createHash('sha256').update(text).digest('hex'), sha256, `${file} is the text the key was cut from`);
  return text;
};
const holds = (score: Score, floors: Partial<Record<ScoreName, readonly [number, number]>>, file: string): void => {
  for (const [name, [least, most]] of Object.entries(floors)) {
    const counts = score[name as ScoreName];
    assert.ok(precision(counts) >= least, `${file}: precision of ${name} ${precision(counts)}, floor ${least}`);
    assert.ok(recall(counts) >= most, `${file}: recall of ${name} ${recall(counts)}, floor ${most}`);
  }
};

test('two cuttings of the published texts by hand agree, and the reconciled key lies between them', () => {
  const [first, second, reconciled] = ['first', 'second', 'reconciled'].map(keyOf);
  for (const [index, text] of (first?.texts ?? []).entries()) {
    const [other, both] = [second?.texts[index], reconciled?.texts[index]];
    assert.ok(other && both);
    assert.deepEqual([other.sha256, both.sha256], [text.sha256, text.sha256]);
    holds(scoreOf(text, other), { clause: [0.9, 0.9], verbClass: [0.8, 0.8], narrative: [0.9, 0.9] }, text.file);
    holds(scoreOf(text, both), { clause: [0.9, 0.9] }, text.file);
    holds(scoreOf(other, both), { clause: [0.9, 0.9] }, text.file);
  }
});

test('two cuttings of the unseen texts, by hands that knew no rules, agree on the clauses', () => {
  const [first, second] = ['unseen-first', 'unseen-second'].map(keyOf);
  for (const [index, text] of (first?.texts ?? []).entries()) {
    const other = second?.texts[index];
    assert.ok(other);
    assert.deepEqual([other.file, other.sha256], [text.file, text.sha256]);
    holds(scoreOf(text, other), { clause: [0.9, 0.8], exact: [0.9, 0.75] }, text.file);
  }
});

test('drafts of the published texts reach the floors, and every field yields its value', { skip }, async () => {
  const register = registerOf(rowsOf(await readFolder(EXAMPLE)));
  for (const { file, sha256, ...key } of keyOf('reconciled').texts) {
    const text = textOf(SHARED, file, sha256);
    const drafted = draftPlan(register, text);
    requireSpans(drafted, text);
    const score = scoreOf(cuttingOf(drafted), key);
    holds(
      score,
      {
        clause: [0.9, 0.9],
        exact: [0.85, 0.85],
        verbClass: [0.85, 0.85],
        place: [0.85, 0.85],
        date: [0.9, 0.9],
        number: [0.9, 0.9],
        unit: [0.9, 0.9],
        narrative: [0.9, 0.9],
      },
      file,
    );
    if (key.drafts.length > 0)
      assert.ok(recall(score.clause) > 2 * recall(scoreOf(baselineOf(text), key).clause), `${file} beside the baseline`);
  }
});

test('drafts are found where another hand, which had seen neither keys nor rules, cut the published texts', { skip }, async () => {
  const register = registerOf(rowsOf(await readFolder(EXAMPLE)));
  for (const { file, sha256, ...key } of keyOf('independent').texts) {
    const score = scoreOf(cuttingOf(draftPlan(register, textOf(SHARED, file, sha256))), key);
    holds(score, { clause: [0.9, 0.8], exact: [0.8, 0.75], verbClass: [0.65, 0.6] }, file);
  }
});

test('drafts of the invented texts reach the floors without a district, those held out lower ones', () => {
  for (const [name, floor] of [
    ['invented', 0.8],
    ['held-out', 0.55],
  ] as const) {
    for (const { file, sha256, ...key } of keyOf(name).texts) {
      const text = textOf(new URL('texts/', HERE), file, sha256);
      const drafted = draftPlan(emptyRegister(), text);
      requireSpans(drafted, text);
      const score = scoreOf(cuttingOf(drafted), key);
      holds(score, { clause: [floor, floor], narrative: [floor, floor] }, file);
      assert.ok(recall(score.clause) > 1.5 * recall(scoreOf(baselineOf(text), key).clause), `${file} beside the baseline`);
    }
  }
});

/** No field without words that say it: the words of a name are its value, the figures of a number are in its words, spans lie in the sentence. */
function requireSpans({ drafts }: PlanDrafts, text: string): void {
  for (const draft of drafts) {
    const words = (span: { readonly start: number; readonly end: number }): string => text.slice(span.start, span.end);
    assert.ok(words(draft).trim().length > 0);
    for (const name of [draft.department, draft.place]) if (name) assert.equal(words(name), name.value);
    if (draft.number && /^[\d,.]+$/.test(words(draft.number))) {
      assert.equal(Number(words(draft.number).replaceAll(',', '')), draft.number.value);
    }
    for (const field of [draft.date, draft.number, draft.unit]) if (field) assert.notEqual(words(field).trim(), '');
    for (const rule of draft.rules) assert.ok(rule.start < rule.end && rule.end <= text.length);
  }
}

test('days and places of sixty sentences, by a hand that knew no rules, are found, and no day where none is due', () => {
  const { sentences, plan_year: planYear } = JSON.parse(readFileSync(new URL('keys/sentences-60.json', HERE), 'utf8')) as {
    readonly sentences: readonly JudgedSentence[];
    readonly plan_year: number;
  };
  for (const language of ['zh', 'en']) {
    const scores = sentences
      .filter(({ lang }) => lang === language)
      .map((sentence) => sentenceScore(sentence, draftPlan(emptyRegister(), sentence.text, { planYear })));
    const sum = (name: keyof SentenceScore): Counts => {
      const of = (count: keyof Counts): number => scores.reduce((all, score) => all + score[name][count], 0);
      return { right: of('right'), proposed: of('proposed'), expected: of('expected') };
    };
    assert.ok(precision(sum('due')) >= 0.95 && recall(sum('due')) >= 0.8, `days ${language}`);
    assert.equal(recall(sum('noDue')), 1, `no day ${language}`);
    assert.ok(precision(sum('place')) >= 0.85 && recall(sum('place')) >= 0.6, `places ${language}`);
  }
});
