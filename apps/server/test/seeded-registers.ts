import assert from 'node:assert/strict';
import { type AnyRow, applyChanges, type Change, type Register, type TableName } from '@westgate/domain';
import { randomOf } from './random.ts';

/** A register and those that `count` deeds of one to three changes make of it one after the other; the same for the same seed. */
export function seededRegisters(first: Register, seed: number, count: number): readonly Register[] {
  const random = randomOf(seed);
  const gone: Change[] = [];
  const registers = [first];
  for (let register = first; registers.length <= count; registers.push(register)) {
    register = applyChanges(register, changesOf(random, register, gone));
  }
  return registers;
}

/** Tables whose rows come and go; no other row points to theirs. */
const LOOSE = ['link', 'mention', 'outcome', 'figure', 'feature', 'indicator_value'] as const;

/** One to three changes of different rows. */
function changesOf(random: () => number, register: Register, gone: Change[]): readonly Change[] {
  const changes = new Map<string, Change>();
  for (let n = 0; n < 1 + Math.floor(random() * 3); n += 1) {
    const back = random() < 0.3 ? gone.shift() : undefined;
    const change = back ?? (random() < 0.4 ? outOf(random, register, gone) : columnOf(random, register));
    if (change && !changes.has(`${change.table} ${change.key}`)) changes.set(`${change.table} ${change.key}`, change);
    else if (change && back) gone.push(back);
  }
  return [...changes.values()];
}

/** A row taken out; `gone` keeps how it comes back. */
function outOf(random: () => number, register: Register, gone: Change[]): Change | null {
  const table = pick(random, LOOSE);
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  if (rows.size === 0) return null;
  const [key, row] = pick(random, [...rows]);
  gone.push({ table, key, before: null, after: row });
  return { table, key, before: row, after: null };
}

function columnOf(random: () => number, register: Register): Change {
  const idOf = (table: TableName): string => pick(random, [...register[table].keys()]);
  const [table, cells] = pick(random, [
    ['place', { name_zh: `名${random()}`, name_en: `N${random()}` }],
    ['place', { tags: [], is_site: random() < 0.5 }],
    ['place', { geometry: { type: 'Point', coordinates: [116.1 + random() / 5, 39.9] } }],
    ['project', { lead: idOf('department') }],
    ['project', { due_on: '2026-02-01', name_en: `N${random()}` }],
    ['commitment', { sentence: idOf('sentence') }],
    ['commitment', { title_en: `T${random()}`, owner: idOf('department') }],
    ['sentence', { tags: [] }],
    ['event', { place: idOf('place') }],
    ['park', { project: idOf('project') }],
    ['department', { name_en: `D${random()}` }],
    ['source', { title: `S${random()}` }],
  ] as const);
  const key = idOf(table);
  const before: AnyRow | null = register[table].get(key) ?? null;
  return { table, key, before, after: before && { ...before, ...cells, rev: before.rev + 1 } };
}

function pick<V>(random: () => number, values: readonly V[]): V {
  const value = values[Math.floor(random() * values.length)];
  assert.ok(value !== undefined, 'there is something to pick');
  return value;
}
