import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { NO_RECIPE, readPlanText, sheetPreview } from '@westgate/desk';
import { TODAY } from './as-tasks.ts';
import { oddFile } from './malformed-files.ts';
import { openHarbour } from './office.ts';

/** `npm run trial:long` reads 2,000. */
const FILES = process.env.WESTGATE_TRIAL === 'all' ? 2_000 : 75;
const MOST_MS = 30_000;
const MOST_GROWN_MB = 700;
/** What may be told of a file, each an answer that a person can act on. */
const CODES: ReadonlySet<string> = new Set(['WG_SHEET_UNREADABLE', 'WG_TEXT_UNREADABLE', 'WG_INPUT_INVALID', 'WG_SHEET_FAULTY']);

test(`${FILES} malformed sheets and documents: each a clear error or a preview, in bounded time and memory, and nothing is stored`, async (t) => {
  const desk = await openHarbour();
  const before = { seq: desk.seq, files: desk.exportFolder(), rss: process.memoryUsage().rss };
  const told = new Map<string, { read: number; refused: number }>();
  let [slowest, highest] = [0, 0];
  for (let seed = 0; seed < FILES; seed += 1) {
    const { what, name, bytes } = oddFile(seed);
    const began = performance.now();
    const counts = told.get(what) ?? { read: 0, refused: 0 };
    told.set(what, counts);
    try {
      await readAny(name, bytes);
      counts.read += 1;
    } catch (error) {
      assert.ok(
        error instanceof WestgateError && CODES.has(error.code),
        `${what} (seed ${seed}): ${error instanceof Error ? error.stack : String(error)}`,
      );
      assert.match(error.message, /expected .+ found |faults? in the sheet/, `${what} (seed ${seed})`);
      assert.ok(error.message.length < 1_500, `${what} (seed ${seed}): ${error.message.length} characters`);
      assert.doesNotMatch(error.message, /root:|\/etc\/passwd|node_modules/, `${what} (seed ${seed})`);
      counts.refused += 1;
    }
    slowest = Math.max(slowest, performance.now() - began);
    highest = Math.max(highest, process.memoryUsage().rss);
  }
  const grown = (highest - before.rss) / 2 ** 20;
  for (const [what, { read, refused }] of told) t.diagnostic(`${what}: ${read} read, ${refused} refused`);
  t.diagnostic(`slowest ${slowest.toFixed(0)} ms, memory grown by at most ${grown.toFixed(0)} MB`);
  assert.ok(slowest < MOST_MS, `${slowest} ms`);
  assert.ok(grown < MOST_GROWN_MB, `${grown} MB`);
  assert.equal(desk.seq, before.seq);
  assert.deepEqual(desk.exportFolder(), before.files);

  async function readAny(name: string, bytes: Buffer): Promise<void> {
    if (name.endsWith('.docx')) {
      await readPlanText(bytes, name);
      return;
    }
    const asking = { file: { bytes, fileName: name }, recipe: NO_RECIPE, sheet: undefined, newDepartments: [], today: TODAY };
    await sheetPreview(desk.register, asking);
    await desk.importSheet({ ...asking, rows: 'clear', sentences: new Map(), saveAs: null }, { who: 'Lin', dryRun: true });
  }
});

test('a file at the limits is read, in bounded time', async (t) => {
  const desk = await openHarbour();
  const rows = Array.from(
    { length: 19_000 },
    (_, row) => `${row},第${row}项任务：巡查与维护堤岸,区工务局,住房科,${(row % 12) + 1}月底,${'说明'.repeat(20)}`,
  );
  const bytes = Buffer.from(`2026年重点任务分解表\n序号,重点任务,主责单位,协办单位,完成时限,备注\n${rows.join('\n')}`);
  const began = performance.now();
  const asking = { file: { bytes, fileName: 'large.csv' }, recipe: NO_RECIPE, sheet: undefined, newDepartments: [], today: TODAY };
  const before = performance.eventLoopUtilization();
  const sheet = await sheetPreview(desk.register, asking);
  const { utilization } = performance.eventLoopUtilization(before);
  const previewed = performance.now();
  assert.ok(
    utilization < 0.5,
    `the office was busy for ${(utilization * 100).toFixed(0)} % of the time in which a worker understood the sheet`,
  );
  const { changes } = await desk.importSheet({ ...asking, rows: 'all', sentences: new Map(), saveAs: null }, { who: 'Lin', dryRun: true });
  t.diagnostic(
    `19,000 rows: understood in ${(previewed - began).toFixed(0)} ms, changes in ${(performance.now() - previewed).toFixed(0)} ms`,
  );
  assert.deepEqual([sheet.rows.length, sheet.faults], [19_000, []]);
  assert.equal(changes.length, 1 + 3 * 19_000);
});
