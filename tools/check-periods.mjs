// How often something is done by itself, and how long is waited, stands in the tables of periods and limits, which a test divides. This finds
// what does not: a constant of milliseconds elsewhere, and a timer with a bare number.
import { filesUnder, readText, report } from './house.mjs';

const FLOOR = 300;
const FOLDERS = ['apps/server/src', 'apps/cli/src', 'packages/desk/src'];
const TABLE = /\/(periods|limits)\.ts$/;
/** Names of units and of points in time: nothing waits for them. */
const UNIT = /^(SECOND|MINUTE|HOUR|DAY|WEEK|EPOCH)_MS$/;

/** Files whose milliseconds are no period, with what they are. */
const ELSEWHERE = new Map([
  ['apps/server/src/answers/in-slices.ts', 'the processor time of a slice, far below what a timer can tell apart'],
  ['packages/desk/src/evidence/sweep-files.ts', 'an age of files, looked at once at the opening'],
  ['packages/desk/src/jobs/job-guard.worker.ts', 'the guard of a process that knows no table: it was handed nothing'],
  ['packages/desk/src/people/alone.ts', 'waiting for another process of the same office'],
  ['packages/desk/src/people/attempts.ts', 'the rules of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/check-passkey.ts', 'told to the browser, which waits by itself'],
  ['packages/desk/src/people/entrance.ts', 'the rules of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/people.ts', 'the life of a link, by the clock that the caller gives'],
  ['packages/desk/src/people/self.ts', 'the age of a session, by the clock that the caller gives'],
  ['packages/desk/src/people/totp.ts', 'the step of a standard (RFC 6238)'],
]);

const CONSTANT = /\bconst ([A-Z_]+_MS)\b[^=]*=\s*[^;]*\d/g;
const TIMERS = [/\b(?:setTimeout|setInterval)\([^;]*?,\s*\d[\d_]*\s*[,)]/g, /\b(?:sleep|AbortSignal\.timeout)\(\s*\d[\d_]*\s*[,)]/g];

const faults = [];
const unseen = new Set(ELSEWHERE.keys());
const files = FOLDERS.flatMap((folder) => filesUnder(folder, (name) => name.endsWith('.ts')));
for (const file of files) {
  if (TABLE.test(file)) continue;
  const code = readText(file);
  const found = [
    ...[...code.matchAll(CONSTANT)].filter(([, name]) => !UNIT.test(name)).map(({ index, 1: name }) => ({ index, what: name })),
    ...TIMERS.flatMap((timer) => [...code.matchAll(timer)].map(({ index }) => ({ index, what: 'a timer with a bare number' }))),
  ];
  if (found.length > 0 && unseen.delete(file)) continue;
  for (const { index, what } of found) {
    faults.push(`${file}:${code.slice(0, index).split('\n').length} has ${what}: a period stands in periods.ts, a limit in limits.ts`);
  }
}
for (const file of unseen) faults.push(`${file} has no milliseconds any more: take it off the list in tools/check-periods.mjs`);
report('check-periods', { read: files.length, floor: FLOOR, faults });
