import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GateStanding, Need, Rung } from '@westgate/contract';
import { passesOf, rulesFaults, toDecide } from '../../src/screens/programme/gates/rules-form.tsx';
import { missingIn, needAct, needSign, papersSaid, standingSaid } from '../../src/screens/programme/gates/view-model.ts';

const none = { zh: null, en: null };
const need = (by: string | null, optional = false, why: Need['why'] = null): Need => ({
  requirement: {
    id: 'r',
    position: 1,
    kind: 'evidence',
    name: none,
    suppliedBy: 'lead',
    department: null,
    land: null,
    optional,
    note: none,
    rev: 1,
  },
  by,
  on: null,
  why,
  supplier: { role: 'lead', departments: [] },
  mayBeAsked: [],
  ask: null,
  file: null,
  drill: null,
  answer: null,
});
const rung = (id: string, state: Rung['state'], needs: readonly Need[] = []): Rung => ({
  gate: {
    id,
    position: 0,
    name: { zh: id, en: id },
    meaning: none,
    level: null,
    admits: false,
    basis: none,
    source: null,
    confidence: 'low',
    effectiveFrom: '2024-01-01',
    effectiveTo: null,
    rev: 1,
  },
  state,
  pass: null,
  reopened: null,
  needs: [...needs],
});
const standing = (...rungs: readonly Rung[]): Pick<GateStanding, 'rungs' | 'open'> => ({
  rungs: [...rungs],
  open: rungs.find(({ state }) => state === 'open')?.gate.id ?? null,
});

test('where a project stands is said in a line, and nothing recorded is not called the first gate', () => {
  assert.equal(standingSaid(standing()).word, 'gates.noRules');
  assert.deepEqual(standingSaid(standing(rung('a', 'open'), rung('b', 'ahead'))), { word: 'gates.noneRecorded', values: { count: 2 } });
  assert.deepEqual(standingSaid(standing(rung('a', 'passed'), rung('b', 'open'))), {
    word: 'gates.passedAt',
    values: { passed: 1, at: 1 },
  });
  assert.equal(standingSaid(standing(rung('a', 'passed'))).word, 'gates.allPassed');
});

test('what is optional is neither counted nor called missing', () => {
  const needs = [need('evidence:a'), need(null, false, 'no-file'), need(null, true, 'no-file')];
  assert.equal(papersSaid({ needs }), '1 / 2');
  assert.deepEqual(needs.map(needSign), ['✓', '×', '△']);
  assert.equal(needAct(need(null, false, 'land-not-known')), 'land');
});

test('a refusal of a gate names the requirements; another refusal names none', () => {
  const problem = {
    type: '',
    title: '',
    status: 409,
    detail: '',
    code: 'WG_GATE_CLOSED',
    requestId: '',
    details: { missing: [{ requirement: 'r' }] },
  };
  assert.deepEqual(missingIn(problem), ['r']);
  assert.equal(missingIn({ ...problem, code: 'WG_NOT_FOUND' }), null);
  assert.equal(missingIn(null), null);
});

test('of each passed gate that is not on the new ladder must be said what becomes of it', () => {
  const decided = toDecide({ rungs: [rung('a', 'passed'), rung('b', 'passed'), rung('c', 'open')] }, [{ id: 'a' }]);
  assert.deepEqual(
    decided.map(({ gate }) => gate.id),
    ['b'],
  );
  const faults = rulesFaults({ rulesOn: '2024-01-01', reason: '', decided, becoming: {} });
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['why-b', 'reason'],
  );
  assert.deepEqual(passesOf(decided, { b: { as: 'x', reason: '' } }), [{ gate: 'b', becomes: 'kept-as', as: 'x' }]);
  assert.deepEqual(passesOf(decided, { b: { as: '', reason: ' old ' } }), [{ gate: 'b', becomes: 'set-aside', reason: 'old' }]);
});
