// `npm run check`: everything that can be checked in under a minute. One line per step; the words of a step only when it fails.
// `-- --without-tests` leaves the fast tests to `npm test`.
// Started with --liftoff-only: a database that lives for seconds is not worth V8's optimizing compiler, which took half of the time.
import { spawnSync } from 'node:child_process';
import { makeReady } from './build.mjs';
import { ROOT } from './house.mjs';

const STEPS = [
  ['types', ['node_modules/typescript/bin/tsc', '-b']],
  ['format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=50']],
  ['floating work', ['tools/check-floating.mjs']],
  ['periods', ['tools/check-periods.mjs']],
  ['layers', ['tools/check-layers.mjs']],
  ['documents', ['tools/check-docs.mjs']],
  ['file sizes', ['tools/check-size.mjs']],
  ['example names', ['tools/check-example-names.mjs']],
  ['signs', ['tools/check-signs.mjs']],
  ['licences', ['tools/check-licences.mjs']],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['fast tests', ['tools/test.mjs', '--fast']],
];

let [passed, failed] = [0, 0];
const began = performance.now();
makeReady(['code', 'template']);
const isWithout = process.argv.includes('--without-tests');
for (const [name, command] of STEPS) {
  if (isWithout && name === 'fast tests') continue;
  const start = performance.now();
  const done = spawnSync(process.execPath, [...process.execArgv, ...command], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const isGood = done.status === 0;
  isGood ? passed++ : failed++;
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds(start)} s`);
  if (!isGood) console.log(`${done.stdout}${done.stderr}${done.error?.message ?? ''}`.trimEnd().replace(/^/gm, '       '));
}
console.log(`${passed} checks passed, ${failed} failed, ${seconds(began)} s`);
process.exitCode = failed ? 1 : 0;

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1).padStart(5);
}
