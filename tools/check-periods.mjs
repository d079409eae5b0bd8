// How often something is done by itself, and how long is waited, stands in the tables of periods and limits. This finds what does not: a timer
// with a bare number, and a constant of milliseconds that is made of numbers. `node tools/check-periods.mjs PROJECT…` reads other projects.
import { relative, resolve, sep } from 'node:path';
import {
  isAsExpression,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isImportSpecifier,
  isNumericLiteral,
  isParameterDeclaration,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isSatisfiesExpression,
  isVariableDeclaration,
  NodeFlags,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { ROOT, report } from './house.mjs';

const PROJECTS = ['packages/store', 'packages/desk', 'apps/server', 'apps/cli'];
const FLOOR = 550;
const TABLE = /(^|\/)(periods|limits)\.ts$/;
/** Names of units: nothing waits for them. */
const UNIT = /^(SECOND|MINUTE|HOUR|DAY|WEEK)_MS$/;
const PERIOD = /_MS$|[a-z\d]Ms$/;
const TIMERS = new Set(['setTimeout', 'setInterval', 'sleep', 'timeout']);

/** Milliseconds that no table holds, with what they are. */
const ELSEWHERE = new Map([
  ['packages/desk/src/evidence/sweep-files.ts ORPHAN_AGE_MS', 'an age of files, looked at once at the opening'],
  ['packages/desk/src/jobs/job-guard.worker.ts EACH_MS', 'the guard of a process that knows no table: it was handed nothing'],
  ['packages/desk/src/jobs/job-guard.worker.ts GRACE_MS', 'the guard of a process that knows no table: it was handed nothing'],
  ['packages/desk/src/people/alone.ts LONGEST_MS', 'waiting for another process of the same office'],
  ['packages/desk/src/people/alone.ts STEP_MS', 'waiting for another process of the same office'],
  ['packages/desk/src/people/attempts.ts UNDERWAY_MS', 'a rule of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/attempts.ts LATELY_MS', 'a rule of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/attempts.ts NEAR_MS', 'a rule of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/attempts.ts SWEEP_MS', 'a rule of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/check-passkey.ts ANSWER_MS', 'told to the browser, which waits by itself'],
  ['packages/desk/src/people/entrance.ts NOTED_MS', 'a rule of guessing, by the clock that the caller gives'],
  ['packages/desk/src/people/feed-use.ts KEPT_MS', 'how long a use is remembered, by the clock that the caller gives'],
  ['packages/desk/src/people/people.ts LINK_MS', 'the life of a link, by the clock that the caller gives'],
  ['packages/desk/src/people/people.ts JUST_MS', 'the age of a link, by the clock that the caller gives'],
  ['packages/desk/src/people/self.ts YOUNG_MS', 'the age of a session, by the clock that the caller gives'],
  ['packages/desk/src/people/senders.ts KEY_MS', 'the life of a key, by the clock that the caller gives'],
  ['packages/desk/src/people/totp.ts STEP_MS', 'the step of a standard (RFC 6238)'],
  ['apps/server/src/feedback/form-token.ts LEAST_MS', 'the age of a form, by the clock that the caller gives'],
  ['apps/server/src/feedback/form-token.ts MOST_MS', 'the age of a form, by the clock that the caller gives'],
]);

const given = process.argv.slice(2);
const projects = (given.length > 0 ? given : PROJECTS).map((folder) => resolve(ROOT, folder, 'tsconfig.json'));
const unseen = new Set(given.length > 0 ? [] : ELSEWHERE.keys());
const faults = [];
let read = 0;
const api = new API({ cwd: ROOT });
for (const { rootFiles, program } of api.updateSnapshot({ openProjects: projects }).getProjects()) {
  for (const path of rootFiles) {
    read += 1;
    const file = relative(ROOT, path).split(sep).join('/');
    const code = program.getSourceFile(path);
    for (const { node, name, what } of TABLE.test(file) ? [] : bareIn(code)) {
      if (name && ELSEWHERE.has(`${file} ${name}`) && unseen.delete(`${file} ${name}`)) continue;
      const { line } = code.getLineAndCharacterOfPosition(node.getStart(code));
      faults.push(`${file}:${line + 1} has ${what}: a period stands in periods.ts, a limit in limits.ts`);
    }
  }
}
api.close();
for (const one of unseen) faults.push(`${one} is no constant of milliseconds any more: take it off the list in tools/check-periods.mjs`);
report('check-periods', { read, floor: given.length > 0 ? 1 : FLOOR, faults });

/** The timers with a bare number and the constants of milliseconds made of numbers in one file. */
function bareIn(code) {
  const nodes = nodesOf(code);
  const constants = new Map(nodes.flatMap((node) => (isConstant(node) ? [[node.name.text, node.initializer]] : [])));
  const timers = new Set([...TIMERS, ...nodes.flatMap((node) => (isImportSpecifier(node) ? aliasOf(node) : []))]);
  // Made of numbers, units and constants of such before it. A constant named as a period is a fault where it stands: it counts where `isNamed`.
  const isMade = (node, isNamed) => {
    if (isNumericLiteral(node)) return true;
    if (isParenthesizedExpression(node) || isAsExpression(node) || isSatisfiesExpression(node)) return isMade(node.expression, isNamed);
    if (isPrefixUnaryExpression(node)) return isMade(node.operand, isNamed);
    if (isBinaryExpression(node)) return isMade(node.left, isNamed) && isMade(node.right, isNamed);
    if (!isIdentifier(node)) return false;
    if (UNIT.test(node.text)) return true;
    const value = constants.get(node.text);
    return value !== undefined && value.end < node.pos && (isNamed || !PERIOD.test(node.text)) && isMade(value, isNamed);
  };
  return nodes.flatMap((node) => {
    if (isConstant(node) || isDefault(node)) {
      const { text: name } = node.name;
      const isPeriod = PERIOD.test(name) && !UNIT.test(name);
      return isPeriod && !isZero(node.initializer) && isMade(node.initializer, isConstant(node)) ? [{ node, name, what: name }] : [];
    }
    if (!isCallExpression(node) || !isTimer(node.expression, timers)) return [];
    const isBare = node.arguments.slice(0, 2).some((each) => !isZero(each) && isMade(each, false));
    return isBare ? [{ node, what: 'a timer with a bare number' }] : [];
  });
}

function isConstant(node) {
  return isVariableDeclaration(node) && (node.parent.flags & NodeFlags.Const) !== 0 && node.initializer && isIdentifier(node.name);
}

function isDefault(node) {
  return isParameterDeclaration(node) && node.initializer && isIdentifier(node.name);
}

/** The name that a timer has in this file where it is taken under another. */
function aliasOf({ propertyName, name }) {
  return propertyName && TIMERS.has(propertyName.text) ? [name.text] : [];
}

function isTimer(called, timers) {
  if (isIdentifier(called)) return timers.has(called.text) && called.text !== 'timeout';
  return isPropertyAccessExpression(called) && TIMERS.has(called.name.text);
}

function isZero(node) {
  return isNumericLiteral(node) && Number(node.text) === 0;
}

function nodesOf(node) {
  const found = [node];
  node.forEachChild((child) => {
    found.push(...nodesOf(child));
  });
  return found;
}
