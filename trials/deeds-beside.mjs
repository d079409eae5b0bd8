// A deed a second for a minute beside registers that stand open in two browsers: no answer is refused as too many, and both show what a page opened now shows.
// `npm run trial:deeds-beside -- [--deeds 61] [--seed 1]`. Ends with 1 where one was refused or shows something else.
import { parseArgs } from 'node:util';
import { openBrowser } from '../e2e/dist/browser.js';
import { deedsBeside } from '../e2e/dist/deeds-beside.js';
import { removeFolder, startWestgate } from '../e2e/dist/westgate.js';
import { seeded } from '../tools/invented/seeded.mjs';

const { values: asked } = parseArgs({ options: { deeds: { type: 'string', default: '61' }, seed: { type: 'string', default: '1' } } });
const [running, ...browsers] = await Promise.all([startWestgate(), openBrowser(), openBrowser()]);
const { next } = seeded(Number(asked.seed));
const began = performance.now();
const seen = await deedsBeside(running.address, browsers, Number(asked.deeds), next).catch((error) => ({ failed: String(error) }));
console.log(`seed ${asked.seed}, ${((performance.now() - began) / 1000).toFixed(0)} s: ${JSON.stringify(seen)}`);
for (const browser of browsers) await browser.close();
await running.stop();
removeFolder(running.dataDir);
process.exit(seen.failed || seen.refused.length + seen.errors.length > 0 ? 1 : 0);
