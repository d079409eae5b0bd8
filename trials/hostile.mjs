// Thousands of hostile files, brought in one after the other as an office would: each must be read or refused by a known code, the loop of the
// main thread never held over 200 ms, memory bounded. `npm run trial:hostile -- [--count 3000] [--seed 1] [--minutes 60]`. Build first.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryHostileFiles } from '../packages/desk/dist/test/hostile/try-hostile-files.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
  },
});
const [count, seed, minutes] = [Number(values.count), Number(values.seed), Number(values.minutes)];
const STEP = 100;
const MOST = { heldMs: 200, grownMb: 1_000 };
const dir = mkdtempSync(join(tmpdir(), 'westgate-trial-hostile-'));
const until = Date.now() + minutes * 60_000;
const faults = [];
const total = { tried: 0, read: 0, refused: {}, heldMs: 0, heldBy: '', slowestMs: 0, slowest: '', grownMb: 0 };
console.log(`${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}`);
try {
  while (total.tried < count && Date.now() < until) {
    const figures = await tryHostileFiles({ seed: seed + total.tried, count: Math.min(STEP, count - total.tried), dir });
    total.tried += Math.min(STEP, count - total.tried);
    total.read += figures.read;
    for (const [code, each] of Object.entries(figures.refused)) total.refused[code] = (total.refused[code] ?? 0) + each;
    if (figures.heldMs > total.heldMs) Object.assign(total, { heldMs: figures.heldMs, heldBy: figures.heldBy });
    if (figures.slowestMs > total.slowestMs) Object.assign(total, { slowestMs: figures.slowestMs, slowest: figures.slowest });
    total.grownMb = Math.max(total.grownMb, figures.grownMb);
    faults.push(...figures.faults);
    const { running, waiting } = figures.workersLeft;
    if (running + waiting > 0) faults.push(`${running} jobs run and ${waiting} wait after all files were answered`);
    console.log(
      `${total.tried} of ${count}: ${total.read} read, held ${total.heldMs.toFixed(0)} ms at most, slowest ${(total.slowestMs / 1_000).toFixed(1)} s`,
    );
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
if (total.tried < count) faults.push(`${count - total.tried} files were not tried within ${minutes} minutes`);
if (total.heldMs > MOST.heldMs) faults.push(`the loop was held ${total.heldMs.toFixed(0)} ms by ${total.heldBy}`);
if (total.grownMb > MOST.grownMb) faults.push(`memory grew by ${total.grownMb.toFixed(0)} MB`);
console.log(JSON.stringify(total, null, 2));
for (const fault of faults) console.log(`FAULT ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
