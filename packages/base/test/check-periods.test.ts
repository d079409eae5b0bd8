import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const TOOL = fileURLToPath(new URL('../../../../tools/check-periods.mjs', import.meta.url));

/** Statements that the check refuses. */
const REFUSED = [
  'setTimeout(end, 5000);',
  'setTimeout(() => { begin(); end(); }, 5_000);',
  'setTimeout(end, 60 * 1000).unref();',
  'setInterval(end, 5 * SECOND_MS);',
  'setInterval(end, (MINUTE_MS));',
  'globalThis.setTimeout(end, -(-5));',
  'socket.setTimeout(5_000, end);',
  'await sleep(50);',
  'await pause(1e3, undefined);',
  'fetch(url, { signal: AbortSignal.timeout(3_000) });',
  'const wait = 500; setTimeout(end, wait);',
  'const A_MS = MINUTE_MS;',
  'const B_MS = 500;',
  'const C_MS: number = 24 * 3600 * 1000;',
  'const D_MS = 500 as const;',
  'const waitMs = 500;',
  'const many = 2, F_MS = 2 * 3;',
  'const half = 250; const G_MS = 2 * half;',
  'export const H_MS = 500 satisfies number;',
  'const begin = (afterMs = 500) => afterMs;',
];

/** Statements that it takes. */
const TAKEN = [
  'setTimeout(end, 0);',
  'setTimeout(end);',
  'setInterval(() => beat(n, 1), PERIODS.beatMs);',
  'setTimeout(end, PERIODS.beatMs / 4);',
  'setTimeout(end, Math.min(1_000, limits.firstMs));',
  'await sleep(PERIODS.beatMs);',
  'const HOUR_MS = 60 * MINUTE_MS;',
  'const I_MS = 2 * PERIODS.beatMs;',
  'const startMs = performance.now();',
  'const sinceMs = 0;',
  'let doneMs = 1;',
  'const LIFE = 12;',
  'const PERMS = 7;',
  'const add = (now: Date, plusMs = 0) => plusMs;',
  'const later = (waitMs = PERIODS.beatMs) => waitMs;',
  '// setTimeout(end, 5000)',
  "say('setTimeout(end, 5000)');",
  'timeout(5);',
];

test('a timer with a bare number and a constant of milliseconds are refused in every usual form, and nothing else is', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-periods-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ include: ['src'] }));
  const put = (name: string, ...statements: readonly string[]): void =>
    writeFileSync(join(folder, 'src', name), ["import { setTimeout as pause } from 'node:timers/promises';", ...statements, ''].join('\n'));
  REFUSED.forEach((statement, n) => {
    put(`refused-${n}.ts`, statement);
  });
  put('taken.ts', ...TAKEN);
  put('periods.ts', ...REFUSED);
  const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  const found = [...stderr.matchAll(/(\S+)\.ts:(\d+) has /g)].map(([, file = '', line]) => `${file.split('/').at(-1)}:${line}`);
  assert.deepEqual(found.toSorted(), REFUSED.map((_, n) => `refused-${n}:2`).toSorted(), stderr);
  assert.equal(status, 1);
});

test('a folder in which no project is found is no green check', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-periods-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { status, stderr } = spawnSync(process.execPath, [TOOL, folder], { encoding: 'utf8' });
  assert.equal(status, 1, stderr);
});
