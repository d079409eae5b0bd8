import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy, vocabulary } from '@westgate/domain';

const { ROLES, VISIBILITIES } = vocabulary;
const { clashOf, mayAct, mayTouch, OFFICE_ACTIONS, PARTS, RECORD_ACTIONS, reachesAll, reachesSome, readerClass } = policy;

/**
 * Every cell once more, written by hand: role, then read, update and edit, each for public, district, department and confidential.
 * a = any record, o = those of the own department, - = none.
 */
const RECORDS = `
  public                  a---  ----  ----
  reader                  aa--  ----  ----
  department-member       aao-  ooo-  ----
  department-lead         aaoo  oooo  oooo
  programme-office        aaaa  aaaa  aaaa
  system-administrator    aa--  ----  ----
  security-administrator  aa--  ----  ----
  auditor                 aaaa  ----  ----`;

/** Role, then x for each act of the office in the order of OFFICE_ACTIONS. */
const OFFICE = `
  public                  --------------
  reader                  xx------------
  department-member       xx------------
  department-lead         xxx-----------
  programme-office        xxxxxx-x--x---
  system-administrator    xx----xx--xxxx
  security-administrator  xx----xxxxx---
  auditor                 xx-----xx-xx--`;

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
const readerOf = (part: string, department: string | null) => ({ roles: ROLES.filter((role) => role === part), department });

test('every role is judged on every action, every visibility, its own department or another', () => {
  const table = rows(RECORDS);
  assert.deepEqual(
    table.map(([part]) => part),
    PARTS,
  );
  let cells = 0;
  for (const [part = '', ...columns] of table) {
    for (const [column, action] of RECORD_ACTIONS.entries()) {
      for (const [index, visibility] of VISIBILITIES.entries()) {
        const cell = columns[column]?.[index];
        const ask = (department: string | null, owner: string | null) =>
          mayTouch(readerOf(part, department), action, { visibility, department: owner });
        const name = `${part} ${action} ${visibility}`;
        assert.equal(ask('water', 'water'), cell !== '-', `${name}, own department`);
        assert.equal(ask('water', 'roads'), cell === 'a', `${name}, another department`);
        assert.equal(ask('water', null), cell === 'a', `${name}, nobody's`);
        assert.equal(ask(null, null), cell === 'a', `${name}, nobody's, asked by one of no department`);
        cells += 4;
      }
    }
  }
  assert.equal(cells, PARTS.length * RECORD_ACTIONS.length * VISIBILITIES.length * 4);
});

test('every role is judged on every act of the office', () => {
  const table = rows(OFFICE);
  assert.deepEqual(
    table.map(([part]) => part),
    PARTS,
  );
  for (const [part = '', marks = ''] of table) {
    assert.equal(marks.length, OFFICE_ACTIONS.length);
    for (const [index, action] of OFFICE_ACTIONS.entries())
      assert.equal(mayAct(readerOf(part, 'water'), action), marks[index] === 'x', `${part} ${action}`);
  }
});

test('several roles of one person add up', () => {
  const reader = { roles: ['reader', 'auditor'] as const, department: null };
  assert.equal(mayTouch(reader, 'read', { visibility: 'confidential', department: 'water' }), true);
  assert.equal(mayTouch(reader, 'edit', { visibility: 'public', department: 'water' }), false);
  assert.equal(mayAct(reader, 'see-sign-ins'), true);
});

test('who may read the same records is of one class, and who may not is of another', () => {
  const records = VISIBILITIES.flatMap((visibility) => ['water', 'roads', null].map((department) => ({ visibility, department })));
  const readers = [...PARTS, 'none'].flatMap((part) => ['water', 'roads', null].map((department) => readerOf(part, department)));
  const readBy = (reader: (typeof readers)[number]) => records.map((record) => (mayTouch(reader, 'read', record) ? 'x' : '-')).join('');
  const classes = new Map<string, string>();
  for (const reader of readers) {
    const held = classes.get(readerClass(reader));
    assert.ok(held === undefined || held === readBy(reader), readerClass(reader));
    classes.set(readerClass(reader), readBy(reader));
  }
  assert.equal(new Set(classes.values()).size, classes.size, 'no two classes read the same');
  assert.deepEqual([...classes.keys()].sort(), [
    'all',
    'confidential:roads',
    'confidential:water',
    'department:roads',
    'department:water',
    'district',
    'public',
  ]);
});

test('reaching all is said of those alone whom nothing is hidden from', () => {
  assert.deepEqual(
    PARTS.filter((part) => reachesAll(readerOf(part, 'water'), 'read')),
    ['programme-office', 'auditor'],
  );
});

test('changing some records is said of those who may change any, and of a department’s people once they have one', () => {
  const parts = (action: 'update' | 'edit', department: string | null) =>
    PARTS.filter((part) => reachesSome(readerOf(part, department), action));
  assert.deepEqual(parts('edit', 'water'), ['department-lead', 'programme-office']);
  assert.deepEqual(parts('update', 'water'), ['department-member', 'department-lead', 'programme-office']);
  assert.deepEqual(parts('update', null), ['programme-office']);
});

test('the three administrators clash in one person, two by two', () => {
  assert.equal(clashOf(['programme-office', 'auditor']), null);
  assert.deepEqual(clashOf(['auditor', 'system-administrator']), ['system-administrator', 'auditor']);
  assert.deepEqual(clashOf(['auditor', 'security-administrator']), ['security-administrator', 'auditor']);
});
