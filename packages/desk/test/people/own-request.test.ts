import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnyRow, type Change, type Reader, type Role, registerOf } from '@westgate/domain';
import { isOwnRequest } from '../../src/people/own-request.ts';

const matter = (more: object): AnyRow =>
  ({ id: 'r', asked_by: 'parks', lead: 'water', requirement: null, decision: null, escalated_on: null, rev: 1, ...more }) as AnyRow;
const change = (table: Change['table'], before: AnyRow | null, after: AnyRow | null): Change => ({ table, key: 'r', before, after });
const by = (role: Role, department: string | null): Reader => ({ roles: [role], department });
const register = registerOf({ supervision: [matter({})] } as unknown as Parameters<typeof registerOf>[0]);
const made = change('supervision', null, matter({}));
const escalated = change('supervision', matter({}), matter({ escalated_on: '2026-01-01', escalated_level: 'leader', rev: 2 }));
const step = (name: string) => change('supervision_step', null, { supervision: 'r', step: name, rev: 1 } as unknown as AnyRow);

test('a department makes, escalates and closes the requests of its own; who only reads, or is of another department, does not', () => {
  const may = (reader: Reader) => [made, escalated, step('closed')].map((each) => isOwnRequest(register, reader, each));
  assert.deepEqual(may(by('department-member', 'parks')), [true, true, true]);
  assert.deepEqual(may(by('department-lead', 'parks')), [true, true, true]);
  assert.deepEqual(may(by('reader', 'parks')), [false, false, false]);
  assert.deepEqual(may(by('department-member', 'water')), [false, false, false]);
  assert.deepEqual(may(by('department-member', null)), [false, false, false]);
});

test('a request of its own is no way to change what another department owes: its words, its day, its answer, what a gate or a meeting asks', () => {
  const member = by('department-member', 'parks');
  for (const changed of [{ due_on: '2027-01-01' }, { lead: 'roads' }, { asked_by: 'water' }])
    assert.equal(isOwnRequest(register, member, change('supervision', matter({}), matter({ ...changed, rev: 2 }))), false);
  for (const name of ['signed-for', 'reported']) assert.equal(isOwnRequest(register, member, step(name)), false, name);
  for (const given of [{ requirement: 'plan' }, { decision: 'paint' }])
    assert.equal(isOwnRequest(register, member, change('supervision', null, matter(given))), false);
});
