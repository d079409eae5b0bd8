// Writes a whole invented district folder, the same for the same seed: for benchmarks, and for tests of size.
// `node tools/make-district.mjs --sites 10000 --seed 1 --out DIR`. Needs the built packages/domain.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { folderFiles } from './invented/folder.mjs';
import { makeFeatures, makePlaces } from './invented/places.mjs';
import { makeDepartments, makePlans, makeProjects } from './invented/programme.mjs';
import { makeEvents, makeFigures, makeIndicators, makeOutcomes, makeParks, makeSources } from './invented/results.mjs';
import { seeded } from './invented/seeded.mjs';
import { FRAME } from './invented/shapes.mjs';
import { AXES, UNITS } from './invented/words.mjs';

const { values } = parseArgs({ options: { sites: { type: 'string' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } } });
const [sites, seed] = [Number(values.sites), Number(values.seed)];
if (!values.out || !Number.isInteger(sites) || sites < 20 || sites > 500_000 || !Number.isInteger(seed)) {
  console.error('usage: node tools/make-district.mjs --sites 20…500000 --seed NUMBER --out DIR');
  process.exit(2);
}

const { rows, texts } = makeDistrict(seeded(seed), sites);
const out = resolve(values.out);
for (const [file, text] of folderFiles(districtOf(), rows, texts)) write(file, text);
write('SOURCE.md', `# Sources\n\nInvented by tools/make-district.mjs with seed ${seed}: no place, office or promise in it is real.\n`);
console.log(
  `${out}: ${Object.entries(rows)
    .map(([name, records]) => `${name} ${records.length}`)
    .join(', ')}`,
);

function makeDistrict(random, count) {
  const place = makePlaces(random, count);
  const siteRows = place.filter((row) => row.is_site);
  const feature = makeFeatures(random, place);
  const source = makeSources(random, 20 + Math.ceil(count / 200));
  const department = makeDepartments(random);
  const programme = makeProjects(random, siteRows, department);
  const plans = makePlans(random, siteRows, programme.projects, department);
  const indicators = makeIndicators(random, 20 + Math.ceil(count / 1000), programme.projects, source);
  const subjects = [
    ...programme.projects.map(({ id }) => ({ kind: 'project', id })),
    ...plans.commitments.map(({ id }) => ({ kind: 'commitment', id })),
  ];
  return {
    rows: {
      source,
      department,
      document: plans.documents,
      sentence: plans.sentences,
      commitment: plans.commitments,
      place,
      feature,
      project: programme.projects,
      event: makeEvents(random, 12 + Math.ceil(count / 500), place),
      park: makeParks(random, 5 + Math.ceil(count / 2000), place, programme.projects),
      indicator: indicators.indicators,
      mention: plans.mentions,
      link: [...programme.links, ...plans.links, ...indicators.links],
      indicator_value: indicators.values,
      figure: makeFigures(random, siteRows, source),
      outcome: makeOutcomes(random, subjects, source),
    },
    texts: plans.texts,
  };
}

function districtOf() {
  return {
    id: '990001',
    name: { zh: '澄川区', en: 'Chengchuan District' },
    frame: FRAME,
    metre_crs: 'EPSG:4547',
    time_zone: 'Asia/Shanghai',
    languages: ['zh', 'en'],
    axes: AXES,
    units: UNITS,
    notice: { zh: '虚构数据，只用于测量', en: 'Invented data, for measuring only' },
  };
}

function write(file, text) {
  const path = join(out, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
