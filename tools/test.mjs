// `npm test`: installs and builds if needed, runs the tests of every package, then the browser walks, and ends with the totals.
// Started with --liftoff-only, as its programs are: a database that lives for seconds is not worth V8's optimizing compiler.
// `-- --fast` leaves out slow tests and browser walks; `-- --only TEXT` runs the files whose path contains TEXT;
// `-- --long` gives seeded tests their long form: more kills, more files, every odd day.
import { parseArgs } from 'node:util';
import { makeReady } from './build.mjs';
import { findTests, runTests } from './run-tests.mjs';

/** So many files that took longest are told of. */
const SLOWEST = 40;
/** Fewer test files than this means that tests were lost, not that there are none. Raise it as the house grows. */
const FLOOR = { fast: 45, all: 50, walks: 4 };

const { values } = parseArgs({ options: { fast: { type: 'boolean' }, long: { type: 'boolean' }, only: { type: 'string', default: '' } } });
if (values.long) process.env.WESTGATE_TRIAL = 'all';
makeReady(undefined, () => console.log('0 passed, 1 failed'));

const found = findTests(values);
const lost = [];
const floor = values.fast ? FLOOR.fast : FLOOR.all;
if (!values.only && found.unit.length < floor) lost.push(`found only ${found.unit.length} test files, expected at least ${floor}`);
if (!values.only && !values.fast && found.walks.length < FLOOR.walks) {
  lost.push(`found only ${found.walks.length} browser walks, expected at least ${FLOOR.walks}`);
}
const unit = await runTests(found.unit);
const walks = await runTests(found.walks, { kind: 'walks' });

const failures = [...lost, ...unit.failures, ...walks.failures];
for (const failure of failures) console.log(`FAILED ${failure}`);
const slowest = [...unit.seconds, ...walks.seconds].sort(([, a], [, b]) => b - a).slice(0, SLOWEST);
for (const [file, seconds] of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s ${file}`);
console.log(`${found.unit.length + found.walks.length} test files, ${unit.skipped + walks.skipped} tests skipped`);
console.log(`${unit.passed + walks.passed} passed, ${failures.length} failed`);
process.exit(failures.length || unit.passed + walks.passed === 0 ? 1 : 0);
