import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayString } from '@westgate/base';
import { type AnyRow, applyChanges, type Change, type Register, type TableName } from '@westgate/domain';
import type { ListAsk, ListedTable, Listing } from '../src/list/listing.ts';
import { COMMITMENTS, INDICATORS, PLACES, PROJECTS, SENTENCES } from '../src/list/noun-lists.ts';
import { matchesOf } from '../src/list/page.ts';
import { EVENTS, PARKS, SOURCES } from '../src/list/record-lists.ts';
import { statesOf } from '../src/states.ts';
import { type View, viewOf } from '../src/view.ts';
import { EXAMPLE, openOffice } from './office.ts';

const { desk } = await openOffice(EXAMPLE);
const DAY = '2026-03-01' as DayString;

test('lists kept from one deed to the next are what they are when sorted and filtered anew, after 120 seeded deeds', () => {
  const random = randomFrom(5);
  let register = desk.register;
  let states = statesOf(register, DAY);
  const gone: Change[] = [];
  for (let deed = 0; deed < 120; deed += 1) {
    const view = viewOf(states, { seq: deed, today: DAY, changed: () => null });
    const scratch = viewOf(statesOf(register, DAY), { seq: deed, today: DAY, changed: () => null });
    compare(view, scratch, PLACES, placeAsks(register), deed);
    compare(view, scratch, COMMITMENTS, [{ state: 'late' }, { aim: 'none' }, { q: '1' }], deed);
    compare(view, scratch, PROJECTS, [{ state: 'not-known' }, { lead: [...register.department.keys()][0] }], deed);
    compare(view, scratch, SENTENCES, [{ text: 'present', kind: 'promise' }], deed);
    compare(view, scratch, INDICATORS, [{ aim: 'none' }], deed);
    compare(view, scratch, EVENTS, [{ state: 'done' }], deed);
    compare(view, scratch, PARKS, [], deed);
    compare(view, scratch, SOURCES, [], deed);
    register = applyChanges(register, changesOf(random, register, gone));
    states = statesOf(register, DAY, states);
  }
});

function placeAsks(register: Register): readonly object[] {
  const [, second] = register.place.values();
  const aims = [...register.district.values()].flatMap(({ axes }) => axes.find(({ id }) => id === 'aim')?.values.map(({ id }) => id) ?? []);
  return [
    ...aims.map((aim) => ({ aim })),
    { stage: 'under-way' },
    { q: second?.name_zh?.slice(0, 2) ?? '' },
    { bbox: '116.1,39.8,116.2,39.95' },
    { without: 'building,compound' },
    { site: 'true', stage: 'candidate' },
  ];
}

/** Every order and every filter of a list, kept and from scratch. */
function compare<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  scratch: View,
  listing: Listing<T, Shown, Ask>,
  filters: readonly object[],
  deed: number,
): void {
  const asks = [
    ...Object.keys(listing.sorts).flatMap((sort) => [{ sort }, { sort: `-${sort}` }]),
    ...filters.map((filter, index) => ({ ...filter, sort: Object.keys(listing.sorts)[index % Object.keys(listing.sorts).length] })),
  ];
  for (const ask of asks) {
    const question = { limit: 50, ...ask } as unknown as Ask;
    const anew = matchesOf(scratch, question, { ...listing }).ids;
    assert.deepEqual(matchesOf(view, question, listing).ids, anew, `deed ${deed}, ${listing.table} ${JSON.stringify(ask)}`);
  }
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

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
