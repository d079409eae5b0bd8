// Spoils journals at random and mends them by the offered way out: `npm run trial:journal -- --cases 200 --seed 1`.
// Each case cuts 1 to 20 lines, flips a byte, removes a file of the journal or of its batches, or does two of these; the database is whole,
// behind or missing. No deed that either holds may be lost, what neither holds must be named by number, and the choice must be a deed.
// Every fourth case is killed at a step of the mending and gone on with. Every tenth is opened as a whole office whose database is made anew. Ends with 1 where a case fails; its seed repeats it.
import { parseArgs } from 'node:util';
import { makeTemplate, runCase, runOpening } from '../packages/store/dist/test/mend-cases.js';

const STEPS = 9;
const { values } = parseArgs({ options: { cases: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const [cases, first] = [Number(values.cases), Number(values.seed)];
const began = performance.now();
const template = await makeTemplate();
const failed = [];
try {
  for (let seed = first; seed < first + cases; seed++) {
    try {
      const isOpening = seed % 10 === 0;
      const stopAt = seed % 4 === 0 ? 1 + (seed % STEPS) : undefined;
      const what = await (isOpening ? runOpening(template, seed / 10) : runCase(template, seed, stopAt));
      console.log(`ok      ${what}`);
    } catch (error) {
      failed.push(seed);
      console.log(`FAILED  ${error.message}`);
    }
  }
} finally {
  await template.close();
}
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`${cases} cases from seed ${first}, ${failed.length} failed${failed.length ? ` (${failed.join(', ')})` : ''}, ${seconds} s`);
process.exit(failed.length ? 1 : 0);
