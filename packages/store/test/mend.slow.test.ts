import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DOUBTS, lostByNumber, makeTemplate, runCase, runOpening, type Template } from './mend-cases.ts';

/** The long form is `npm run trial:long`; `npm run trial:journal` tries as many as are asked for. */
const [CASES, KILLED] = process.env.WESTGATE_TRIAL === 'all' ? [40, 6] : [10, 3];
const FIRST_SEED = 1;

let template: Template;
before(async () => {
  template = await makeTemplate();
});
after(() => template.close());

test(`in ${CASES} random cases no deed is lost that journal or database holds, the others are named, and the choice is a deed`, async (t) => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) t.diagnostic(await runCase(template, seed));
});

for (const [seed, doubt] of DOUBTS.entries()) {
  test(`with a batch spoilt and a whole database that is made anew, no deed is lost: ${doubt}`, async (t) => {
    t.diagnostic(await runOpening(template, seed));
  });
}

test('a last line that gives itself the number of a deed that stands there already is another deed, and named as lost', async () => {
  const last = template.lines.length - 1;
  for (const digit of '123467890') assert.deepEqual(await lostByNumber(template, digit), [{ from: last, to: last }], `${digit}…`);
});

test('killed at any step, a mending leaves the journal as it was or as it is to be', async () => {
  for (let seed = 1; seed <= KILLED; seed++) for (let step = 1; step <= 9; step++) await runCase(template, seed * 1_000, step);
  assert.ok(template.lines.length > 1);
});
