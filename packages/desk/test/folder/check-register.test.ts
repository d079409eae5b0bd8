import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AnyRow,
  applyChanges,
  type Change,
  fieldsOf,
  keyOf,
  type Register,
  registerOf,
  TABLE_NAMES,
  type TableName,
} from '@westgate/domain';
import type * as checks from '../../src/folder/check-register.ts';
import { newFaults } from '../../src/folder/check-register.ts';
import { readFolder } from '../../src/folder/files.ts';
import { HARBOUR, rowsOf } from '../folders.ts';
import { seeded } from '../seeded.ts';

const TURNS = 200;
/** The same once more, which keeps nothing of what this one found. */
const fresh = (await import(new URL('../../src/folder/check-register.js?fresh', import.meta.url).href)) as typeof checks;

/** What a district may come to say of itself that others are checked against. */
const DISTRICTS: readonly Partial<AnyRow>[] = [
  { languages: ['zh'] },
  { languages: ['zh', 'en'] },
  { first_day: '2020-01-01', last_day: '2024-12-31' },
  { first_day: '1949-01-01', last_day: '2100-12-31' },
  { opens_on: '2030-01-01' },
  { units: {} },
  { axes: [] },
];

/** The same district in tables that nothing is known of, so that all of it is looked at. */
function anew(register: Register): Register {
  return registerOf(Object.fromEntries(TABLE_NAMES.map((name) => [name, [...register[name].values()]])));
}

test('whatever changes, the faults that are found are those of looking at everything', async () => {
  const random = seeded(15);
  const any = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const start = registerOf(rowsOf(await readFolder(HARBOUR)));
  const filled = TABLE_NAMES.filter((name) => start[name].size > 0);
  // Values by their kinds: a reference may come to lead anywhere, a day be any day.
  const pools = new Map<string, unknown[]>();
  for (const name of filled)
    for (const row of start[name].values())
      for (const [column, { kind }] of Object.entries(fieldsOf(name))) {
        const value = (row as AnyRow)[column];
        if (value !== null) pools.set(kind, [...(pools.get(kind) ?? []), value]);
      }
  let held = start;
  let [faulty, sound] = [0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const changes: Change[] = [];
    for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
      const change = changeOf(held, random() < 0.1 ? 'district' : (any(filled) ?? 'place'));
      if (change && !changes.some(({ table, key }) => table === change.table && key === change.key)) changes.push(change);
    }
    const after = applyChanges(held, changes);
    const found = newFaults(held, after).map(({ message, key }) => `${key} ${message}`);
    const whole = fresh.newFaults(anew(held), anew(after)).map(({ message, key }) => `${key} ${message}`);
    assert.deepEqual(found, whole, `turn ${turn}: ${JSON.stringify(changes)}`);
    if (found.length > 0) faulty += 1;
    else sound += 1;
    // A change that was refused is not made; what was looked at for it is of no district. Now and then one is made all the same, as of an older house.
    if (found.length === 0 || random() < 0.05) held = random() < 0.5 ? after : applyChanges(held, changes);
    if (held.district.size === 0 || turn % 200 === 0) held = start;
  }
  assert.ok(faulty > TURNS / 5 && sound > TURNS / 5, `${faulty} with faults, ${sound} without`);

  function changeOf(register: Register, table: TableName): Change | null {
    const rows: ReadonlyMap<string, AnyRow> = register[table];
    const before = any([...rows.values()]);
    if (!before) return null;
    const key = keyOf(table, before);
    const way = random();
    if (way < 0.15 && table !== 'district') return { table, key, before, after: null };
    const column = any(Object.keys(fieldsOf(table))) ?? 'id';
    if (table === 'district' && way < 0.6) {
      const other = any(DISTRICTS) ?? {};
      return { table, key, before, after: { ...before, ...other, rev: before.rev + 1 } };
    }
    const field = fieldsOf(table)[column];
    const pool = field?.kind === 'ref' ? 'id' : (field?.kind ?? '');
    const other = any([...rows.values()]) ?? before;
    const value =
      way < 0.3 && field?.optional
        ? null
        : way < 0.6 || field?.values || field?.kind === 'json'
          ? other[column]
          : any(pools.get(pool) ?? []);
    const changed: AnyRow = { ...before, [column]: value ?? (field?.optional ? null : before[column]), rev: before.rev + 1 };
    const newKey = keyOf(table, changed);
    return newKey === key
      ? { table, key, before, after: changed }
      : rows.has(newKey)
        ? null
        : { table, key: newKey, before: null, after: changed };
  }
});
