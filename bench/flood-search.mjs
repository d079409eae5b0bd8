// Many runs of the case of the example district, as the flood lab makes them: what it depends on, and the search for numbers of its rules. Wall seconds of one process, with the cells and
// whether the accounts are even; the tries on coarse cells are told apart. `node bench/flood-search.mjs [--tries 50]`
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { jobs } from '../packages/desk/dist/src/flood/search/search-jobs.js';
import { rangeAbout, ruleNumbers } from '../packages/domain/dist/src/index.js';

const EXAMPLE = fileURLToPath(new URL('../data/shijingshan/flood', import.meta.url));
const { values: asked } = parseArgs({ options: { tries: { type: 'string', default: '50' } } });
const folder = await mkdtemp(join(tmpdir(), 'westgate-bench-flood-'));
try {
  const question = exampleCase();
  const quiet = { hand: async () => undefined };
  const sensitivity = await timed(() =>
    jobs.sensitivity({ ...question, ask: { rmseM: 2, lateMin: 30, stuckPercent: 40, seed: 1, cellM: null } }, quiet),
  );
  tell('sensitivity', sensitivity.seconds, sensitivity.found.certificate, `cells of ${sensitivity.found.cell} m`);
  let coarse = 0;
  const began = performance.now();
  const noting = {
    hand: async ({ stage }) => {
      if (stage === 'coarse') coarse = (performance.now() - began) / 1_000;
    },
  };
  const { design } = question.facts;
  const ranges = ruleNumbers(design).slice(0, 2).map(rangeAbout);
  const ask = { ranges, section: design.sections.at(-1).id, tries: Number(asked.tries), seed: 1, cellM: null };
  const { seconds, found } = await timed(() => jobs['rule-search']({ ...question, ask }, noting));
  const { cells, now, tried, best, isConfirmed, certificate } = found;
  tell(
    'rule search',
    seconds,
    certificate,
    `${asked.tries} tries on cells of ${cells.coarse} m in ${coarse.toFixed(1)} s, the best again on ${cells.fine} m`,
  );
  const fine = best === null ? 'none better' : `${Math.round(tried[best].fine.peakM3s)} m³/s`;
  console.log(
    `  peak by the rules as they are ${Math.round(now.fine.peakM3s)} m³/s, best ${fine}; order on coarse cells ${isConfirmed ? 'confirmed' : 'not confirmed'}`,
  );
} finally {
  await rm(folder, { recursive: true });
}

async function timed(work) {
  const began = performance.now();
  const found = await work();
  return { found, seconds: (performance.now() - began) / 1_000 };
}

function tell(name, seconds, { runs, off, faults }, more) {
  console.log(`${name}: ${runs} runs in ${seconds.toFixed(1)} s; ${more}; accounts off by ${off}, ${faults} faults`);
}

/** The case as its rows hold it. */
function exampleCase() {
  const [ground, flooded] = ['grounds.csv', 'flood-cases.csv'].map(firstRow);
  const number = (text) => (text === '' ? null : Number(text));
  const shape = (text) => (text === '' ? null : JSON.parse(text));
  const recipe = {
    ...{
      crs: ground.crs,
      verticalUnit: ground.vertical_unit,
      area: shape(ground.area),
      cellM: number(flooded.cell_m) ?? number(ground.cell_m),
    },
    ...{
      river: shape(ground.river),
      burnM: number(ground.burn_m),
      fillPitsM: number(ground.fill_pits_m),
      smoothM: number(ground.smooth_m),
    },
  };
  const { id, name_en: title, scheme } = flooded;
  return {
    ground: { bytes: readFileSync(join(EXAMPLE, 'ground-90m.asc.gz')), fileName: 'ground-90m.asc.gz', recipe },
    facts: {
      id,
      title,
      hours: Number(flooded.hours),
      manning: number(flooded.manning) ?? Number(ground.manning),
      scheme,
      design: JSON.parse(flooded.design),
    },
    path: join(folder, 'archive.zip'),
  };
}

/** The first row of a table, by its columns: cells with commas stand in quotes, a quote in them twice. */
function firstRow(file) {
  const [head, row] = readFileSync(join(EXAMPLE, file), 'utf8').split('\n');
  const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  );
  return Object.fromEntries(head.split(',').map((name, index) => [name, cells[index] ?? '']));
}
