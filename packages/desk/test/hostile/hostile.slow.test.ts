import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tryHostileFiles } from './try-hostile-files.ts';

/** `npm run trial:long` tries 300, `npm run trial:hostile` as many as are asked for. */
const FILES = process.env.WESTGATE_TRIAL === 'all' ? 300 : 150;
const MOST_HELD_MS = 200;
const MOST_GROWN_MB = 600;

test(`${FILES} hostile files: each is read or refused by a known code, the loop is never held over 200 ms, memory is bounded`, async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'westgate-hostile-'));
  try {
    const figures = await tryHostileFiles({ seed: 0, count: FILES, dir });
    t.diagnostic(JSON.stringify(figures));
    assert.deepEqual(figures.faults, []);
    assert.ok(figures.heldMs <= MOST_HELD_MS, `${figures.heldBy}: ${figures.heldMs} ms`);
    assert.ok(figures.grownMb < MOST_GROWN_MB, `${figures.grownMb} MB`);
    assert.deepEqual(figures.workersLeft, { running: 0, waiting: 0 });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
