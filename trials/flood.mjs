// `npm run trial:flood`: the verification of the flood engine in its long form. Every case of packages/flood/test/verified is run, beside local inertia and the second-order
// reference where they can run it, and the table of docs/flood-verification.md is written anew; then 1,000 seeded wild flows of each scheme.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeReady } from '../tools/build.mjs';
import { ROOT } from '../tools/house.mjs';

const PAGE = join(ROOT, 'docs/flood-verification.md');
const [FROM, TO] = ['<!-- table -->', '<!-- end of the table -->'];

makeReady();
const built = (file) => import(pathToFileURL(join(ROOT, 'packages/flood/dist/test', file)).href);
const [{ FLOWS }, { ON_GROUND }, { told }] = await Promise.all([
  built('verified/flows.js'),
  built('verified/ground.js'),
  built('verified/outcome.js'),
]);

let failed = 0;
const rows = [...FLOWS, ...ON_GROUND].map(({ name, setup, expected, unit, limit, run, second, screening }) => {
  const found = run();
  if (!(found <= limit)) failed += 1;
  const beside = [second, screening].map((other) => (other ? told(other(), unit) : '–'));
  console.log(`${found <= limit ? 'ok    ' : 'FAILED'} ${name}: ${told(found, unit)}, at most ${told(limit, unit)}`);
  return `| ${[name, setup, expected, told(limit, unit), `**${told(found, unit)}**`, ...beside].join(' | ')} |`;
});
const head = ['| Case | Setup | Expected | At most | Kernel | Second order | Local inertia |', '|---|---|---|---|---|---|---|'];
const page = readFileSync(PAGE, 'utf8');
const [before, rest] = [page.slice(0, page.indexOf(FROM)), page.slice(page.indexOf(TO))];
writeFileSync(PAGE, `${before}${FROM}\n\n${[...head, ...rows].join('\n')}\n\n${rest}`);

const { status } = spawnSync(process.execPath, ['--test', join(ROOT, 'packages/flood/dist/test/exact.test.js')], {
  stdio: 'inherit',
  env: { ...process.env, WESTGATE_TRIAL: 'all' },
});
console.log(`${rows.length} cases, ${failed} failed; the wild flows ${status === 0 ? 'passed' : 'FAILED'}`);
process.exitCode = failed > 0 || status !== 0 ? 1 : 0;
