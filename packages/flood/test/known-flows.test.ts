import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLOWS } from './verified/flows.ts';
import { told } from './verified/outcome.ts';

for (const { name, run, limit, unit } of FLOWS)
  test(`${name}: at most ${told(limit, unit)} off`, (t) => {
    const off = run();
    t.diagnostic(told(off, unit));
    assert.ok(off <= limit, `${off} ${unit}`);
  });
