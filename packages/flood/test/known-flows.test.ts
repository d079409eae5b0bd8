import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLOWS } from './verified/flows.ts';
import { isTold, told } from './verified/outcome.ts';

for (const { name, run, limit, unit } of FLOWS)
  test(`${name}: at most ${told(limit, unit)} off`, (t) => {
    const off = run();
    t.diagnostic(told(off, unit));
    assert.ok(off <= limit, `${off} ${unit}`);
    assert.ok(isTold(name, told(off, unit)), 'docs/flood-verification.md tells another figure: npm run trial:flood writes it anew');
  });
