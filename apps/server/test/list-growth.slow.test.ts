import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DayString } from '@westgate/base';
import { askable, type Register } from '@westgate/domain';
import { asCaller } from '../src/caller/caller.ts';
import { type ListAsk, type ListedTable, type Listing, listColumns } from '../src/list/listing.ts';
import { LISTINGS } from '../src/list/noun-lists.ts';
import { matchesOf } from '../src/list/page.ts';
import { statesOf } from '../src/view/states.ts';
import { type View, viewOf } from '../src/view/view.ts';
import { EXAMPLE, openOffice } from './office.ts';
import { seededRegisters } from './seeded-registers.ts';

const { desk } = await openOffice(EXAMPLE);
const DAY = '2026-03-01' as DayString;
/** For how many deeds the same columns are asked. */
const DEEDS_AT_A_TIME = 15;

test('lists kept from one deed to the next are what they are when sorted and filtered anew, after 120 seeded deeds', () => {
  let states = statesOf(desk.register, DAY);
  for (const [deed, register] of seededRegisters(desk.register, 5, 120).entries()) {
    states = statesOf(register, DAY, states);
    const view = viewOf(states, { seq: deed, today: DAY, placesSince: null, changed: () => null });
    const scratch = viewOf(statesOf(register, DAY), { seq: deed, today: DAY, placesSince: null, changed: () => null });
    asCaller({ kind: 'open' }, () => {
      compare(view, scratch, LISTINGS.place, placeAsks(register), deed);
      compare(view, scratch, LISTINGS.commitment, [{ state: 'late' }, { aim: 'none' }, { q: '1' }], deed);
      compare(view, scratch, LISTINGS.project, [{ state: 'not-known' }, { lead: [...register.department.keys()][0] }], deed);
      compare(view, scratch, LISTINGS.sentence, [{ text: 'present', kind: 'promise' }], deed);
      compare(view, scratch, LISTINGS.indicator, [{ aim: 'none' }], deed);
      compare(view, scratch, LISTINGS.event, [{ state: 'done' }], deed);
      compare(view, scratch, LISTINGS.park, [], deed);
      compare(view, scratch, LISTINGS.department, [], deed);
      compare(view, scratch, LISTINGS.source, [], deed);
    });
  }
});

test('what was worked out of all records once is worked out after a deed of those alone that it touched', () => {
  const count = (steps: Iterable<undefined>): number => [...steps].length;
  let states = statesOf(desk.register, DAY);
  const all = count(states.steps());
  assert.ok(all > 100, `${all} records of the example have a state or a stage`);
  let few = 0;
  for (const register of seededRegisters(desk.register, 8, 60)) {
    states = statesOf(register, DAY, states);
    if (count(states.steps()) < all / 5) few += 1;
    assert.equal(count(states.steps()), 0, 'nothing is left');
    const scratch = statesOf(register, DAY);
    for (const id of register.place.keys()) assert.equal(states.stage(id), scratch.stage(id));
    for (const kind of ['project', 'event', 'commitment'] as const) {
      for (const id of register[kind].keys()) assert.deepEqual(states.state(kind, id), scratch.state(kind, id));
    }
  }
  assert.ok(few > 20, `of 60 deeds ${few} touched few records`);
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

/** Orders and filters of a list, kept and from scratch. */
function compare<T extends ListedTable, Shown, Ask extends ListAsk>(
  view: View,
  scratch: View,
  listing: Listing<T, Shown, Ask>,
  filters: readonly object[],
  deed: number,
): void {
  // Every eighth column for some deeds, by itself and before another; and conditions on it. Then the others: more are not kept at once.
  const sorts = listing.columns
    .all(view)
    .flatMap((column, index) => (askable(column).sorts && index % 8 === Math.floor(deed / DEEDS_AT_A_TIME) % 8 ? [column.id] : []));
  const last = sorts.at(-1) ?? listing.order;
  const asks = [
    ...sorts.flatMap((sort) => [
      { sort },
      { sort: `-${sort}` },
      { sort: `-${last},${sort}`, filter: `${sort}:known` },
      { filter: `${sort}:unknown` },
    ]),
    ...filters.map((filter, index) => ({ ...filter, sort: sorts[index % sorts.length] ?? listing.order })),
  ];
  for (const ask of asks) {
    const question = { limit: 50, ...ask } as unknown as Ask;
    const anew = matchesOf(scratch, question, { ...listing, columns: listColumns(listing.table, listing.columns.told) }).ids;
    assert.deepEqual(matchesOf(view, question, listing).ids, anew, `deed ${deed}, ${listing.table} ${JSON.stringify(ask)}`);
  }
}
