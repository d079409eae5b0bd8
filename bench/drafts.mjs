// How well drafts of commitments are read from plan texts by rules: how far two cuttings by hand agree, then precision and recall of the rules and
// of a baseline (one draft for each sentence) against the reconciled key, for each text, language and field. The texts lie beside the checkout;
// the keys hold offsets and values only. The held-out texts were written and cut when the rules were done.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { draftPlan, parseFolder, readFolder } from '../packages/desk/dist/src/index.js';
import { baselineOf } from '../packages/desk/dist/test/words/drafts/baseline.js';
import { cuttingOf, scoreOf } from '../packages/desk/dist/test/words/drafts/score.js';
import { sentenceScore } from '../packages/desk/dist/test/words/drafts/sentence-score.js';
import { emptyRegister, registerOf } from '../packages/domain/dist/src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEYS = `${ROOT}packages/desk/test/words/drafts/keys/`;
const { district } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).westgate;
const keyOf = (name) => JSON.parse(readFileSync(`${KEYS}${name}.json`, 'utf8'));
const folder = parseFolder(await readFolder(`${ROOT}${district}`));
if (folder.status !== 'valid') throw new Error(`${district} has faults: ${folder.faults[0].message}`);
const register = registerOf(folder.rows);

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
const [first, second, key, independent] = ['first', 'second', 'reconciled', 'independent'].map(keyOf);
const [invented, heldOut] = ['invented', 'held-out'].map(keyOf);

console.log('\nTwo cuttings by hand, one against the other (right of first, right of second)');
for (const [index, text] of first.texts.entries()) tell(text.file, scoreOf(text, second.texts[index]));

console.log('\nThe reconciled key against a cutting by another hand, which had seen neither keys nor rules');
for (const [index, text] of key.texts.entries()) tell(text.file, ofClauses(scoreOf(text, independent.texts[index])));

const sums = new Map();
for (const [name, texts, read, own] of [
  ['Rules', key.texts, readShared, register],
  ['Rules against the cutting by another hand (clauses and classes only)', independent.texts, readShared, register],
  ['Invented texts, seen while rules were made', invented.texts, readOwn, emptyRegister()],
  ['Invented texts, held out', heldOut.texts, readOwn, emptyRegister()],
]) {
  console.log(`\n${name}: precision and recall`);
  for (const { file, language, sha256, ...cut } of texts) {
    const text = read(file, sha256);
    if (text === null) continue;
    const began = performance.now();
    const drafted = draftPlan(own, text, {});
    const ms = performance.now() - began;
    const seen = texts === independent.texts ? ofClauses : (all) => all;
    const score = seen(scoreOf(cuttingOf(drafted), cut));
    const base = seen(scoreOf(baselineOf(text), cut));
    tell(`${file} (${language}, ${ms.toFixed(0)} ms)`, score);
    tell('  baseline: a draft for each sentence', base);
    const sum = `${name}, all in ${language}`;
    sums.set(sum, sums.has(sum) ? [addScores(sums.get(sum)[0], score), addScores(sums.get(sum)[1], base)] : [score, base]);
  }
}
// Cut twice by hands that knew no rules; who changes the rules looks at the texts that are not held back alone.
const [unseen, unseenAgain] = ['unseen-first', 'unseen-second'].map(keyOf);
console.log('\nUnseen texts, cut twice by others: one cutting against the other');
for (const [index, text] of unseen.texts.entries()) tell(text.file, scoreOf(text, unseenAgain.texts[index]));
for (const [name, { texts }] of [
  ['the first', unseen],
  ['the second', unseenAgain],
]) {
  console.log(`\nRules on unseen texts against ${name} cutting: precision and recall`);
  for (const { file, language, sha256, planYear, isHeldBack, ...cut } of texts) {
    const text = readShared(`../plan-texts-2/${file}`, sha256);
    if (text === null) continue;
    const score = scoreOf(cuttingOf(draftPlan(emptyRegister(), text, { planYear })), withWords(cut, text));
    tell(`${file} (${language}${isHeldBack ? ', held back' : ''})`, score);
    const sum = `Unseen, ${name} cutting, all in ${language}${isHeldBack ? ', held back' : ''}`;
    const base = scoreOf(baselineOf(text), withWords(cut, text));
    sums.set(sum, sums.has(sum) ? [addScores(sums.get(sum)[0], score), addScores(sums.get(sum)[1], base)] : [score, base]);
  }
}
console.log('\nDays and places of 60 sentences written by a hand that knew no rules, in a district without records: precision and recall');
for (const language of ['zh', 'en']) {
  const { sentences, plan_year: planYear } = keyOf('sentences-60');
  const scores = sentences
    .filter(({ lang }) => lang === language)
    .map((sentence) => sentenceScore(sentence, draftPlan(emptyRegister(), sentence.text, { planYear })));
  const none = { right: 0, proposed: 0, expected: 0 };
  tell(`all in ${language}`, scores.reduce(addScores, { due: none, noDue: none, place: none }));
}
console.log('\nBy language');
for (const [name, [own, base]] of sums) {
  tell(name, own);
  tell('  baseline', base);
}

const words = key.texts.map(({ file, sha256 }) => readShared(file, sha256)).filter((text) => text !== null);
if (words.length > 0) {
  const long = words.join('\n\n').repeat(40);
  for (const size of [50_000, 100_000, 200_000, 400_000]) {
    const began = performance.now();
    draftPlan(register, long.slice(0, size), {});
    console.log(`${size} characters: ${(performance.now() - began).toFixed(0)} ms`);
  }
}

/** The names of a cutting, which holds no words of the text, as they stand there. */
function withWords(cut, text) {
  const named = (field) => (field ? { ...field, value: text.slice(field.start, field.end) } : undefined);
  return { ...cut, drafts: cut.drafts.map((draft) => ({ ...draft, place: named(draft.place), department: named(draft.department) })) };
}

function readShared(file, sha256) {
  const path = `${ROOT}../shared/data/plan-texts/${file}`;
  if (!existsSync(path)) {
    console.log(`${file} not found beside the checkout: left out`);
    return null;
  }
  return checked(readFileSync(path, 'utf8'), file, sha256);
}

function readOwn(file, sha256) {
  return checked(readFileSync(`${KEYS}../texts/${file}`, 'utf8'), file, sha256);
}

function checked(text, file, sha256) {
  if (createHash('sha256').update(text).digest('hex') !== sha256) throw new Error(`${file} is not the text that the key was cut from`);
  return text;
}

function tell(name, score) {
  const cells = Object.entries(score).map(([field, { right, proposed, expected }]) => {
    return proposed + expected === 0
      ? `${field} none`
      : `${field} ${share(right, proposed)}/${share(right, expected)} (${right} of ${proposed}, ${expected})`;
  });
  console.log(`${name}\n    ${cells.join(' · ')}`);
}

/** The other hand marked no values of fields as records, and no sentence without a clause as narrative. */
function ofClauses({ clause, exact, verbClass }) {
  return { clause, exact, verbClass };
}

function share(part, whole) {
  return whole === 0 ? '–' : (part / whole).toFixed(2);
}

function addScores(a, b) {
  const sum = (field) => Object.fromEntries(Object.keys(a[field]).map((count) => [count, a[field][count] + b[field][count]]));
  return Object.fromEntries(Object.keys(a).map((field) => [field, sum(field)]));
}
