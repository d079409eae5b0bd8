// Learns which commitment type people give to clauses with such words, and writes packages/desk/vocabulary/type-weights.csv. `node tools/learn-types.mjs FOLDER`: the texts
// of the keys in packages/desk/test/words/drafts/keys/types.json, as .txt files of any name, known by their hash; each key says where its text comes from. A key holds
// clauses as `[start, end, type, second type that is as good]`, offsets in UTF-16 units: of `cut` texts people cut the clauses too, of `typed` ones they typed what the rules had
// cut. The other keys of this project are taken along, but for those held back. Prints how often the type is right in texts that were left out, a fifth at a time, beside
// the rules alone; with `--try` nothing is written.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generalTerms } from '../packages/desk/dist/src/words/drafts/general-terms.js';
import { draftCommitments, lexiconOf, splitPlanText, typeClues, typeFeatures, vocabulary } from '../packages/domain/dist/src/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const KEYS = `${ROOT}packages/desk/test/words/drafts/`;
/** The types, and what the rules draft and people do not cut. */
const TYPES = [...vocabulary.VERB_CLASSES, 'none'];
const NONE = TYPES.length - 1;
const FOLDS = 5;
const STEPS = 160;
/** Features that fewer clauses have, and weights that move every type by less than a fifth of a nat, are left out. */
const [LEAST_CLAUSES, LEAST_WEIGHT] = [3, 0.2];
/** A draft of which this share says that it is no promise is doubted. */
const DOUBTFUL = 0.35;
/** How far the class of the rules is believed, in nats, before anything is learned. */
const TRUST = 2;
/** What a clause counts, by how its key was made, and what its first type counts beside a second. */
const COUNTS = { cut: 1, typed: 0.6 };
const FIRST = 0.7;

const [folder] = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const lexicon = lexiconOf(generalTerms());
const texts = [...(folder ? ofFolder(folder) : []), ...ofProject()].map((each) => ({ ...each, clauses: cluesOf(each) }));
const lines = ['language', 'feature', ...TYPES].join();
const rows = [];
for (const language of ['zh', 'en']) {
  const own = texts.filter((each) => each.language === language);
  const score = { right: 0, either: 0, ruled: 0, ruledEither: 0, all: 0, drafts: 0, found: 0, kept: 0, keptFound: 0 };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = learned(own.filter((_, index) => index % FOLDS !== fold));
    for (const { clauses, kind } of own.filter((_, index) => index % FOLDS === fold)) {
      if (kind !== 'cut') continue;
      for (const { features, types, ruled, isDraft } of clauses) {
        const sums = sumsOf(weights, features);
        const isPromise = types[0] !== 'none';
        const isKept = shareOfNone(sums) < DOUBTFUL;
        score.drafts += isDraft;
        score.found += isDraft && isPromise;
        score.kept += isDraft && isKept;
        score.keptFound += isDraft && isKept && isPromise;
        if (!isPromise) continue;
        const told = TYPES[most(sums.slice(0, NONE))];
        score.all += 1;
        score.right += told === types[0];
        score.either += types.includes(told);
        score.ruled += ruled === types[0];
        score.ruledEither += types.includes(ruled);
      }
    }
  }
  const share = (count) => (count / score.all).toFixed(3);
  console.log(
    `${language}: ${score.all} clauses of texts left out: type right ${share(score.right)} (either of two ${share(score.either)}), by rules alone ${share(score.ruled)} (${share(score.ruledEither)})`,
  );
  console.log(
    `  promises among its drafts ${(score.found / score.drafts).toFixed(3)}, among those that are not doubted ${(score.keptFound / score.kept).toFixed(3)} (${score.kept} of ${score.drafts})`,
  );
  for (const [feature, weights] of learned(own)) {
    const shown = [...weights].map((weight) => Math.round(weight * 100) || '');
    rows.push([language, /[",\n]/.test(feature) ? `"${feature.replaceAll('"', '""')}"` : feature, ...shown].join());
  }
}
console.log(`${rows.length} features, ${(rows.join('\n').length / 1000).toFixed(0)} kB`);
if (!process.argv.includes('--try')) writeFileSync(`${ROOT}packages/desk/vocabulary/type-weights.csv`, `${[lines, ...rows].join('\n')}\n`);

/** The keys of types whose texts lie in a folder; how many do not is told. */
function ofFolder(path) {
  const held = new Map(
    readdirSync(path)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readFileSync(`${path}/${file}`, 'utf8'))
      .map((text) => [createHash('sha256').update(text).digest('hex'), text]),
  );
  const { types, texts: keys } = JSON.parse(readFileSync(`${KEYS}keys/types.json`, 'utf8'));
  const found = keys.filter(({ sha256 }) => held.has(sha256));
  console.log(`${found.length} of ${keys.length} texts are at hand`);
  return found.map(({ sha256, clauses, ...key }) => ({
    ...key,
    text: held.get(sha256),
    clauses: clauses.map(([start, end, first, second]) => ({ start, end, class: types[first], alt: types[second] })),
  }));
}

/** The keys of this project whose texts are at hand; where another hand gave a clause another type, that is as good. */
function ofProject() {
  const keyOf = (name) => JSON.parse(readFileSync(`${KEYS}keys/${name}.json`, 'utf8')).texts;
  return [
    ['reconciled', 'independent', (file) => `${ROOT}../shared/data/plan-texts/${file}`],
    ['invented', null, (file) => `${KEYS}texts/${file}`],
    ['unseen-first', 'unseen-second', (file) => `${ROOT}../shared/data/plan-texts-2/${file}`],
  ].flatMap(([name, other, pathOf]) =>
    keyOf(name)
      .filter(({ file, isHeldBack }) => !isHeldBack && existsSync(pathOf(file)))
      .map(({ file, language, planYear, drafts }) => {
        const again = other === null ? [] : (keyOf(other).find((each) => each.file === file)?.drafts ?? []);
        const clauses = drafts.map((draft) => {
          const alt = again.find((each) => shareOf(each, draft) >= 0.5)?.verbClass;
          return { start: draft.start, end: draft.end, class: draft.verbClass, ...(alt !== draft.verbClass && { alt }) };
        });
        return { language, planYear, kind: 'cut', text: readFileSync(pathOf(file), 'utf8'), clauses };
      }),
  );
}

/** What each clause of a key is known by: as the rules draft it in its text, or by itself where they did not find it; and drafts that are none of them. */
function cluesOf({ text, language, planYear, kind, clauses }) {
  const { drafts } = draftCommitments(splitPlanText(text), lexicon, { planYear, language });
  const clueOf = (draft, source, types, isDraft) => ({
    features: typeFeatures(typeClues(draft, { text: source, start: 0 }, language)),
    types,
    ruled: draft.verbClass,
    isDraft,
  });
  const cut = clauses.map(({ start, end, class: first, alt }) => {
    const types = [first, alt].filter((each) => TYPES.includes(each));
    const draft = drafts.find((each) => shareOf(each, { start, end }) >= 0.5);
    if (draft) return clueOf(draft, text, types, true);
    const words = text.slice(start, end);
    const alone = draftCommitments(splitPlanText(words), lexicon, { planYear, language }).drafts[0];
    return clueOf(alone ?? { start: 0, end: words.length, verbClass: null, rules: [] }, words, types, false);
  });
  const others = kind === 'cut' ? drafts.filter((draft) => clauses.every((each) => shareOf(draft, each) < 0.5)) : [];
  return [...cut, ...others.map((draft) => clueOf(draft, text, ['none'], true))];
}

/** Weights of features for each type: multinomial logistic regression with a square penalty, all clauses in each step, the steps those of Adam. */
function learned(own) {
  const counts = new Map();
  const clauses = own.flatMap(({ clauses: each, kind }) => each.map((clause) => ({ ...clause, weight: COUNTS[kind] })));
  for (const { features } of clauses) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= LEAST_CLAUSES).map(([feature]) => feature);
  const places = new Map(names.map((feature, index) => [feature, index * TYPES.length]));
  const found = clauses.map(({ features, types, weight }) => ({
    at: Uint32Array.from(features.flatMap((feature) => places.get(feature) ?? [])),
    wanted: TYPES.map((type) =>
      types.length === 1 ? Number(type === types[0]) : type === types[0] ? FIRST : type === types[1] ? 1 - FIRST : 0,
    ),
    weight,
  }));
  const size = names.length * TYPES.length;
  const [weights, slope, first, second, trust] = [0, 0, 0, 0, 0].map(() => new Float64Array(size));
  for (const [type, name] of TYPES.entries()) {
    const place = places.get(`r=${name}`);
    if (place !== undefined) trust[place + type] = TRUST;
  }
  weights.set(trust);
  for (let step = 1; step <= STEPS; step += 1) {
    for (let index = 0; index < size; index += 1) slope[index] = weights[index] - trust[index];
    for (const { at, wanted, weight } of found) {
      const sums = TYPES.map((_, type) => at.reduce((sum, place) => sum + weights[place + type], 0));
      const highest = Math.max(...sums);
      const shares = sums.map((sum) => Math.exp(sum - highest));
      const whole = shares.reduce((sum, each) => sum + each, 0);
      for (let type = 0; type < TYPES.length; type += 1) {
        const off = weight * (shares[type] / whole - wanted[type]);
        for (const place of at) slope[place + type] += off;
      }
    }
    const rate = step > STEPS * 0.7 ? 0.03 : 0.1;
    for (let index = 0; index < size; index += 1) {
      first[index] = 0.9 * first[index] + 0.1 * slope[index];
      second[index] = 0.99 * second[index] + 0.01 * slope[index] ** 2;
      weights[index] -= (rate * first[index]) / (1 - 0.9 ** step) / (Math.sqrt(second[index] / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return new Map(
    names
      .map((feature, index) => [feature, weights.subarray(index * TYPES.length, (index + 1) * TYPES.length)])
      .filter(([, own]) => Math.max(...own.map(Math.abs)) >= LEAST_WEIGHT),
  );
}

function sumsOf(weights, features) {
  const sums = TYPES.map(() => 0);
  for (const feature of features) for (const [type, weight] of (weights.get(feature) ?? []).entries()) sums[type] += weight;
  return sums;
}

function shareOfNone(sums) {
  const highest = Math.max(...sums);
  return Math.exp((sums[NONE] ?? 0) - highest) / sums.reduce((sum, each) => sum + Math.exp(each - highest), 0);
}

function most(sums) {
  return sums.indexOf(Math.max(...sums));
}

function shareOf(a, b) {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
