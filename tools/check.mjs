// `npm run check`: everything that can be checked in under a minute. One line per step; the words of a step only when it fails.
// `-- --without-tests` leaves the fast tests to `npm test`; `-- --another-node` leaves out what another Node has said before.
// Started with --liftoff-only: a database that lives for seconds is not worth V8's optimizing compiler, which took half of the time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  ['words', ['tools/check-words.mjs']],
  ['licences', ['tools/check-licences.mjs']],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['fast tests', ['tools/test.mjs', '--fast']],
];

/** Steps that say the same on every Node: a program of its own, or one that only reads words. */
const SAME_ON_EVERY_NODE = ['format and lint', 'example names', 'words', 'unused code'];

/** Steps at a time, as many as a small machine has cores. */
const AT_ONCE = 2;

let [passed, failed] = [0, 0];
const began = performance.now();
makeReady(['code', 'kernel', 'template']);
const isWithout = process.argv.includes('--without-tests');
const leftOut = ['fast tests', ...(process.argv.includes('--another-node') ? SAME_ON_EVERY_NODE : [])];
const waiting = STEPS.filter(([name]) => !leftOut.includes(name));
await Promise.all(Array.from({ length: AT_ONCE }, takeSteps));
// Two test files run at a time: beside them nothing else does.
if (!isWithout) await take(STEPS.at(-1));
console.log(`${passed} checks passed, ${failed} failed, ${seconds(began)} s`);
process.exitCode = failed ? 1 : 0;

async function takeSteps() {
  for (let step = waiting.shift(); step; step = waiting.shift()) await take(step);
}

async function take([name, command]) {
  const start = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, ...command], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
  const [status] = await once(child, 'close');
  const isGood = status === 0;
  isGood ? passed++ : failed++;
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds(start)} s`);
  if (!isGood) console.log(Buffer.concat(parts).toString().trimEnd().replace(/^/gm, '       '));
}

function seconds(since) {
  return ((performance.now() - since) / 1000).toFixed(1).padStart(5);
}
