// How well sentences are found again in an edited plan text: 200 seeded edits of each text, then rewordings of 10 to 60 % of the words.
// Baseline in the same run: a diff of lines, changed lines paired in order. Texts: the example's two, each with near-duplicates
// planted too, and the plan texts beside the checkout where they are. Prints counts, rates, times and ratios.
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { checkComparison, compareTexts, splitPlanText } from '../packages/domain/dist/src/index.js';
import { randomOf } from '../packages/domain/dist/test/random.js';
import * as edits from '../packages/domain/dist/test/words/random-edits.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { district } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).westgate;
const RUNS = 200;
const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
const PLAN_TEXTS = '../shared/data/plan-texts';

const files = [
  [`${district}/words/plan-2024.en.md`, 'example, English'],
  [`${district}/words/plan-2024.zh.md`, 'example, Chinese'],
  [`${PLAN_TEXTS}/shijingshan-2024-plan-summary.en.txt`, 'founding text'],
  [`${PLAN_TEXTS}/shijingshan-five-year-2022.zh.txt`, 'five-year text, Chinese'],
  [`${PLAN_TEXTS}/shijingshan-2023-review-highlights.en.txt`, 'review text, English'],
];
const texts = files.flatMap(([file, name]) => {
  if (!existsSync(`${ROOT}${file}`)) {
    console.log(`${file} not found: left out`);
    return [];
  }
  const { sentences } = splitPlanText(readFileSync(`${ROOT}${file}`, 'utf8'));
  return [{ name, sentences: sentences.filter(({ kind }) => kind !== 'rule').map(({ text }) => text) }];
});
const planted = texts.map(({ name, sentences }, index) => ({ name: `${name}, near-duplicates`, sentences: plant(sentences, 77 + index) }));

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
console.log(`\n${RUNS} seeded runs of 1 to 6 edits each (delete, insert, reword a third, swap, split, merge)`);
console.log(
  'text                                     ids moved (exchanged among equal texts)  untouched kept   reworded kept  split/merge right  candidates right | line diff: moved, untouched kept',
);
let faults = 0;
for (const [index, { name, sentences }] of [...texts, ...planted].entries()) {
  const [own, diff] = [edits.emptyScore(), edits.emptyScore()];
  for (let run = 0; run < RUNS; run += 1) {
    const random = randomOf(1_000_003 * (index + 1) + run);
    const edited = edits.editText(sentences, foreignTo(name), random);
    const fresh = edited.map(({ text }) => text);
    edits.addScore(own, sentences, edited, edits.verdictOf(sentences, fresh));
    edits.addScore(diff, sentences, edited, edits.verdictOfLineDiff(sentences, fresh));
    const old = sentences.map((text, at) => ({ id: `s${at}`, revision: 1, text }));
    faults += checkComparison(old, fresh, compareTexts(old, fresh)).length;
  }
  const cells = [
    name.padEnd(40),
    `${own.moved} (${own.exchanged})`.padStart(9),
    rate(own.untouchedKept, own.untouched),
    rate(own.rewordedKept, own.reworded),
  ];
  cells.push(rate(own.joinsRight, own.joins), rate(own.candidatesRight, own.candidates));
  console.log(`${cells.join('  ')} | ${diff.moved} (${diff.exchanged}), ${rate(diff.untouchedKept, diff.untouched).trim()}`);
}
console.log(`faults found by the checker: ${faults}`);

console.log('\nrewordings still recognised (one sentence of the text reworded; every sentence reworded), ids moved');
for (const { name, sentences } of [...texts, ...planted]) {
  const cells = SHARES.map((share, step) => {
    const one = recognised(sentences, share, false, 500 + step, foreignTo(name));
    const all = recognised(sentences, share, true, 900 + step, foreignTo(name));
    return `${100 * share} %: ${per(one)}; ${per(all)}, ${one.moved + all.moved}`;
  });
  console.log(`${name.padEnd(40)} ${cells.join(' | ')}`);
}

const words = edits.wordsOf(texts.flatMap(({ sentences }) => sentences));
for (const [count, share] of [
  [1000, 0.1],
  [1000, 0.33],
  [1000, 1],
]) {
  const random = randomOf(4242);
  const long = Array.from({ length: count }, () => Array.from({ length: 18 }, () => edits.pick(words, random)).join(' '));
  const fresh = edits.shuffled(long, random).map((text) => (random() < share ? edits.reword(text, 1 / 3, words, random) : text));
  const began = performance.now();
  edits.verdictOf(long, fresh);
  const ownMs = performance.now() - began;
  edits.verdictOfLineDiff(long, fresh);
  const diffMs = performance.now() - began - ownMs;
  console.log(
    `${count} sentences shuffled, ${100 * share} % reworded by a third: ${ownMs.toFixed(0)} ms; line diff ${diffMs.toFixed(0)} ms; ratio ${(ownMs / diffMs).toFixed(1)}`,
  );
}

/** Sentences of the other texts; the founding text and the example say the same in other words, so neither is foreign to the other. */
function foreignTo(name) {
  const isSamePlan = /^(founding|example, English)/;
  return texts
    .filter((text) => !name.startsWith(text.name) && !(isSamePlan.test(name) && isSamePlan.test(text.name)))
    .flatMap(({ sentences }) => sentences);
}

/** A text in which every fourth sentence is followed later by one like it but for a number or a word, and every eighth by its like. */
function plant(sentences, seed) {
  const random = randomOf(seed);
  const stock = edits.wordsOf(texts.flatMap((text) => text.sentences));
  const more = sentences.flatMap((text, index) => [
    ...(index % 4 === 0 ? [edits.nearDuplicate(text, stock, random)] : []),
    ...(index % 8 === 2 ? [text] : []),
  ]);
  return [...sentences, ...more];
}

function recognised(sentences, share, everySentence, seed, foreign) {
  const stock = edits.wordsOf([...sentences, ...foreign]);
  const score = edits.emptyScore();
  for (let run = 0; run < (everySentence ? 20 : 3); run += 1) {
    const random = randomOf(seed * 1009 + run);
    const targets = everySentence ? [null] : sentences.keys();
    for (const target of targets) {
      const edited = sentences.map((text, index) => {
        const isTouched = target === null || target === index;
        return { origins: [index], text: isTouched ? edits.reword(text, share, stock, random) : text, isTouched };
      });
      edits.addScore(
        score,
        sentences,
        edited,
        edits.verdictOf(
          sentences,
          edited.map(({ text }) => text),
        ),
      );
    }
  }
  return score;
}

function per({ rewordedKept, reworded }) {
  return reworded === 0 ? 'none' : `${((100 * rewordedKept) / reworded).toFixed(0)} %`;
}

function rate(part, whole) {
  return whole === 0 ? '        none' : `${((100 * part) / whole).toFixed(2)} % of ${whole}`.padStart(15);
}
