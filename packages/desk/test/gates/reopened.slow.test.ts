import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, idOf, WestgateError } from '@westgate/base';
import {
  applyChanges,
  type Change,
  keyOf,
  type Register,
  soundRegister,
  standingFaults,
  type TableName,
  vocabulary,
} from '@westgate/domain';
import { EXAMPLE, HARBOUR } from '../folders.ts';
import { keptFor, ON, pass, passOn, put, registerIn, stands, supply, walked, withProject } from './walks.ts';

/** A project that passed every gate of its kind. */
function walkedThrough(begun: Register): Register {
  let register = begun;
  for (let { open } = stands(register); open; { open } = stands(register)) {
    register = stands(register).missing.reduce(supply, register);
    const changes = passOn(register, open.gate.id).changes;
    register = applyChanges(register, changes);
  }
  return register;
}

function drop(register: Register, table: TableName, key: string): Register {
  const rows: ReadonlyMap<string, { readonly rev: number }> = register[table];
  const before = rows.get(key) ?? null;
  assert.ok(before, `${table} ${key}`);
  return applyChanges(register, [{ table, key, before, after: null }]);
}

/** What is told of one gate: its state, and what it lost. */
function told(register: Register, gate: string) {
  const standing = stands(register);
  assert.deepEqual(standingFaults(register, walked(register), standing), []);
  const rung = standing.rungs.find((each) => each.gate.id === gate);
  return {
    state: rung?.state,
    lost: (rung?.reopened?.lost ?? []).map(({ requirement, why }) => `${requirement} ${why}`),
    open: standing.open?.gate.id,
  };
}

/** The row that a pass rests on for a requirement, and the column of its day. */
function restsOn(requirement: string, by: string): { readonly table: TableName; readonly key: string; readonly day: string } {
  if (by === 'answer') return { table: 'requirement_answer', key: `walked|${requirement}`, day: 'on' };
  const [table = '', key = ''] = by.split(':');
  return table === 'drill' ? { table, key, day: 'held_on' } : { table: 'evidence', key, day: 'on' };
}

for (const [name, folder] of [
  ['the example', EXAMPLE],
  ['an invented district', HARBOUR],
] as const) {
  const rules = await registerIn(folder);
  const kinds = vocabulary.PROJECT_KINDS.filter((kind) => [...rules.gate.values()].some(({ project_kind }) => project_kind === kind));
  for (const kind of kinds) {
    test(`${name}: a passed gate of ${kind} opens again when anything it rested on is withdrawn, refused or moved, and is as before when that is undone`, () => {
      const register = walkedThrough(withProject(rules, kind, 'mixed'));
      assert.equal(stands(register).open, null);
      let tried = 0;
      for (const { gate, pass: passed, requirements } of stands(register).rungs) {
        for (const each of passed?.basis ?? []) {
          const [requirement = '', by = ''] = each.split('=');
          if (requirements.find(({ id }) => id === requirement)?.optional) continue;
          const { table, key, day } = restsOn(requirement, by);
          const without = drop(register, table, key);
          assert.deepEqual(told(without, gate.id), { state: 'open', lost: [`${requirement} withdrawn`], open: gate.id });
          const row = [...register[table].values()].find((held) => keyOf(table, held) === key);
          assert.ok(row);
          assert.deepEqual(told(put(register, table, { ...row, [day]: addDays(ON, 1) }), gate.id).lost, [`${requirement} moved`]);
          if (by === 'answer')
            assert.deepEqual(told(put(register, table, { ...row, answer: 'no' }), gate.id).lost, [`${requirement} refused`]);
          assert.deepEqual(told(put(without, table, row), gate.id), { state: 'passed', lost: [], open: undefined });
          tried += 1;
        }
      }
      assert.ok(tried >= 2, `${tried} certificates`);
    });
  }
}

test('a rule that asks for more opens a passed gate again; one that asks for less does not', async () => {
  const register = walkedThrough(withProject(await registerIn(HARBOUR), 'flood-defence', 'state-granted'));
  const [first] = stands(register).rungs;
  const [asked] = first?.requirements ?? [];
  assert.ok(first && asked);
  const more = put(register, 'requirement', { ...asked, id: idOf<'requirement'>('more'), position: 9, optional: false });
  assert.deepEqual(told(more, first.gate.id), { state: 'open', lost: ['more rule-changed'], open: first.gate.id });
  assert.deepEqual(
    told(put(register, 'requirement', { ...asked, id: idOf<'requirement'>('more'), optional: true }), first.gate.id).lost,
    [],
  );
  assert.deepEqual(told(put(register, 'requirement', { ...asked, kind: 'answer' }), first.gate.id).lost, [`${asked.id} rule-changed`]);
  assert.deepEqual(told(put(register, 'requirement', { ...asked, optional: true }), first.gate.id).lost, []);
});

test('a gate that was opened again is passed anew, or kept by a decision with its reason', async () => {
  const register = walkedThrough(withProject(await registerIn(HARBOUR), 'flood-defence', 'state-granted'));
  const [first] = stands(register).rungs;
  assert.ok(first);
  const proof = [...register.evidence.values()].find((row) => row.subject_id === 'walked' && row.requirement === first.requirements[0]?.id);
  assert.ok(proof);
  const without = drop(register, 'evidence', proof.id);
  const gate = first.gate.id;
  const again = put(without, 'evidence', { ...proof, id: idOf<'evidence'>('another') });
  assert.equal(told(again, gate).state, 'open', 'another file does not carry the pass that rested on the first');
  const passed = applyChanges(
    again,
    pass(again, gate).filter((each): each is Change => typeof each !== 'string'),
  );
  assert.deepEqual(told(passed, gate), { state: 'passed', lost: [], open: undefined });

  assert.throws(() => keptFor(without, gate, ''), /reason: expected why/);
  assert.throws(() => keptFor(register, gate, ''), /that was re-opened/);
  const kept = applyChanges(without, keptFor(without, gate, 'the survey is on paper').changes);
  assert.deepEqual(told(kept, gate), { state: 'passed', lost: [], open: undefined });
  assert.equal(stands(kept).rungs[0]?.pass?.reason_en, 'the survey is on paper');

  const odd = put(register, 'evidence', { ...proof, on: '0001-01-01' });
  assert.equal(told(soundRegister(odd), gate).state, 'open', 'a file of a day that cannot be carries nothing');
  const oddKept = applyChanges(odd, keptFor(odd, gate, 'as before').changes);
  assert.deepEqual(told(soundRegister(oddKept), gate), { state: 'passed', lost: [], open: undefined });
});

test('nothing is passed on what came after it', async () => {
  const begun = withProject(await registerIn(HARBOUR), 'flood-defence', 'state-granted');
  const register = stands(begun).missing.reduce(supply, begun);
  assert.throws(
    () => passOn(register, 'wall-survey', addDays(ON, -1)),
    (error) => error instanceof WestgateError && error.details.from === ON,
  );
});
