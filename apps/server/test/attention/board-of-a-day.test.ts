import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type DayString, dayOf } from '@westgate/base';
import { asCaller } from '../../src/caller/caller.ts';
import { gateBoardOf } from '../../src/present/gate-board.ts';
import { todayIn } from '../../src/present/today.ts';
import { statesOf } from '../../src/view/states.ts';
import { type View, viewOf } from '../../src/view/view.ts';
import { passOf } from './recount.ts';
import { type Cells, type Rows, registerFrom, seededRows } from './seeded-district.ts';

const SEEDS = 120;

/** The column that says of which day a row is. Not among them is what of later may tell how it was before: outcomes, and what passes rest on. */
const DAYS = {
  admission: 'on',
  gate_pass: 'on',
  supervision: 'registered_on',
  supervision_step: 'on',
  status_update: 'reported_on',
} as const;

function viewOn(rows: Rows, asOf: DayString, today: DayString): View {
  return viewOf(statesOf(registerFrom(rows), asOf), { seq: 1, today, placesSince: null, changed: () => null });
}

/** Some projects were let into the pool, some kept out of it. */
function withAdmissions(rows: Rows): Rows {
  const admission = (rows.gate_pass ?? []).map(({ project, on }, index): Cells => {
    return { project, decision: index % 2 === 0 ? 'admitted' : 'refused', on, rules_on: on };
  });
  return { ...rows, admission };
}

/** The district as if nothing had come to pass after a day. */
function until(rows: Rows, asOf: DayString): Rows {
  const kept = Object.entries(DAYS).map(([table, column]) => {
    const all = rows[table as keyof typeof DAYS] ?? [];
    return [table, all.filter((row) => String(row[column]) <= asOf)] as const;
  });
  return { ...rows, ...Object.fromEntries(kept) };
}

test(`in ${SEEDS} seeded districts the board of a past day rests on nothing of later, and what was missing then is not known`, async () => {
  let [later, blocked] = [0, 0];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const seeded = seededRows(seed);
    const rows = withAdmissions(seeded.rows);
    const asOf = dayOf(seeded.asOf);
    const where = `seed ${seed} on ${asOf}`;
    const [past, then] = [viewOn(rows, asOf, addDays(asOf, 400)), viewOn(until(rows, asOf), asOf, addDays(asOf, 400))];
    await asCaller({ kind: 'open' }, async () => {
      const { items } = await gateBoardOf(past, 0);
      assert.deepEqual(items, (await gateBoardOf(then, 0)).items, where);
      for (const { project, passed, reopened, open, lastPass, why, waitsFor } of items) {
        const said = (rows.status_update ?? [])
          .filter(({ subject_id: id, reported_on: on, unchanged }) => id === project.id && String(on) <= asOf && unchanged === false)
          .toSorted((a, b) => (String(a.reported_on) < String(b.reported_on) ? -1 : a.reported_on === b.reported_on ? 0 : 1))
          .at(-1);
        assert.equal(waitsFor?.id ?? null, why.includes('waiting') ? said?.waits_for : null, where);
        assert.ok(!why.includes('blocked') || said?.step === 'blocked', where);
        if (waitsFor && why.includes('blocked')) blocked += 1;
        const pass = passOf(rows, project.id, asOf);
        assert.deepEqual([passed, reopened], [pass === 'stands' ? 1 : 0, pass === 'lost' ? 1 : 0], where);
        assert.ok(lastPass === null || lastPass <= asOf, where);
        assert.ok(passed === 0 || open === null, where);
      }
      assert.deepEqual([...new Set(items.flatMap(({ missing, lacks, waits }) => [missing, lacks, waits]))], items.length > 0 ? [null] : []);
      const { gates, gateCount } = todayIn(past, { limit: 500, skip: 0 });
      assert.deepEqual([gates, gateCount], [[], null], `gates that waited, ${where}`);
      const today = viewOn(rows, asOf, asOf);
      for (const { missing, lacks, waits } of (await gateBoardOf(today, 0)).items)
        assert.ok(missing !== null && lacks !== null && waits?.every(({ since }) => since === null || since <= asOf), where);
      assert.equal(todayIn(today, { limit: 500, skip: 0 }).gateCount === null, false, where);
    });
    later += (rows.gate_pass ?? []).filter(({ on }) => String(on) > asOf).length;
  }
  assert.ok(blocked > 5, `${blocked} projects were blocked by another department`);
  assert.ok(later > 50, `${later} passes came after the day looked at`);
});
