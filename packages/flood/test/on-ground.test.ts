// "like test 2", 3 and 4: after tests of the Environment Agency (Néelz and Pender 2013) whose texts are from memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ON_GROUND } from './verified/ground.ts';
import { isTold, told } from './verified/outcome.ts';

for (const { name, run, limit, unit, screening } of ON_GROUND.filter(({ isLong }) => !isLong))
  test(`${name}: at most ${told(limit, unit)} off`, (t) => {
    const off = run();
    const screened = screening?.();
    t.diagnostic(`${told(off, unit)}${screened === undefined ? '' : `; local inertia ${told(screened, unit)}`}`);
    assert.ok(off <= limit, `${off} ${unit}`);
    assert.ok(isTold(name, told(off, unit)), 'docs/flood-verification.md tells another figure: npm run trial:flood writes it anew');
    if (name.includes('momentum')) assert.ok((screened ?? 0) > 10 * limit, 'local inertia is not to be taken as right here');
  });
