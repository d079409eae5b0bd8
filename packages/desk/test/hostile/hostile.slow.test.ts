import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tryHostileFiles } from './try-hostile-files.ts';

const MOST_HELD_MS = 200;
const MOST_GROWN_MB = 600;

test('300 hostile files: each is read or refused by a known code, the loop is never held over 200 ms, memory is bounded', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'westgate-hostile-'));
  try {
    const figures = await tryHostileFiles({ seed: 0, count: 300, dir });
    t.diagnostic(JSON.stringify(figures));
    assert.deepEqual(figures.faults, []);
    assert.ok(figures.heldMs <= MOST_HELD_MS, `${figures.heldBy}: ${figures.heldMs} ms`);
    assert.ok(figures.grownMb < MOST_GROWN_MB, `${figures.grownMb} MB`);
    assert.deepEqual(figures.workersLeft, { running: 0, waiting: 0 });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
