import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneAt } from '../../src/scope/may-open.ts';
import { WAYS } from '../../src/scope/view-search.ts';
import { bracketed, foundInSource } from './source-files.ts';

/** What asks whether whoever sits here may do something. */
const ASKS = /\buse(?:May|MayOpen|MayChange|WhichMayChange)\(/;

/** A screen that is shown where nothing is held and everyone may begin. */
const ASKED_BEFORE = ['screens/start/take-away.tsx'];

/** Links to a screen that is there to change something, in code that does not ask who may. */
function openWays(code: string, name: string): readonly string[] {
  if (ASKS.test(code) || ASKED_BEFORE.includes(name)) return [];
  return [...code.matchAll(/<Link\b[^>]*?\bto="([^"]+)"[^>]*>/g)].flatMap(([link, to = '']) => {
    const way = WAYS.find((each) => link.includes(`way: '${each}'`));
    return doneAt(to, way) === undefined ? [] : [link.replace(/\s+/g, ' ')];
  });
}

test('no screen has a way to a screen that changes something without asking who may', () => {
  assert.deepEqual(foundInSource(openWays), []);
});

test('no state is begun from the plan or the day that is shown, which change while the screen stays', () => {
  const begun = foundInSource((code) => {
    const shown = [...code.matchAll(/const (?:\{ (\w+)|(\w+)) ?.*= use(?:ShownPlan|ShownDay|Scope)\(/g)].flatMap(
      ([, a, b]) => a ?? b ?? [],
    );
    const held = [...code.matchAll(/\buseState(?:<[^()]*>)?\(/g)].map(({ 0: { length }, index }) => bracketed(code, index + length - 1));
    return held.filter((each) => shown.some((name) => new RegExp(`\\b${name}\\b`).test(each)));
  });
  assert.deepEqual(begun, []);
});
