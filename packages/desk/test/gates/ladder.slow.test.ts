import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { applyChanges, type Change, type Register, standingFaults, vocabulary } from '@westgate/domain';
import { EXAMPLE, HARBOUR } from '../folders.ts';
import { ON, pass, passOn, put, registerIn, stands, supply, walked, withProject } from './walks.ts';

const isChanges = (answer: readonly Change[] | readonly string[]): answer is readonly Change[] => typeof answer[0] !== 'string';

/** Walks a project through all its gates; each refuses once for each thing that is missing, naming it and nothing else. */
function walk(begun: Register): { readonly gates: number; readonly refusals: number } {
  let register = begun;
  let [gates, refusals] = [0, 0];
  for (let { open, missing } = stands(register); open; { open, missing } = stands(register)) {
    const gate = open.gate.id;
    assert.deepEqual(standingFaults(register, walked(register), stands(register)), []);
    if (missing.length > 0)
      assert.deepEqual(
        pass(register, gate),
        missing.map(({ requirement }) => requirement.id),
        gate,
      );
    for (const lacking of missing) {
      const but = missing.filter((need) => need !== lacking).reduce(supply, register);
      assert.deepEqual(pass(but, gate), [lacking.requirement.id], `${gate} without ${lacking.requirement.id}`);
      refusals += 1;
    }
    register = missing.reduce(supply, register);
    const changes = pass(register, gate);
    assert.ok(isChanges(changes), `${gate} opens with all it asks for, still missing ${changes.join()}`);
    register = applyChanges(register, changes);
    assert.deepEqual(standingFaults(register, walked(register), stands(register)), []);
    gates += 1;
  }
  return { gates, refusals };
}

for (const [name, folder] of [
  ['the example', EXAMPLE],
  ['an invented district', HARBOUR],
] as const) {
  const register = await registerIn(folder);
  const kinds = vocabulary.PROJECT_KINDS.filter((kind) => [...register.gate.values()].some(({ project_kind }) => project_kind === kind));
  for (const kind of kinds) {
    for (const title of ['state-granted', 'collective', 'mixed']) {
      test(`${name}: ${kind} on ${title} land passes every gate, and each refuses once for each missing item`, () => {
        const { gates, refusals } = walk(withProject(register, kind, title));
        assert.ok(gates >= 2, `${gates} gates`);
        assert.ok(refusals >= gates, `${refusals} refusals`);
      });
    }
  }
}

test('the example has a rulebook for every kind of project on every day since its first, each gate with its basis, and one that admits', async () => {
  const register = await registerIn(EXAMPLE);
  for (const kind of vocabulary.PROJECT_KINDS) {
    const gates = [...register.gate.values()].filter(({ project_kind }) => project_kind === kind);
    for (const day of new Set(gates.map(({ effective_from }) => effective_from))) {
      const holding = gates.filter(({ effective_from: from, effective_to: to }) => from <= day && (to === null || day <= to));
      assert.ok(holding.length >= 5, `${kind} on ${day}: ${holding.length} gates`);
      assert.equal(holding.filter(({ admits }) => admits).length, 1, `${kind} on ${day}`);
    }
    for (const gate of gates) {
      assert.ok(gate.basis_zh && gate.basis_en && gate.source, gate.id);
      assert.ok(gate.confidence !== 'low' || /illustrative/.test(gate.basis_en), `${gate.id} is labelled`);
      assert.ok(
        [...register.requirement.values()].some((row) => row.gate === gate.id && !row.optional),
        `${gate.id} asks for something`,
      );
    }
  }
});

test('land whose title is not known is never taken for state-owned: the taking stays closed, and says so', async () => {
  for (const title of ['not-known', null]) {
    let register = withProject(await registerIn(EXAMPLE), 'shantytown', 'state-granted');
    while (stands(register).open?.gate.id !== 'shantytown-taking') {
      register = stands(register).missing.reduce(supply, register);
      const changes = pass(register, stands(register).open?.gate.id ?? '');
      assert.ok(isChanges(changes));
      register = applyChanges(register, changes);
    }
    const [place] = [...register.place.values()];
    const blind = stands(register).missing.reduce(supply, put(register, 'place', { ...place, land_title: title }));
    assert.ok(isChanges(pass(stands(register).missing.reduce(supply, register), 'shantytown-taking')), 'it opens where the title is known');
    assert.deepEqual(standingFaults(blind, walked(blind), stands(blind)), []);
    assert.ok(stands(blind).missing.length >= 2);
    assert.ok(stands(blind).missing.every(({ why }) => why === 'land-not-known'));
    assert.ok(!isChanges(pass(blind, 'shantytown-taking')));
  }
});

test('each title asks for its own papers', async () => {
  const register = await registerIn(HARBOUR);
  const asked = (title: string) =>
    stands(withProject(register, 'old-compound', title)).rungs[1]?.needs.map(({ requirement }) => requirement.id as string);
  assert.deepEqual(asked('state-allocated'), ['yard-land-1']);
  assert.deepEqual(asked('collective'), ['yard-land-2']);
  assert.deepEqual(asked('mixed'), ['yard-land-1', 'yard-land-2']);
});

test('a gate is passed in its order, on a day, and what it was passed on is kept with it', async () => {
  let register = withProject(await registerIn(HARBOUR), 'flood-defence', 'state-granted');
  assert.throws(() => passOn(register, 'wall-entry'), /gate: expected the open gate wall-survey/);
  assert.throws(() => passOn(register, 'wall-survey', 'soon'), /on: expected a day/);
  register = stands(register).missing.reduce(supply, register);
  const [change] = passOn(register, 'wall-survey').changes;
  assert.deepEqual(change?.after?.basis, ['wall-survey-1=evidence:proof-wall-survey-1']);
});

test('a refusal names who can supply what is missing: the lead, those who help, the owners, a department', async () => {
  const register = withProject(await registerIn(HARBOUR), 'flood-defence', 'state-granted');
  const error = (() => {
    try {
      passOn(register, 'wall-survey');
    } catch (thrown) {
      return thrown;
    }
  })();
  assert.ok(error instanceof WestgateError && error.status === 409);
  assert.match(error.message, /missing 1: Tide record \(no-file; Ward Works Office\)/);
});

test('an answer of no keeps the gate closed, and says so', async () => {
  const register = await registerIn(HARBOUR);
  const pump = [...register.project.values()].find(({ id }) => id === 'storm-pump');
  assert.ok(pump);
  const { open, missing } = stands(put(register, 'project', { ...pump, id: 'walked' }));
  assert.equal(open?.gate.id, 'wall-survey');
  assert.deepEqual(
    missing.map(({ why }) => why),
    ['no-file'],
  );
  const answered = {
    project: 'walked',
    requirement: 'wall-entry-1',
    answer: 'no',
    words_zh: null,
    words_en: 'lower',
    on: ON,
    department: null,
  };
  const entry = stands(put(put(register, 'project', { ...pump, id: 'walked' }), 'requirement_answer', answered)).rungs[1];
  assert.deepEqual(
    entry?.needs.map(({ why }) => why),
    ['answered-no', 'not-decided'],
  );
});

test('a project keeps the rules of the day it was admitted; one that is not goes by those of today', async () => {
  let register = withProject(await registerIn(HARBOUR), 'old-compound', 'collective');
  assert.deepEqual(
    stands(register).rungs.map(({ gate }) => gate.id as string),
    ['yard-ask', 'yard-land'],
  );
  register = stands(register).missing.reduce(supply, register);
  const changes = pass(register, 'yard-ask');
  assert.ok(isChanges(changes));
  assert.deepEqual(
    changes.map(({ table }) => table),
    ['gate_pass', 'admission'],
  );
  const admitted = applyChanges(register, changes);
  const later = { ...admitted };
  assert.equal(stands(later).rulesOn, ON);
  assert.equal(stands(later).open?.gate.id, 'yard-land');
});

test('of several files for one requirement, in whatever order they came, the newest of the day of the pass or before carries it', async () => {
  let begun = withProject(await registerIn(HARBOUR), 'flood-defence', 'state-granted');
  while (!stands(begun).missing.some(({ requirement }) => requirement.kind === 'evidence')) {
    begun = stands(begun).missing.reduce(supply, begun);
    const changes = pass(begun, stands(begun).open?.gate.id ?? '');
    assert.ok(isChanges(changes));
    begun = applyChanges(begun, changes);
  }
  const { open, missing } = stands(begun);
  const need = missing.find(({ requirement }) => requirement.kind === 'evidence');
  assert.ok(open && need);
  const ready = missing.reduce(supply, begun);
  const [first] = [...ready.evidence.values()].filter((row) => row.subject_id === 'walked' && row.requirement === need.requirement.id);
  assert.ok(first);
  const days = ['2025-02-10', '2025-02-20', ON, '2025-03-10', '2025-04-01'];
  for (let start = 0; start < days.length; start += 1) {
    for (const count of [2, 3, 5]) {
      const chosen = Array.from({ length: count }, (_, index) => days[(start + index * 2) % days.length] ?? ON);
      const before = applyChanges(ready, [{ table: 'evidence', key: first.id, before: first, after: null }]);
      const register: Register = chosen.reduce<Register>(
        (held, on, index) => put(held, 'evidence', { ...first, id: `file-${index}`, on }),
        before,
      );
      const newest = chosen
        .filter((on) => on <= ON)
        .sort()
        .at(-1);
      const taken = newest && `${need.requirement.id}=evidence:file-${chosen.indexOf(newest)}`;
      if (!newest) {
        assert.throws(() => pass(register, open.gate.id), /expected a day from/);
        continue;
      }
      const changes = pass(register, open.gate.id);
      assert.ok(isChanges(changes));
      assert.ok(
        String(changes[0]?.after?.basis)
          .split(',')
          .includes(taken ?? ''),
        `${chosen.join()}: ${taken}, found ${changes[0]?.after?.basis}`,
      );
      assert.deepEqual(standingFaults(register, walked(register), stands(register)), []);
    }
  }
});
